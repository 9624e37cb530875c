/**
 * The self-check page: one topic at a time, then the conclusion. It leads through the questions and knows nothing of law.
 *
 * The address holds the name of what is on view (`#/use`, `#/result`), never an answer. Answers live in the form's fields and in
 * requests to the worker, nowhere else.
 */

import { CheckerClient } from './client.mjs';
import { answerRows } from './components/answers.mjs';
import { element } from './components/element.mjs';
import { showErrors } from './components/error-summary.mjs';
import { StateLine, showTrouble } from './components/waiting.mjs';
import { Form } from './form.mjs';
import { drawResult } from './result.mjs';
import { firstOpen, isReachable, next, previous } from './topics.mjs';

const LONG_WAIT_MS = 15_000;
const LIST = 'list';
const RESULT = 'result';
const UNAVAILABLE = '自查程序没能在这台浏览器里运行。可能是网络断了，也可能是浏览器太旧。';
const BROKEN = '自查程序给出的结论显示不出来，这是我们的问题。';

class Page {
  /** Ids of the questions and fields that the reader has gone past with 继续. */
  #seen = new Set();
  /** What the checker could not read: field -> message. */
  #errors = new Map();
  #verdict = null;
  /** The answers that the verdict is about, as they were sent. */
  #sent = null;
  /** Stands for the question to the checker that is open; answers changed meanwhile make it void. */
  #asking = null;
  #topic = null;

