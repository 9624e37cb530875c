/** The questions as they stand in the page, with the answers as they are known: what is asked, what is missing, and all of it in words. */

import { asked, chosen, condition, firstOpen, holds } from './topics.mjs';

/**
 * @typedef {object} Item a question, or a field for a name or number
 * @property {string} id
 * @property {HTMLElement} place
 * @property {(HTMLInputElement | HTMLTextAreaElement)[]} inputs
 * @property {string} label
 * @property {{ value: string, label: string }[] | null} options null where one writes
 * @property {boolean} [many] several may be chosen
 */

/** Reads the page once, and never changes it. */
export class Questionnaire {
  /** @param {HTMLFormElement} form @param {import('./state.mjs').PageState} state */
  constructor(form, state) {
    this.state = state;
    this.questions = [...form.querySelectorAll('[data-question]')].map((place) => question(place));
    this.parties = [...form.querySelectorAll('[data-party]')].map((place) => field(place, /** @type {HTMLElement} */ (place).dataset.party));
    this.topics = [...form.querySelectorAll('[data-topic]')].map((section) => this.#topic(section));
  }

  #topic(section) {
    const inside = (item) => section.contains(item.place);
    return {
      id: section.dataset.topic,
      stage: section.dataset.stage,
      later: section.dataset.later !== undefined,
      /** The topic that ends with the conclusion is the one that lists the answers. */
      isLast: section.querySelector('.answers') !== null,
      section,
      heading: section.querySelector('h2'),
      left: section.querySelector('.left'),
      /** How many pages follow as a rule, where the answers do not say it yet. */
      usual: Number(section.dataset.usual ?? 0),
      when: condition(section.dataset.askedWhen),
      questions: this.questions.filter(inside),
      parties: this.parties.filter(inside),
    };
  }

  /** @param {string} id @returns {Item | undefined} */
  item(id) {
    return [...this.questions, ...this.parties].find((item) => item.id === id);
  }

  /** The id of the question or field that an input belongs to. */
  idOf(input) {
    return [...this.questions, ...this.parties].find((item) => item.place.contains(input))?.id;
  }

  /** The topic that a question or field stands in. */
  topicOf(id) {
    return this.topics.find((topic) => [...topic.questions, ...topic.parties].some((item) => item.id === id));
  }

  /** The question whose answer fills this blank of a text, if one does. */
  questionOfBlank(blank) {
    return this.questions.find((item) => item.place.dataset.blank === blank);
  }

  /** The field for a name or number that fills this blank, if one does. */
  partyOfBlank(blank) {
    return this.parties.find((item) => item.place.dataset.blank === blank);
  }

  askedIds() {
    return asked(this.questions, this.state.answers);
  }

  /** The topics with something to ask, in order. */
  askedTopics() {
    const ids = this.askedIds();
    const hasFields = (topic) => topic.parties.length > 0 && holds(topic.when, this.state.answers, ids);
    return this.topics.filter((topic) => hasFields(topic) || topic.questions.some(({ id }) => ids.has(id)));
  }

  /** Of a topic the questions that are asked, and its fields. */
  itemsOf(topic, ids = this.askedIds()) {
    return [...topic.questions.filter(({ id }) => ids.has(id)), ...topic.parties];
  }

  /**
   * What is sent: the answers to questions that are asked, the names if they are, and what was made of the course of events.
   *
   * @returns {import('./state.mjs').Given & { events: import('./events.mjs').Entry[] }}
   */
  sent() {
    const ids = this.askedIds();
    const fields = new Set(this.askedTopics().flatMap((topic) => topic.parties).map(({ id }) => id));
    const only = (all, wanted) => Object.fromEntries(Object.entries(all).filter(([id]) => wanted.has(id)));
    return { answers: only(this.state.answers, ids), parties: only(this.state.parties, fields), events: this.state.kept.events };
  }

