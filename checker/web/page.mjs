/**
 * The self-check page: one topic at a time, then the conclusion. It leads through the questions and knows nothing of law.
 *
 * The address holds the name of what is on view (`#/use`, `#/result`), never an answer. Answers live in the state, in requests to
 * the worker, in this tab, and on the device where the reader has agreed to that.
 */

import { detour, enter, nameInAddress } from './address.mjs';
import { localDay } from './case.mjs';
import { Checker } from './checker.mjs';
import { addDays } from './components/days.mjs';
import { Conclusion } from './conclusion.mjs';
import { Form } from './form.mjs';
import { hear } from './hearing.mjs';
import { Keeping } from './keeping.mjs';
import { returnTo, whereIs } from './components/detour.mjs';
import { Questionnaire } from './questionnaire.mjs';
import { Reply } from './reply.mjs';
import { ResultView } from './result.mjs';
import { PageState, said } from './state.mjs';
import { Store } from './store.mjs';
import { isReachable, previous } from './topics.mjs';
import { Views } from './views.mjs';


class Page {
  /** What was said last before all is answered. */
  #early = null;
  /** What reads one's own words, once it is there. @type {import('./own-words.mjs').OwnWords | null} */
  #own = null;
  /** Where of the conclusion a detour began that is about to end there. @type {import('./components/detour.mjs').Where | null} */
  #back = null;