  constructor(root) {
    this.root = root;
    this.form = new Form(root.querySelector('form'));
    this.result = root.querySelector('.result');
    this.trouble = root.querySelector('.trouble');
    this.summary = root.querySelector('.summary-place');
    this.client = new CheckerClient({ runtimeUrl: root.dataset.runtime });
    this.links = { templates: root.dataset.templates, retry: () => this.#tryAgain() };
    this.stateLine = new StateLine(root.querySelector('.state'), this.links);
    this.list = listNote();
    this.form.form.before(this.list);
  }

  begin() {
    const { form } = this.form;
    form.addEventListener('submit', (event) => (event.preventDefault(), this.#goOn()));
    form.addEventListener('input', (event) => this.#changed(event.target));
    form.querySelector('.go-back').addEventListener('click', () => this.#goBack());
    form.querySelector('.moves').hidden = false;
    this.#showState();
    this.client.addEventListener('state', () => this.#showState());
    window.addEventListener('popstate', () => this.root.isConnected && this.#follow());
    this.#enter();
  }

  /** The first view. The reader has just come, so the focus stays where the browser puts it. */
  #enter() {
    const inTable = location.hash.length > 1 && this.root.querySelector(`.result ~ [id="${CSS.escape(location.hash.slice(1))}"]`);
    if (inTable) {
      this.#showList();
      inTable.scrollIntoView();
    } else {
      this.#show(nameInAddress() ?? this.form.topics[0].id, { focus: false });
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

  #show(name, { focus = true } = {}) {
    if (name === LIST) return this.#showList(focus);
    if (name === RESULT && this.#verdict) return this.#showResult();
    const topics = this.form.askedTopics();
    const isDone = (topic) => this.#isDone(topic);
    const wanted = topics.find(({ id }) => id === name);
    const topic = wanted && isReachable(topics, wanted, isDone) ? wanted : firstOpen(topics, isDone);
    if (nameInAddress() !== topic.id) history.replaceState({}, '', `#/${topic.id}`);
    this.#showTopic(topic, focus);
  }

  #showTopic(topic, focus) {
    const topics = this.form.askedTopics();
    this.#view('topic', topic);
    this.form.reveal();
    for (const { section } of this.form.topics) section.hidden = section !== topic.section;
    this.root.toggleAttribute('data-begun', topic !== topics[0]);
    this.form.form.querySelector('.go-back').hidden = !previous(topics, topic);
    this.form.form.querySelector('.go-on').textContent = next(topics, topic) ? '继续' : '看结论';
    const list = topic.section.querySelector('.answers');
    if (list) {
      list.replaceChildren(...answerRows(this.form, (edited) => this.#go(edited.id, { editing: true })));
      list.hidden = false;
    }
    const isWrong = topic.section.querySelector('.wrong') !== null;
    this.#title([topic.heading.textContent, topic.stage], isWrong || (list && this.#errors.size > 0));
    if (focus) moveTo(topic.section, topic.heading);
    if (list && this.#errors.size > 0) this.#showErrors([...this.#errors].map(([field, message]) => ({ field, message })));
  }

  #showList(focus = true) {
    this.#view('list', null);
    this.form.reveal(true);
    for (const { section } of this.form.topics) section.hidden = false;
    this.#title(['全部问题的清单']);
    if (focus) moveTo(this.list, this.list.querySelector('h2'));
  }

  #showResult() {
    this.#view('result', null);
    this.#title(['结论']);
    moveTo(this.result, this.result.querySelector('h2'));
  }

  /** What stands on the page besides the topics follows from `data-view`; the style sheet hides the rest. */
  #view(view, topic) {
    this.#topic = topic;
    this.root.dataset.view = view;
    this.root.querySelectorAll('.answers').forEach((list) => { list.hidden = view === 'list'; });
    this.result.hidden = view !== 'result';
    this.list.hidden = view !== 'list';
    this.trouble.hidden = true;
    this.#showState();
    this.summary.replaceChildren();
  }

  #title(parts, isWrong = false) {
    document.title = `${isWrong ? '错误：' : ''}${[...parts, this.root.dataset.siteName].join(' – ')}`;
  }

  #isDone(topic) {
    const ids = this.form.askedIds();
    const items = [...topic.questions.filter(({ id }) => ids.has(id)), ...topic.parties];
    return items.every(({ id }) => this.#seen.has(id)) && this.form.problems(topic).length === 0;
  }

  #goOn() {
    const topic = this.#topic;
    if (!topic) return;
    const problems = this.form.problems(topic);
    for (const { id } of topic.questions) if (!this.#errors.has(id)) this.form.unmark(id);
    if (problems.length > 0) return this.#showErrors(problems);
    this.summary.replaceChildren();
    for (const { id, place } of [...topic.questions, ...topic.parties]) if (!place.hidden) this.#seen.add(id);
    const topics = this.form.askedTopics();
    const after = next(topics, topic);
    if (!after) this.#ask();
    else if (history.state?.editing) this.#go(firstOpen(topics, (each) => this.#isDone(each)).id, { editing: true });
    else this.#go(after.id);
  }

  #goBack() {
    const { from, editing } = history.state ?? {};
    const before = previous(this.form.askedTopics(), this.#topic);
    if (from && (editing || from === before.id)) return history.back();
    history.replaceState({}, '', `#/${before.id}`);
    this.#show(before.id);
  }

  #changed(input) {
    this.client.start();
    this.#verdict = null;
    this.#asking = null;
    onlyOne(input);
    const id = this.form.idOf(input);
    this.#errors.delete(id);
    this.form.unmark(id);
    if (this.#topic) this.form.reveal();
    this.#showState();
  }

  #showErrors(errors) {
    for (const error of errors) this.form.mark(error);
    showErrors(this.summary, errors, { hasField: (id) => this.form.topicOf(id) !== undefined, choose: (id) => this.#mend(id) });
    this.#title([this.#topic.heading.textContent, this.#topic.stage], true);
  }

  /** Go to the field of an error, on whichever topic it stands. */
  #mend(id) {
    const topic = this.form.topicOf(id);
    if (topic !== this.#topic) this.#go(topic.id, { editing: true });
    this.form.focus(id);
  }

  async #ask() {
    if (this.#verdict) return this.#go(RESULT);
    if (this.#asking) return;
    const asking = {};
    this.#asking = asking;
    this.trouble.hidden = true;
    if (this.client.state === 'failed') this.client.retry();
    this.#showState();
    const timer = setTimeout(() => asking === this.#asking && this.stateLine.offerTemplates(), LONG_WAIT_MS);
    const reply = await this.#reply();
    clearTimeout(timer);
    if (asking !== this.#asking) return;
    this.#asking = null;
    this.#showState();
    this.#take(reply);
  }

  async #reply() {
    try {
      this.#sent = { ...this.form.sent(), now: localMinute(new Date()) };
      return await this.client.request('check', this.#sent);
    } catch {
      return { kind: 'failed', message: UNAVAILABLE };
    }
  }

  /** What is to be said of a text that was changed; rejects when the checker does not say. */
  async #lint(route, letter, text) {
    const reply = await this.client.request('lint', { ...this.#sent, route, letter, text });
    if (reply.kind !== 'remarks') throw new Error(reply.message ?? reply.kind);
    return reply.remarks;
  }

  #take(reply) {
    if (reply.kind === 'verdict') {
      this.#conclude(reply.verdict);
    } else if (reply.kind === 'answer-errors') {
      this.#errors = new Map(reply.errors.map(({ field, message }) => [field, message]));
      if (isLast(this.#topic)) this.#showErrors(reply.errors);
    } else {
      this.#giveUp(ended(reply.message));
    }
  }

  #giveUp(reason) {
    this.stateLine.hide();
    showTrouble(this.trouble, reason, this.links);
  }

  #conclude(verdict) {
    try {
      const edit = (topic) => this.#go(topic.id, { editing: true });
      drawResult(this.result, verdict, { form: this.form, edit, links: this.root.dataset, lint: (...text) => this.#lint(...text) });
    } catch (error) {
      console.error(error);
      this.#giveUp(BROKEN);
      return;
    }
    this.#verdict = verdict;
    if (isLast(this.#topic)) this.#go(RESULT);
  }

  /** From the line about the checker, or from the words that there is no conclusion. */
  #tryAgain() {
    const wantsConclusion = !this.trouble.hidden;
    this.trouble.hidden = true;
    this.#showState();
    // The button that was pressed is about to go, and the focus with it.
    this.form.form.querySelector('.go-on').focus();
    if (wantsConclusion) this.#goOn();
    else this.client.retry();
  }

  #showState() {
    this.stateLine.show(this.client.state, this.#asking !== null);
  }
}

/** The topic that ends with the conclusion is the one that lists the answers. */
const isLast = (topic) => Boolean(topic?.section.querySelector('.answers'));

/** The name of what is on view, as the address has it; null where the address has none of ours. */
function nameInAddress() {
  return location.hash.startsWith('#/') ? location.hash.slice(2) : null;
}

function moveTo(place, heading) {
  heading.setAttribute('tabindex', '-1');
  place.scrollIntoView();
  heading.focus({ preventScroll: true });
}

/** “都没有” and “不清楚” go with nothing else: choosing one takes the others away, and the other way round. */
function onlyOne(input) {
  if (input.type !== 'checkbox' || !input.checked) return;
  const others = [...input.form.querySelectorAll('input[type=checkbox]')].filter((each) => each.name === input.name && each !== input);
  for (const other of others) if ('alone' in input.dataset || 'alone' in other.dataset) other.checked = false;
}

/** The reader's own clock, to the minute, with its offset from UTC: 2026-11-24T15:04+08:00. */
function localMinute(date) {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 16);
  const two = (number) => String(Math.trunc(number)).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}

/** A sentence with its full stop. */
const ended = (words) => (/[。？]$/.test(words) ? words : `${words}。`);

function listNote() {
  return element(
    'div',
    { class: 'list-note', hidden: true },
    element('h2', {}, '全部问题的清单'),
    element('p', {}, '从上到下看问题，再到最后的表里找结论和模板。这一页可以打印。', element('a', { href: '#/' }, '回到一页一页答题')),
  );
}

/** The theme can put a fresh page in place of the old one; each is begun once. */
function start() {
  const root = document.querySelector('.checker');
  if (!root || root.dataset.view) return;
  new Page(root).begin();
}

start();
globalThis.document$?.subscribe(start);
