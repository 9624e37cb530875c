/** The questions as they stand in the page: what was answered, in which words, what is asked, and where something is wrong. */

import { element, unseen } from './components/element.mjs';
import { asked, chosen, condition, holds } from './topics.mjs';

/** Reads and marks the form; which topic is on view is decided elsewhere. Answers live in the fields alone. */
export class Form {
  constructor(form) {
    this.form = form;
    this.questions = [...form.querySelectorAll('[data-question]')].map((place) => question(place));
    this.parties = [...form.querySelectorAll('[data-party]')].map((place) => field(place, place.dataset.party));
    this.topics = [...form.querySelectorAll('[data-topic]')].map((section) => this.#topic(section));
  }

  #topic(section) {
    const inside = (item) => section.contains(item.place);
    return {
      id: section.dataset.topic,
      stage: section.dataset.stage,
      later: section.dataset.later !== undefined,
      section,
      heading: section.querySelector('h2'),
      when: condition(section.dataset.askedWhen),
      questions: this.questions.filter(inside),
      parties: this.parties.filter(inside),
    };
  }

  /** Every answer given, asked or not: {question id: string, or list of strings where several may be chosen}. */
  answers() {
    return Object.fromEntries(this.questions.map((item) => [item.id, value(item)]).filter(([, given]) => chosen(given).length));
  }

  /** Every answer and name, asked or not: what a case file holds. */
  everything() {
    return { answers: this.answers(), parties: Object.fromEntries(this.parties.map((item) => [item.id, value(item)]).filter(([, given]) => given)) };
  }

  /** Nothing answered, and nothing wrong. */
  clear() {
    for (const { id } of [...this.questions, ...this.parties]) this.unmark(id);
    this.fill({ answers: {}, parties: {} });
  }

  isHidden(id) {
    return this.#item(id)?.place.hidden ?? true;
  }

  /** Put these answers into the fields, in place of all that stands there. A choice that the form does not have stays open. */
  fill({ answers, parties }) {
    for (const item of this.questions) put(item, answers[item.id]);
    for (const item of this.parties) put(item, parties[item.id]);
  }

  /** The question whose answer fills this blank of a text, if one does. */
  questionOfBlank(blank) {
    return this.questions.find((item) => item.place.dataset.blank === blank);
  }

  /** The field for a name or number that fills this blank, if one does. */
  partyOfBlank(blank) {
    return this.parties.find((item) => item.place.dataset.blank === blank);
  }

  /** The answers to send: those to questions that are asked, and the party fields if they are. */
  sent() {
    const [ids, all] = [this.askedIds(), this.answers()];
    const answers = Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
    const fields = this.askedTopics().flatMap((topic) => topic.parties);
    return { answers, parties: Object.fromEntries(fields.map((item) => [item.id, value(item)]).filter(([, given]) => given)) };
  }

  askedIds() {
    return asked(this.questions, this.answers());
  }

  /** The topics with something to ask, in order. */
  askedTopics() {
    const [ids, answers] = [this.askedIds(), this.answers()];
    const hasFields = (topic) => topic.parties.length > 0 && holds(topic.when, answers, ids);
    return this.topics.filter((topic) => hasFields(topic) || topic.questions.some(({ id }) => ids.has(id)));
  }

  /** Show the questions of every topic that are asked, or all of them. */
  reveal(all = false) {
    const ids = this.askedIds();
    for (const { id, place } of this.questions) place.hidden = !all && !ids.has(id);
  }

  /** What keeps the reader on this topic: questions without an answer, or with too many. */
  problems(topic) {
    const [ids, answers] = [this.askedIds(), this.answers()];
    return topic.questions.filter(({ id }) => ids.has(id)).flatMap((item) => {
      const count = chosen(answers[item.id]).length;
      if (item.required && count === 0) return { field: item.id, message: item.error };
      return item.atMost && count > item.atMost ? { field: item.id, message: item.tooMany } : [];
    });
  }

  /** The topic that a question or party field stands in. */
  topicOf(id) {
    return this.topics.find((topic) => [...topic.questions, ...topic.parties].some((item) => item.id === id));
  }