  constructor(root) {
    this.root = root;
    /** @type {HTMLFormElement} */
    const form = root.querySelector('form.questions');
    this.state = new PageState();
    this.questionnaire = new Questionnaire(form, this.state);
    this.form = new Form(form, this.questionnaire, this.state);
    this.checker = new Checker(root.dataset.runtime, this.questionnaire);
    this.views = new Views(root, this.questionnaire, { form: this.form, result: this.#makeResult() });
    this.conclusion = new Conclusion(this.state, this.checker, this.views, { templates: root.dataset.templates, retry: () => this.#tryAgain() }, {
      go: (name) => this.#go(name),
      refuse: (errors) => this.#refuse(errors),
      adopt: (changed, before) => this.#adopt(changed, before),
      putBack: (before) => this.#putBack(before),
      replyWords: (reply) => this.reply.words(reply),
    });
    this.reply = new Reply(this.views.reply, {
      taken: (reply) => this.#takeReply(reply),
      wrong: () => this.views.title([this.views.reply.querySelector('h2').textContent], true),
    });
    this.keeping = new Keeping(root, new Store(), this.state, {
      title: () => this.questionnaire.title(),
      marks: (entry) => this.questionnaire.marks(entry),
      open: (id, file, reply) => this.#takeOver(id, file, reply),
      goOn: (reply) => (reply ? this.#openReply(null) : this.#go(this.state.verdict ? 'result' : this.questionnaire.firstOpen().id)),
      check: (file) => this.checker.ask('open', { file }),
      another: () => this.#takeOver(undefined, NOTHING),
      forget: () => this.#forget(),
      showCases: () => this.#go('cases'),
    });
  }

  #makeResult() {
    return new ResultView(this.root, this.state, this.questionnaire, {
      edit: (topic, id) => this.#edit(topic, id),
      lint: (route, letter, text) => this.checker.lint(route, letter, text),
      word: (texts) => this.checker.word(texts),
      event: async (event) => {
        const reply = await this.checker.ask('event', { event });
        return reply.kind === 'event' ? reply.error : reply.message;
      },
      chat: { state: this.state, checker: this.checker },
      retell: (events, words) => this.conclusion.retell(events, words),
      sent: (letter, path) => this.conclusion.markSent(letter, path),
      replied: (reply) => this.#openReply(reply),
      replyWords: (reply) => this.reply.words(reply),
      takeBack: (at) => this.conclusion.takeBack(at),
      reopen: () => this.conclusion.reopen(),
      calendar: () => this.conclusion.offerCalendar(),
    });
  }

  begin() {
    const { place } = this.form;
    addDays(this.questionnaire, () => new Date());
    this.state.subscribe((changed) => changed.has('wrong') && this.views.dropErrors((id) => this.state.wrongAt(id) !== null));
    place.addEventListener('submit', (event) => (event.preventDefault(), this.#goOn()));
    // Some keyboards and password managers tell of what they put in only afterwards, by `change`.
    for (const type of ['input', 'change']) place.addEventListener(type, ({ target }) => this.#changed(target, type));
    place.querySelector('.go-back').addEventListener('click', () => this.#goBack());
    this.checker.client.addEventListener('state', () => this.#showState());
    document.addEventListener('visibilitychange', () => document.hidden || this.#readAll());
    window.addEventListener('popstate', () => this.root.isConnected && this.#follow());
    this.keeping.begin();
    hear(this.root, this.state, ({ OwnWords }) => (this.#own = new OwnWords(this.#forOwnWords())));
    // What browsers have put into the fields by themselves, and of a case the choices that this form still has.
    this.form.read();
    const wasConcluded = nameInAddress() === 'result' && !this.state.isEmpty;
    if (wasConcluded) this.#seeAnswered();
    this.#enter();
    if (wasConcluded && this.views.topic?.isLast) this.conclusion.ask();
    else this.checker.startWhenIdle();
  }

  #forOwnWords() {
    return {
      ...this,
      go: (name) => this.#go(name),
      replace: (answers) => this.#replace(answers),
      hasNews: (progress) => this.#hasNews(progress),
    };
  }

  /** How Python began stands in the page too, for whoever measures. */
  #showState() {
    this.root.dataset.start = this.checker.client.how ?? this.checker.client.state;
    this.conclusion.showState();
    this.#readAll();
  }

  /** The first view. The reader has just come, so the focus stays where the browser puts it. */
  #enter() {
    const inTable = location.hash.length > 1 && this.root.querySelector(`.by-hand [id="${CSS.escape(location.hash.slice(1))}"]`);
    if (inTable) {
      this.views.showList();
      inTable.scrollIntoView();
    } else {
      this.#show(nameInAddress() ?? this.questionnaire.topics[0].id, nameInAddress() === 'cases');
    }
  }

  /** The address has changed: by Back, by a link, by hand. Other anchors than ours are none of our business. */
  #follow() {
    const name = nameInAddress() ?? (location.hash === '' ? this.questionnaire.topics[0].id : null);
    // Who has just put something in may leave before it is told.
    this.form.read();
    if (name === null) return;
    this.#show(name);
    // Back to a conclusion that other answers have made void: there is another.
    if (name === 'result' && this.#canConclude()) this.conclusion.ask();
  }

  /** @param {string} name @param {import('./address.mjs').Detour} [way] */
  #go(name, way = {}) {
    enter(name, way);
    this.#show(name);
  }

  #show(name, focus = true) {
    const { views, questionnaire } = this;
    const back = this.#back;
    this.#back = null;
    this.keeping.follow(name);
    this.conclusion.showState();
    if (name === 'list') return views.showList(focus);
    if (name === 'cases') return this.#showCases();
    if (name === 'result' && this.state.verdict) return views.showResult(), back && returnTo(this.root, back);
    if (name === 'reply' && questionnaire.lastAnswered()) return views.showReply();
    if (name === 'story' && this.#own?.story.content) return views.showStory(this.#own.story.content);
    if (name === 'early' && this.#early) return views.showEarly(this.#early, () => this.#goFurther());
    const topics = questionnaire.askedTopics();
    const wanted = topics.find(({ id }) => id === name);
    const topic = wanted && isReachable(topics, wanted, questionnaire.isDone) ? wanted : questionnaire.firstOpen();
    if (nameInAddress() !== topic.id) history.replaceState(history.state, '', `#/${topic.id}`);
    const marked = questionnaire.marked(topic);
    const onOthers = topic.isLast ? this.state.unread.filter(({ field }) => !marked.some((each) => each.field === field)) : [];
    const errors = [...onOthers, ...marked];
    views.showTopic(topic, { edit: (each) => this.#edit(each), isWrong: errors.length > 0, focus });
    if (errors.length) this.#showErrors(errors);
    this.#readAll();
  }

  async #showCases() {
    const content = await this.keeping.cases();
    if (nameInAddress() === 'cases') this.views.showCases(content);
  }

  /** On the last page: what cannot be read is marked on the list of the answers before anybody asks for the conclusion; where all can be, that is prepared. */
  async #readAll() {
    const { state, questionnaire } = this;
    const { topic } = this.views;
    if (!topic?.isLast || state.verdict) return;
    const { answers } = state;
    const { isSilent, errors } = await this.checker.progress(null);
    if (isSilent || this.views.topic !== topic || state.answers !== answers) return;
    const unread = errors.filter(({ field, message }) => questionnaire.item(field) && state.wrongAt(field) !== message);
    state.mark(unread, { byChecker: true });
    if (!errors.length && this.#canConclude()) this.conclusion.prepare(() => this.#readAll());
  }

  /** Back to a topic, or to one question of it. A detour from the conclusion ends there. */
  #edit(topic, id = null) {
    const back = this.root.dataset.view === 'result' ? whereIs(document.activeElement) : this.views.topic?.isLast ? undefined : detour().back;
    this.#go(topic.id, { editing: true, back });
    if (id) this.form.focus(id);
  }

  /** Nothing is open but the conclusion. */
  #canConclude() {
    const open = this.questionnaire.firstOpen();
    return !this.state.isEmpty && open.isLast && this.questionnaire.problems(open).length === 0;
  }

  async #goOn() {
    const { state, questionnaire } = this;
    const { topic } = this.views;
    if (!topic) return;
    this.form.read();
    const problems = questionnaire.problems(topic);
    if (topic.isLast && !problems.length) return this.views.hideErrors(), this.conclusion.ask();
    const before = [state.answers, state.parties];
    const progress = await this.checker.progress();
    // Who has gone on writing meanwhile is not taken away from there, and goes on later.
    if (this.views.topic !== topic || state.answers !== before[0] || state.parties !== before[1]) return;
    const items = questionnaire.itemsOf(topic).map(({ id }) => id);
    const named = progress.errors.map(({ field }) => field);
    // What stood against one another may have been put right at the other end.
    if (!progress.isSilent) state.unmark(state.unread.map(({ field }) => field).filter((field) => !named.includes(field)));
    // What is missing and what cannot be read are said at once.
    const unread = progress.errors.filter(({ field }) => items.includes(field) && !problems.some((each) => each.field === field));
    this.form.touched = null;
    state.unmark(items, { keepUnread: true });
    state.mark(problems);
    state.mark(unread, { byChecker: true });
    if (problems.length + unread.length > 0) return this.#showErrors(questionnaire.marked(topic));
    this.views.hideErrors();
    state.see(items);
    if (this.#hasNews(progress)) return this.#go('early', detour());
    this.#goFurther();
  }

  /** Whether something is to be said before the last question that was not said yet. */
  #hasNews({ decided, first }) {
    const { state } = this;
    const acts = first.filter(({ id }) => !state.hasSeen(said(id)));
    const hasNews = acts.length > 0 || Boolean(decided && !state.hasSeen(said(decided.headline)));
    state.see([...(decided ? [decided.headline] : []), ...first.map(({ id }) => id)].map(said));
    if (hasNews || (!decided && !first.length)) this.#early = decided ?? (hasNews ? { acts } : null);
    return hasNews;
  }

  /** To the first topic that is open: what was taken over from one's own words is not asked once more. Where nothing is, a detour from the conclusion has come back. */
  #goFurther() {
    const open = this.questionnaire.firstOpen();
    const way = detour();
    if (way.back && this.#canConclude()) {
      this.#back = way.back;
      return this.conclusion.ask();
    }
    return this.#go(open.id, way);
  }

  #goBack() {
    const { from, editing } = history.state ?? {};
    const before = previous(this.questionnaire.askedTopics(), this.views.topic);
    if (from && (editing || from === before.id || from === 'early')) return history.back();
    history.replaceState({}, '', `#/${before.id}`);
    this.#show(before.id);
  }

  #changed(input, type) {
    const id = this.questionnaire.idOf(input);
    if (!id) return;
    this.checker.client.start();
    if (type === 'input') onlyOne(input);
    else this.form.tidy(id);
    this.form.touched = input;
    this.form.read();
    if (this.views.topic) this.form.reveal();
    this.state.mark(this.questionnaire.tooMany(id));
    this.checker.progressSoon();
    this.#readAll();
  }

  /** Says above the questions what is marked beside them. */
  #showErrors(errors) {
    this.views.showErrors(errors, (id) => this.#mend(id));
  }

  /** Go to the field of an error, on whichever topic it stands. */
  #mend(id) {
    const topic = this.questionnaire.topicOf(id);
    if (topic === this.views.topic) this.form.focus(id);
    else this.#edit(topic, id);
  }

  /** What the checker could not read, wherever it stands. */
  #refuse(errors) {
    this.state.unmark(this.state.unread.map(({ field }) => field));
    this.state.mark(errors, { byChecker: true });
    if (this.views.topic?.isLast) this.#showErrors(errors);
    else this.#go(this.questionnaire.topics[this.questionnaire.topics.length - 1].id);
  }

  #openReply(reply) {
    this.reply.set(reply);
    this.#own?.theirs.open();
    this.#go('reply');
  }

