/** The fields of the form: what is put into them goes into the state, and what the state holds stands in them, errors beside them included. */

import { answerLists } from './components/answers.mjs';
import { element, unseen } from './components/element.mjs';
import { chosen } from './topics.mjs';

/** @typedef {import('./questionnaire.mjs').Item} Item */

export class Form {
  /** The list of the answers, which the last topic has. @type {HTMLElement} */
  #answers;

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

  /** Of the topic on view, the questions that are asked as the answers are now. */
  reveal() {
    const ids = this.questionnaire.askedIds();
    for (const { id, place } of this.questionnaire.questions) place.hidden = !ids.has(id);
  }

  /** One topic, with its ways on and back. `edit(topic)` is called when its list of answers leads back to one. */
  showTopic(topic, { canGoBack, onwards, edit }) {
    this.reveal();
    for (const { section } of this.questionnaire.topics) section.hidden = section !== topic.section;
    /** @type {HTMLElement} */ (this.place.querySelector('.go-back')).hidden = !canGoBack;
    this.place.querySelector('.go-on').textContent = onwards;
    this.#answers.hidden = !topic.isLast;
    if (topic.isLast) this.#answers.replaceChildren(...answerLists(this.questionnaire, edit));
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
    for (const item of this.questionnaire.questions) put(item, this.state.answers[item.id]);
    for (const item of this.questionnaire.parties) put(item, this.state.parties[item.id]);
  }

  #mark() {
    for (const item of [...this.questionnaire.questions, ...this.questionnaire.parties]) {
      const message = this.state.wrongAt(item.id);
      if (message !== (item.place.querySelector('.error')?.lastChild.textContent ?? null)) mark(item, message);
    }
  }
}

/** Says beside the question what has to be mended; nothing where `message` is null. @param {Item} item @param {string | null} message */
function mark(item, message) {
  const { place, inputs: [first] } = item;
  place.classList.toggle('wrong', message !== null);
  place.querySelector('.error')?.remove();
  const errorId = message === null ? null : `${item.id}-error`;
  if (errorId) (place.querySelector('.hint') ?? place.querySelector('legend, label')).after(element('p', { class: 'error', id: errorId }, unseen('错误：'), message));
  // Hints belong to the group of choices or to the single field, and so does an error.
  const holder = item.options ? place : first;
  const ids = [place.querySelector('.hint')?.id, errorId].filter(Boolean).join(' ');
  if (ids) holder.setAttribute('aria-describedby', ids);
  else holder.removeAttribute('aria-describedby');
  if (item.options) return;
  if (errorId) first.setAttribute('aria-invalid', 'true');
  else first.removeAttribute('aria-invalid');
}

/** @param {Item} item */
function value({ options, inputs, many }) {
  if (!options) return inputs[0].value;
  const values = /** @type {HTMLInputElement[]} */ (inputs).filter((input) => input.checked).map((input) => input.value);
  return many ? values : (values[0] ?? '');
}

/** @param {Item} item @param {string | string[]} given */
function put({ options, inputs }, given = '') {
  const values = chosen(given);
  const [first] = inputs;
  if (options) for (const input of /** @type {HTMLInputElement[]} */ (inputs)) input.checked = values.includes(input.value);
  // Written anew, a field would lose the place where somebody types.
  else if (first.value !== (values[0] ?? '')) first.value = values[0] ?? '';
}
