/** The fields of the form: what is put into them goes into the state, and what the state holds stands in them, errors beside them included. */

import { answerLists } from './components/answers.mjs';
import { element, unseen } from './components/element.mjs';
import { chosen } from './topics.mjs';

/** @typedef {import('./questionnaire.mjs').Item} Item */

export class Form {
  /** The list of the answers, which the last topic has. @type {HTMLElement} */
  #answers;
  /** What was touched last: what is wrong with it is said beside it. @type {Element | null} */
  touched = null;
  /** Leads back to a topic from the list of the answers. */
  #edit = null;

  /** @param {HTMLFormElement} place @param {import('./questionnaire.mjs').Questionnaire} questionnaire @param {import('./state.mjs').PageState} state */
  constructor(place, questionnaire, state) {
    this.place = place;
    this.questionnaire = questionnaire;
    this.state = state;
    this.#answers = place.querySelector('.answers');
    /** @type {HTMLElement} */ (place.querySelector('.moves')).hidden = false;
    state.subscribe((changed) => {
      if (changed.has('case')) this.#answers.replaceChildren();
      if (['answers', 'parties'].some((part) => changed.has(/** @type {any} */ (part)))) this.#fill();
      if (changed.has('wrong')) this.#mark();
    });
  }

  /** Takes what stands in the fields, however it came there: browsers and password managers put things in and tell of it late, or never. */
  read() {
    const { questions, parties } = this.questionnaire;
    const given = (items) => Object.fromEntries(items.map((item) => [item.id, value(item)]).filter(([, each]) => chosen(each).length));
    this.state.write({ answers: given(questions), parties: given(parties) });
  }

  /** Figures as keyboards for Chinese write them become those that everybody reads. Words stay as they are. @param {string} id */
  tidy(id) {
    const { options, place, inputs: [input] } = this.questionnaire.item(id);
    if (options || !place.dataset.kind || place.dataset.kind === 'text') return;
    const plain = input.value.replace(/[０-９．：／－]/g, (each) => String.fromCharCode(each.charCodeAt(0) - FULL_WIDTH));
    if (plain !== input.value) input.value = plain;
  }

  /** Of the topic on view, the questions that are asked as the answers are now, and how many pages follow. */
  reveal() {
    const ids = this.questionnaire.askedIds();
    for (const { id, place } of this.questionnaire.questions) place.hidden = !ids.has(id);
    const topic = this.questionnaire.topics.find(({ section }) => !section.hidden);
    const words = topic && this.questionnaire.left(topic);
    if (topic && topic.left.textContent !== words) topic.left.textContent = words;
  }

  /** One topic, with its ways on and back. `edit(topic)` is called when its list of answers leads back to one. */
  showTopic(topic, { canGoBack, onwards, edit }) {
    for (const { section } of this.questionnaire.topics) section.hidden = section !== topic.section;
    this.reveal();
    /** @type {HTMLElement} */ (this.place.querySelector('.go-back')).hidden = !canGoBack;
    this.place.querySelector('.go-on').textContent = onwards;
    this.#answers.hidden = !topic.isLast;
    this.#edit = edit;
    this.#list();
  }

  #list() {
    if (!this.#answers.hidden && this.#edit) this.#answers.replaceChildren(...answerLists(this.questionnaire, this.#edit));
  }

  /** Every question of every topic. */
  showAll() {
    for (const { place } of this.questionnaire.questions) place.hidden = false;
    for (const { section } of this.questionnaire.topics) section.hidden = false;
    this.#answers.hidden = true;
  }

  /** Go to the field, or to the first choice of a question. */
  focus(id) {
    const item = this.questionnaire.item(id);
    item.place.scrollIntoView();
    item.inputs[0].focus({ preventScroll: true });
  }

  focusGoOn() {
    /** @type {HTMLElement} */ (this.place.querySelector('.go-on')).focus();
  }

  /** A choice that the form does not have stays open. What stands in a field already is not written anew. */
  #fill() {
    for (const item of this.questionnaire.questions) fill(item, this.state.answers[item.id]);
    for (const item of this.questionnaire.parties) fill(item, this.state.parties[item.id]);
  }

  #mark() {
    for (const item of [...this.questionnaire.questions, ...this.questionnaire.parties]) {
      const message = this.state.wrongAt(item.id);
      if (message !== (item.place.querySelector('.error')?.lastChild.textContent ?? null)) mark(item, message, this.touched);
    }
    this.#list();
  }
}

/** Half-width forms lie so far below the full-width ones. */
const FULL_WIDTH = 0xfee0;

/**
 * Says beside the question what has to be mended; nothing where `message` is null. What is wrong with a choice just made is said at the choice, and
 * at once.
 *
 * @param {Item} item @param {string | null} message @param {Element | null} touched
 */
function mark(item, message, touched) {
  const { place, inputs } = item;
  place.classList.toggle('wrong', message !== null);
  place.querySelector('.error')?.remove();
  const errorId = message === null ? null : `${item.id}-error`;
  const option = item.options && place.contains(touched) ? touched.closest('.option') : null;
  const above = option ?? place.querySelector('.hint') ?? place.querySelector('legend, label');
  if (errorId) above.after(element('p', { class: 'error', id: errorId, role: option && 'alert' }, unseen('错误：'), message));
  // Hints belong to the group of choices or to the single field, and so does an error. Of boxes each can be wrong; of radio buttons the group is.
  const holder = item.options ? place : inputs[0];
  put(holder, 'aria-describedby', [place.querySelector('.hint')?.id, errorId].filter(Boolean).join(' '));
  for (const each of item.many ? inputs : [holder]) put(each, 'aria-invalid', errorId && 'true');
}

/** @param {Element} place @param {string} attribute @param {string | null} value */
function put(place, attribute, value) {
  if (value) place.setAttribute(attribute, value);
  else place.removeAttribute(attribute);
}

/** @param {Item} item */
function value({ options, inputs, many }) {
  if (!options) return inputs[0].value;
  const values = /** @type {HTMLInputElement[]} */ (inputs).filter((input) => input.checked).map((input) => input.value);
  return many ? values : (values[0] ?? '');
}

/** @param {Item} item @param {string | string[]} given */
function fill({ options, inputs }, given = '') {
  const values = chosen(given);
  const [first] = inputs;
  if (options) for (const input of /** @type {HTMLInputElement[]} */ (inputs)) input.checked = values.includes(input.value);
  // Written anew, a field would lose the place where somebody types.
  else if (first.value !== (values[0] ?? '')) first.value = values[0] ?? '';
}