  /** What keeps the reader on this topic: questions without an answer, or with too many. @returns {import('./state.mjs').FieldError[]} */
  problems(topic) {
    const ids = this.askedIds();
    return topic.questions.filter(({ id }) => ids.has(id)).flatMap((item) => {
      const isMissing = item.required && chosen(this.state.answers[item.id]).length === 0;
      return isMissing ? { field: item.id, message: item.error } : this.tooMany(item.id);
    });
  }

  /** Whether more was chosen than goes together. @param {string} id @returns {import('./state.mjs').FieldError[]} */
  tooMany(id) {
    const { atMost, tooMany } = /** @type {any} */ (this.item(id));
    return atMost && chosen(this.state.answers[id]).length > atMost ? [{ field: id, message: tooMany }] : [];
  }

  /** How many pages follow this one, in words. What is not answered yet may ask for more than is known. */
  left(topic) {
    const topics = this.askedTopics().filter((each) => !each.later);
    const place = topics.indexOf(topic);
    if (place < 0 || topic.isLast) return place < 0 ? '' : '，最后一页';
    return `，还有大约 ${Math.max(topics.length - 1 - place, topic.usual)} 页`;
  }

  /** What is marked on a topic. @returns {import('./state.mjs').FieldError[]} */
  marked(topic) {
    const wrong = this.itemsOf(topic).map(({ id }) => ({ field: id, message: this.state.wrongAt(id) }));
    return wrong.filter(({ message }) => message !== null);
  }

  /** Whether a topic was gone past, and nothing is missing there. */
  isDone = (topic) => this.itemsOf(topic).every(({ id }) => this.state.hasSeen(id)) && this.problems(topic).length === 0;

  /** The first topic on the way that is not done, or the last. */
  firstOpen() {
    return firstOpen(this.askedTopics(), this.isDone);
  }

  /** The last topic that holds an answer; null when nothing is answered. */
  lastAnswered() {
    const isAnswered = (topic) => topic.questions.some(({ id }) => id in this.state.answers);
    return this.askedTopics().filter(isAnswered).pop() ?? null;
  }

  /** A question or field and what was given, as the reader sees it; `words` is empty without an answer. @param {Item} item */
  inWords({ id, label, options }) {
    const given = chosen(this.state.answers[id] ?? this.state.parties[id]);
    const words = options ? options.filter(({ value }) => given.includes(value)).map((option) => option.label).join('；') : (given[0] ?? '').trim();
    return { id, label, words };
  }

  /** What the case is about, for a list of cases: the goods and what happened, in the reader's words but without what they typed. */
  title() {
    const named = this.questions.filter(({ place }) => place.dataset.inTitle !== undefined);
    const [goods, ...others] = named.map((item) => this.inWords(item).words.replace(/（[^）]*）/g, ''));
    return [goods || '还没选买的是什么', ...others].filter(Boolean).join('：');
  }

  /** What tells a case from others in a list, as far as it was given: the shop and the goods by name, the sum, the time. @param {any} given answers and names of any case */
  marks({ answers, parties }) {
    const items = [...this.parties, ...this.questions].filter(({ place }) => place.dataset.inList !== undefined);
    const words = items.map(({ id, place }) => {
      const given = String(parties?.[id] ?? answers?.[id] ?? '').replace(/（[^）]*说的）/g, '').trim();
      return place.dataset.kind === 'money' && /^[\d.]+$/.test(given) ? `${given} 元` : given;
    });
    return [...new Set(words.filter(Boolean))].join('，');
  }
}

function question(place) {
  const { question: id, askedWhen, error, required, atMost, tooMany } = place.dataset;
  const made = field(place, id);
  return {
    ...made,
    when: condition(askedWhen),
    error,
    required: required !== undefined,
    atMost: Number(atMost ?? 0),
    tooMany,
    many: place.dataset.kind === 'choices',
    options: place.matches('fieldset') ? made.inputs.map(({ value, labels }) => ({ value, label: labels[0].textContent })) : null,
  };
}

/** @returns {Item} */
function field(place, id) {
  const inputs = [...place.querySelectorAll('input, textarea')];
  return { id, place, inputs, label: place.querySelector('legend, label').textContent.trim(), options: null };
}