  /** The question or field as the reader sees it: {id, label, words}; `words` is empty without an answer. */
  inWords(item) {
    const words = item.options ? item.options.filter(({ input }) => input.checked).map(({ label }) => label).join('；') : value(item).trim();
    return { id: item.id, label: item.label, words };
  }

  /** Go to the field, or to the first choice of a question. */
  focus(id) {
    const item = this.#item(id);
    item.place.scrollIntoView();
    item.inputs[0].focus({ preventScroll: true });
  }

  /** Say beside the question what has to be mended. */
  mark({ field: id, message }) {
    const item = this.#item(id);
    if (!item) return;
    this.unmark(id);
    const words = element('p', { class: 'error', id: `${id}-error` }, unseen('错误：'), message);
    item.place.classList.add('wrong');
    (item.place.querySelector('.hint') ?? item.place.querySelector('legend, label')).after(words);
    describe(item, `${id}-error`);
    if (!item.options) item.inputs[0].setAttribute('aria-invalid', 'true');
  }

  /** What is marked on a topic, as it was given to `mark`. */
  marked(topic) {
    const items = [...topic.questions, ...topic.parties].filter(({ place }) => place.classList.contains('wrong') && !place.hidden);
    return items.map(({ id, place }) => ({ field: id, message: place.querySelector('.error').lastChild.textContent }));
  }

  unmark(id) {
    const item = this.#item(id);
    if (!item?.place.classList.contains('wrong')) return;
    item.place.classList.remove('wrong');
    item.place.querySelector('.error').remove();
    describe(item, null);
    if (!item.options) item.inputs[0].removeAttribute('aria-invalid');
  }

  /** The id of the question or field that an input belongs to. */
  idOf(input) {
    return [...this.questions, ...this.parties].find((item) => item.place.contains(input))?.id;
  }

  /** The last topic that holds an answer; null when nothing is answered. */
  lastAnswered() {
    const answers = this.answers();
    const isAnswered = (topic) => topic.questions.some(({ id }) => id in answers);
    return this.askedTopics().filter(isAnswered).pop() ?? null;
  }

  /** Nothing was answered and nothing typed. */
  isEmpty() {
    const { answers, parties } = this.everything();
    return Object.keys({ ...answers, ...parties }).length === 0;
  }

  /** What the case is about, for a list of cases: the goods and what happened, in the reader's words but without what they typed. */
  title() {
    const named = this.questions.filter(({ place }) => place.dataset.inTitle !== undefined);
    const [goods, ...others] = named.map((item) => this.inWords(item).words.replace(/（[^）]*）/g, ''));
    return [goods || '还没选买的是什么', ...others].filter(Boolean).join('：');
  }

  #item(id) {
    return [...this.questions, ...this.parties].find((item) => item.id === id);
  }
}

function question(place) {
  const { question: id, askedWhen, error, required, atMost, tooMany } = place.dataset;
  const made = field(place, id);
  const isChoice = place.matches('fieldset');
  return {
    ...made,
    when: condition(askedWhen),
    error,
    required: required !== undefined,
    atMost: Number(atMost ?? 0),
    tooMany,
    many: place.dataset.kind === 'choices',
    options: isChoice ? made.inputs.map((input) => ({ input, label: input.labels[0].textContent })) : null,
  };
}

function field(place, id) {
  const inputs = [...place.querySelectorAll('input, textarea')];
  return { id, place, inputs, label: place.querySelector('legend, label').textContent.trim(), options: null };
}

function value(item) {
  if (!item.options) return item.inputs[0].value;
  const values = item.inputs.filter((input) => input.checked).map((input) => input.value);
  return item.many ? values : (values[0] ?? '');
}

function put(item, given = '') {
  const values = chosen(given);
  if (item.options) for (const { input } of item.options) input.checked = values.includes(input.value);
  else item.inputs[0].value = values[0] ?? '';
}

/** Hints belong to the group of choices or to the single field, and so does an error. */
function describe(item, errorId) {
  const holder = item.options ? item.place : item.inputs[0];
  const hint = item.place.querySelector('.hint')?.id;
  const ids = [hint, errorId].filter(Boolean).join(' ');
  if (ids) holder.setAttribute('aria-describedby', ids);
  else holder.removeAttribute('aria-describedby');
}
