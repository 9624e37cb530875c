/**
 * The self-check page: one topic at a time, then the conclusion. It leads through the questions and knows nothing of law.
 *
 * The address holds the name of what is on view (`#/use`, `#/result`), never an answer. Answers live in the form's fields, in requests
 * to the worker, and on the device where the reader has agreed to that.
 */

import { Case, localDay } from './case.mjs';
import { Checker } from './checker.mjs';
import { addDays } from './components/days.mjs';
import { showErrors } from './components/error-summary.mjs';
import { Conclusion } from './conclusion.mjs';
import { Form } from './form.mjs';
import { Keeping } from './keeping.mjs';
import { Reply } from './reply.mjs';
import { Store } from './store.mjs';
import { firstOpen, isReachable, next, previous } from './topics.mjs';
import { Views } from './views.mjs';

class Page {
  /** Ids of the questions and fields that the reader has gone past with 继续. */
  #seen = new Set();
  /** What the checker could not read: field -> message. */
  #errors = new Map();
  /** What was said early, so that it is said once: headlines, and names of first acts. */
  #saidEarly = new Set();
  #early = null;

  constructor(root) {
    this.root = root;
    this.form = new Form(root.querySelector('form.questions'));
    this.views = new Views(root, this.form);
    this.checker = new Checker(root.dataset.runtime, this.form);
    const links = { templates: root.dataset.templates, retry: () => this.#tryAgain() };
    this.conclusion = new Conclusion(this.views, this.checker, links, {
      go: (name) => this.#go(name),
      edit: (topic) => this.#edit(topic),
      refuse: (errors) => this.#refuse(errors),
      openReply: (reply) => this.#openReply(reply),
      adopt: (changed) => this.#adopt(changed),
      putBack: (answers) => this.#putBack(answers),
      replyWords: (reply) => this.reply.words(reply),
      changed: () => this.keeping.touch(),
    });
    this.reply = new Reply(this.views.reply, {
      taken: (reply) => this.#takeReply(reply),
      wrong: () => this.views.title([this.views.reply.querySelector('h2').textContent], true),
    });
    this.keeping = new Keeping(root, new Store(), {
      file: () => this.conclusion.kept.file(this.form.everything()),
      about: () => ({ id: this.conclusion.kept.id, title: this.form.title(), isEmpty: this.form.lastAnswered() === null }),
      open: (id, file, reply) => this.#takeOver(id, file, reply),
      goOn: (reply) => (reply ? this.#openReply(null) : this.#go(this.conclusion.isThere ? 'result' : firstOpen(this.form.askedTopics(), this.#isDone).id)),
      check: (file) => this.checker.ask('open', { file }),
      another: () => this.#takeOver(undefined, { answers: {}, parties: {} }),
      forget: () => this.#forget(),
      showCases: () => this.#go('cases'),
      renew: (id) => (this.conclusion.kept.id = id),
    });
  }

  begin() {
    const { form } = this.form;
    addDays(this.form, () => new Date());
    form.addEventListener('submit', (event) => (event.preventDefault(), this.#goOn()));
    form.addEventListener('input', (event) => this.#changed(event.target));
    form.querySelector('.go-back').addEventListener('click', () => this.#goBack());
    this.checker.client.addEventListener('state', () => this.#showState());
    window.addEventListener('popstate', () => this.root.isConnected && this.#follow());
    this.keeping.begin();
    this.#enter();
    this.checker.startWhenIdle();
  }

  /** How Python began stands in the page too, for whoever measures. */
  #showState() {
    this.root.dataset.start = this.checker.client.how ?? this.checker.client.state;
    this.conclusion.showState();
  }

  /** The first view. The reader has just come, so the focus stays where the browser puts it. */
  #enter() {
    const inTable = location.hash.length > 1 && this.root.querySelector(`.result ~ [id="${CSS.escape(location.hash.slice(1))}"]`);
    if (inTable) {
      this.views.showList();
      inTable.scrollIntoView();
    } else {
      this.#show(nameInAddress() ?? this.form.topics[0].id, nameInAddress() === 'cases');
    }
  }

  /** The address has changed: by Back, by a link, by hand. Other anchors than ours are none of our business. */
  #follow() {
    const name = nameInAddress() ?? (location.hash === '' ? this.form.topics[0].id : null);
    if (name !== null) this.#show(name);
  }

  #go(name, { editing = false } = {}) {
    history.pushState({ from: nameInAddress(), editing }, '', `#/${name}`);
    this.#show(name);
  }

  #show(name, focus = true) {
    const { views } = this;
    this.keeping.follow(name);
    this.conclusion.showState();
    if (name === 'list') return views.showList(focus);
    if (name === 'cases') return views.showCases(this.keeping.cases());
    if (name === 'result' && this.conclusion.isThere) return views.showResult();
    if (name === 'reply' && this.form.lastAnswered()) return views.showReply();
    if (name === 'early' && this.#early) return views.showEarly(this.#early, () => this.#goFurther());
    const topics = this.form.askedTopics();
    const wanted = topics.find(({ id }) => id === name);
    const topic = wanted && isReachable(topics, wanted, this.#isDone) ? wanted : firstOpen(topics, this.#isDone);
    if (nameInAddress() !== topic.id) history.replaceState(history.state, '', `#/${topic.id}`);
    const errors = isLast(topic) ? [...this.#errors].map(([field, message]) => ({ field, message })) : this.form.marked(topic);
    views.showTopic(topic, { edit: (each) => this.#edit(each), isWrong: errors.length > 0, focus });
    if (errors.length) this.#showErrors(errors);
  }

  #edit(topic) {
    this.#go(topic.id, { editing: true });
  }

  #isDone = (topic) => {
    const ids = this.form.askedIds();
    const items = [...topic.questions.filter(({ id }) => ids.has(id)), ...topic.parties];
    return items.every(({ id }) => this.#seen.has(id)) && this.form.problems(topic).length === 0;
  };

  async #goOn() {
    const { topic } = this.views;
    if (!topic) return;
    const problems = this.form.problems(topic);
    for (const { id } of topic.questions) if (!this.#errors.has(id)) this.form.unmark(id);
    if (problems.length > 0) return this.#showErrors(problems);
    this.views.summary.replaceChildren();
    if (isLast(topic)) return this.conclusion.ask();
    const progress = await this.checker.progress();
    if (this.views.topic !== topic) return;
    const unread = progress.errors.filter(({ field }) => this.form.topicOf(field) === topic && !this.form.isHidden(field));
    for (const { field, message } of unread) this.#errors.set(field, message);
    if (unread.length > 0) return this.#showErrors(unread);
    for (const { id, place } of [...topic.questions, ...topic.parties]) if (!place.hidden) this.#seen.add(id);
    this.keeping.touch();
    if (this.#hasNews(progress)) return this.#go('early', { editing: history.state?.editing });
    this.#goFurther(topic);
  }

  /** Whether something is to be said before the last question that was not said yet. */
  #hasNews({ decided, first }) {
    const acts = first.filter(({ id }) => !this.#saidEarly.has(id));
    const hasNews = acts.length > 0 || Boolean(decided && !this.#saidEarly.has(decided.headline));
    for (const each of [decided?.headline, ...first.map(({ id }) => id)]) this.#saidEarly.add(each);
    if (hasNews || (!decided && !first.length)) this.#early = decided ?? (hasNews ? { acts } : null);
    return hasNews;
  }

  /** To the next topic, or while editing to the first that is open. */
  #goFurther(topic = null) {
    const topics = this.form.askedTopics();
    const open = firstOpen(topics, this.#isDone);
    const editing = history.state?.editing || !topic || topic.later;
    this.#go(editing ? open.id : (next(topics, topic) ?? open).id, { editing: history.state?.editing });
  }

  #goBack() {
    const { from, editing } = history.state ?? {};
    const before = previous(this.form.askedTopics(), this.views.topic);
    if (from && (editing || from === before.id || from === 'early')) return history.back();
    history.replaceState({}, '', `#/${before.id}`);
    this.#show(before.id);
  }

  #changed(input) {
    const id = this.form.idOf(input);
    if (!id) return;
    this.checker.client.start();
    this.conclusion.drop();
    onlyOne(input);
    this.#errors.delete(id);
    this.form.unmark(id);
    if (this.views.topic) this.form.reveal();
    this.keeping.touch();
  }

  #showErrors(errors) {
    for (const error of errors) this.form.mark(error);
    showErrors(this.views.summary, errors, { hasField: (id) => this.form.topicOf(id) !== undefined, choose: (id) => this.#mend(id) });
    const { heading, stage } = this.views.topic;
    this.views.title([heading.textContent, stage], true);
  }

  /** Go to the field of an error, on whichever topic it stands. */
  #mend(id) {
    const topic = this.form.topicOf(id);
    if (topic !== this.views.topic) this.#edit(topic);
    this.form.focus(id);
  }

  /** What the checker could not read, wherever it stands. */
  #refuse(errors) {
    this.#errors = new Map(errors.map(({ field, message }) => [field, message]));
    if (isLast(this.views.topic)) this.#showErrors(errors);
    else this.#go(this.form.topics[this.form.topics.length - 1].id);
  }

  #openReply(reply) {
    this.reply.set(reply);
    this.#go('reply');
  }

  async #takeReply(reply) {
    const changed = await this.checker.ask('reply', { reply });
    if (changed.kind !== 'answers') return this.conclusion.giveUp(changed.message);
    this.conclusion.note((kept) => kept.markReplied(reply, localDay(new Date())), () => this.#adopt(changed));
    this.keeping.touch();
    const open = firstOpen(this.form.askedTopics(), this.#isDone);
    if (isLast(open) && !changed.again.length) return this.conclusion.ask();
    return this.#go(open.id, { editing: true });
  }

  /** Answers that follow from what happened, with the questions that have to be asked anew. */
  #adopt({ answers, again }) {
    this.conclusion.drop();
    const { answers: all, parties } = this.form.everything();
    const kept = Object.fromEntries(Object.entries(all).filter(([id]) => !again.includes(id)));
    this.form.fill({ answers: { ...kept, ...answers }, parties });
    for (const id of again) this.#seen.delete(id);
    for (const { id } of this.form.questions) if (id in answers) this.#seen.add(id);
  }

  /** The answers as they were before something was noted by mistake. Names filled in since then stay. */
  #putBack(answers) {
    this.conclusion.drop();
    this.form.fill({ answers, parties: this.form.everything().parties });
    for (const { id } of this.form.questions) if (id in answers) this.#seen.add(id);
  }

  /** Another case in place of the one on the page. With `reply`, straight to what came back. */
  #takeOver(id, file, reply = false) {
    this.conclusion.begin(new Case({ ...file, id }));
    this.#early = null;
    this.#saidEarly.clear();
    this.#errors.clear();
    this.form.clear();
    this.form.fill(file);
    const topics = this.form.askedTopics();
    const upTo = topics.indexOf(this.form.lastAnswered());
    this.#seen = new Set(topics.slice(0, upTo + 1).flatMap((topic) => [...topic.questions, ...topic.parties].map((item) => item.id)));
    if (upTo >= 0) this.checker.client.start();
    const open = firstOpen(topics, this.#isDone);
    if (reply) return this.#openReply(null);
    this.#go(open.id);
    if (upTo >= 0 && isLast(open) && this.form.problems(open).length === 0) this.conclusion.ask();
  }

  #forget() {
    this.checker.stop();
    this.views.wipe();
    this.#takeOver(undefined, { answers: {}, parties: {} });
  }

  /** From the line about the checker, or from the words that there is no conclusion. */
  #tryAgain() {
    const wantsConclusion = !this.views.trouble.hidden && this.views.topic !== null;
    this.views.trouble.hidden = true;
    this.conclusion.showState();
    // The button that was pressed is about to go, and the focus with it.
    if (this.views.topic) this.form.form.querySelector('.go-on').focus();
    if (wantsConclusion) this.#goOn();
    else this.checker.client.retry();
  }
}

/** The topic that ends with the conclusion is the one that lists the answers. */
const isLast = (topic) => Boolean(topic?.section.querySelector('.answers'));

/** The name of what is on view, as the address has it; null where the address has none of ours. */
function nameInAddress() {
  return location.hash.startsWith('#/') ? location.hash.slice(2) : null;
}

/** “都没有” and “不清楚” go with nothing else: choosing one takes the others away, and the other way round. */
function onlyOne(input) {
  if (input.type !== 'checkbox' || !input.checked) return;
  const others = [...input.form.querySelectorAll('input[type=checkbox]')].filter((each) => each.name === input.name && each !== input);
  for (const other of others) if ('alone' in input.dataset || 'alone' in other.dataset) other.checked = false;
}

/** The theme can put a fresh page in place of the old one; each is begun once. */
function start() {
  /** @type {HTMLElement | null} */
  const root = document.querySelector('.checker');
  if (!root || root.dataset.view) return;
  new Page(root).begin();
}

start();
globalThis.document$?.subscribe(start);