  async #takeReply(reply) {
    const [{ where }, { answers }] = [this.views, this.questionnaire.sent()];
    const changed = await this.checker.ask('reply', { reply });
    if (changed.kind !== 'answers') return this.conclusion.giveUp(changed.message);
    const act = () => (this.#adopt(changed, answers), this.#own?.takeTheirs());
    this.conclusion.note((kept) => kept.markReplied(reply, localDay(new Date())), act);
    const open = this.questionnaire.firstOpen();
    if (open.isLast && !changed.again.length) return this.conclusion.ask({ where }, this.conclusion.said());
    return this.views.isLeftToWrite(where) || this.#go(open.id, { editing: true });
  }

  /** Answers that follow from what happened, with the questions that have to be asked anew. What was typed since `before` stays. */
  #adopt({ answers, again }, before) {
    const kept = Object.fromEntries(Object.entries(this.state.answers).filter(([id]) => !again.includes(id)));
    const follows = Object.fromEntries(Object.entries(answers).filter(([id, given]) => String(given) !== String(before[id])));
    this.#replace({ ...kept, ...follows });
    this.state.unsee(again);
    this.state.see(Object.keys(answers));
  }

  /** These answers as they were before something was noted by mistake. Whatever else was filled in or put right since then stays. */
  #putBack(before) {
    const answers = Object.entries({ ...this.state.answers, ...before }).filter(([, given]) => given !== null);
    this.#replace(Object.fromEntries(answers));
    this.state.see(Object.keys(before));
  }

  /** Other answers to the same case. What was concluded is void even if they come out the same. */
  #replace(answers) {
    this.state.drop();
    this.state.write({ answers, parties: this.state.parties });
    // Choices that this form does not have stay open.
    this.form.read();
  }

  /** Another case in place of the one on the page. With `reply`, straight to what came back. */
  #takeOver(id, file, reply = false) {
    this.#early = null;
    this.state.open(id, file);
    this.form.read();
    const isAnswered = this.#seeAnswered();
    if (isAnswered) this.checker.client.start();
    const open = this.questionnaire.firstOpen();
    if (reply) return this.#openReply(null);
    this.#go(open.id);
    if (isAnswered && open.isLast && this.questionnaire.problems(open).length === 0) this.conclusion.ask();
  }

  /** Every topic up to the last that holds an answer was gone past. Returns whether there is one. */
  #seeAnswered() {
    const topics = this.questionnaire.askedTopics();
    const upTo = topics.indexOf(this.questionnaire.lastAnswered());
    this.state.see(topics.slice(0, upTo + 1).flatMap((topic) => [...topic.questions, ...topic.parties].map((item) => item.id)));
    return upTo >= 0;
  }

  #forget() {
    this.checker.stop();
    this.views.wipe();
    this.#takeOver(undefined, NOTHING);
  }

  /** From the line about the checker, or from the words that there is no conclusion. */
  #tryAgain() {
    const wantsConclusion = this.views.hasTrouble && this.views.topic !== null;
    this.views.hideTrouble();
    this.conclusion.showState();
    // The button that was pressed is about to go, and the focus with it.
    if (this.views.topic) this.form.focusGoOn();
    if (wantsConclusion) this.#goOn();
    else this.checker.client.retry();
  }
}

const NOTHING = { answers: {}, parties: {} };

/** “都没有” and “不清楚” go with nothing else: choosing one takes the others away, and the other way round. */
function onlyOne(input) {
  if (input.type !== 'checkbox' || !input.checked) return;
  const others = [...input.form.querySelectorAll('input[type=checkbox]')].filter((each) => each.name === input.name && each !== input);
  for (const other of others) if ('alone' in input.dataset || 'alone' in other.dataset) other.checked = false;
}

const begun = new WeakSet();

/** The theme can put a fresh page in place of the old one; each is begun once. */
function start() {
  /** @type {HTMLElement | null} */
  const root = document.querySelector('.checker');
  if (!root || begun.has(root)) return;
  begun.add(root);
  new Page(root).begin();
}

start();
globalThis.document$?.subscribe(start);
