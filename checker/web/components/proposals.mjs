/**
 * Answers that were read out of somebody's words, a row each: what would be answered, the words it came from, and a way to put it right. None is
 * ticked by the page; who puts one right wants it.
 */

import { aroundMarks, pieces, wordsAt } from '../code-points.mjs';
import { standing, takingOf } from '../taking.mjs';
import { settled } from './days.mjs';
import { element, unseen } from './element.mjs';

/**
 * @typedef {{ question: string, label: string, value: string, shown: string, spans: import('../code-points.mjs').Span[] }} Proposal
 * @typedef {{ points: string[], questionnaire: import('../questionnaire.mjs').Questionnaire, state: import('../state.mjs').PageState, source?: string }} About
 *   `points` are the characters of what was read, `source` whose words they are
 */

/** Of longer stories what stands around the marks is shown: all of it would take the page too long to lay out. */
const MOST_SHOWN = 3_000;
const AROUND = 200;
const STANDING = { open: '', same: '你已经填了，一样。', adds: '勾上就加上这一项。', changes: '勾上就换成这里的。' };

/** The text with these places marked. Nothing in it is ever anything but text. @param {string[]} points its characters @param {import('../code-points.mjs').Span[]} spans @param {string} label */
export function drawMarked(points, spans, label) {
  const isLong = points.length > MOST_SHOWN;
  const shown = isLong ? aroundMarks(pieces(points, spans), AROUND) : pieces(points, spans);
  const words = shown.map((piece) => (piece.isMarked ? element('mark', {}, piece.words) : piece.words));
  // What is long is scrolled in its place, so that the rows are not screens below; the keyboard scrolls it too.
  return element('div', { class: 'told', role: 'region', 'aria-label': label, tabindex: '0' }, isLong ? element('p', { class: 'hint' }, '写得长，这里只显示标出来的前后。') : null, element('bdi', {}, words));
}

/** Quoted, so that nobody takes it for the page's words. @param {string} words */
export const quoted = (words) => ['“', element('bdi', {}, words), '”'];

export class Proposals {
  /** @type {{ input: HTMLInputElement, current: () => string, refresh: () => void, proposal: Proposal }[]} */
  #rows = [];

  /** @param {string} id unique on the page @param {Proposal[]} proposals @param {About} about */
  constructor(id, proposals, about) {
    this.about = about;
    const known = proposals.filter(({ question, value }) => {
      const item = about.questionnaire.item(question);
      return item && (!item.options || item.options.some((option) => option.value === value));
    });
    this.place = element('ul', { class: 'proposals' }, known.map((proposal, index) => this.#row(`${id}-${index + 1}`, proposal)));
    this.refresh();
  }

  get length() {
    return this.#rows.length;
  }

  /** What was ticked, as it is answered: “三天前” means another day tomorrow. @returns {import('../taking.mjs').Ticked[]} */
  get ticked() {
    const { questionnaire } = this.about;
    const isTime = (question) => questionnaire.item(question).place.dataset.kind === 'when';
    return this.#rows
      .filter(({ input }) => input.checked)
      .map(({ proposal: { question }, current }) => ({ question, value: isTime(question) ? settled(current(), new Date()) : current() }));
  }

  tickAll() {
    for (const { input } of this.#rows) input.checked = true;
  }

  focus() {
    this.#rows[0]?.input.focus();
  }

  /** What is answered by now is said beside each. */
  refresh() {
    for (const { refresh } of this.#rows) refresh();
  }

  /** @param {string} id @param {Proposal} proposal */
  #row(id, proposal) {
    const { points, questionnaire, state, source = '原话' } = this.about;
    const item = questionnaire.item(proposal.question);
    const input = element('input', { type: 'checkbox', id });
    const answer = element('span', {}, proposal.shown);
    const already = element('p', { class: 'hint already', id: `${id}-already` });
    const choice = this.#choice(`${id}-other`, item, proposal);
    const change = element('div', { class: 'other', id: `${id}-change`, hidden: true }, element('label', { for: choice.id }, '改成', unseen(`：${proposal.label}`)), choice);
    const current = () => (change.hidden ? proposal.value : choice.value);
    const refresh = () => {
      const how = standing({ ...state.answers, ...state.parties }, { question: proposal.question, value: current() }, takingOf(item));
      const given = how === 'open' || how === 'same' ? '' : `你已经填了：${questionnaire.inWords(item).words}。`;
      already.textContent = `${given}${STANDING[how]}`;
    };
    const follow = () => {
      const [option] = [...(choice.selectedOptions ?? [])];
      answer.textContent = option ? option.label : choice.value || proposal.shown;
      input.checked = choice.value.trim() !== '';
      refresh();
    };
    for (const type of ['input', 'change']) choice.addEventListener(type, follow);
    const reveal = () => {
      change.hidden = !change.hidden;
      button.setAttribute('aria-expanded', String(!change.hidden));
      button.firstChild.textContent = change.hidden ? '不对，改成…' : '还用读出来的';
      if (change.hidden) answer.textContent = proposal.shown;
      else if (choice.value !== proposal.value) follow();
      refresh();
      if (!change.hidden) choice.focus();
    };
    const button = element('button', { type: 'button', class: 'plain', 'aria-expanded': 'false', 'aria-controls': change.id, click: reveal }, '不对，改成…', unseen(proposal.label));
    const words = wordsAt(points, proposal.spans);
    this.#rows.push({ input, current, refresh, proposal });
    return element(
      'li',
      {},
      element('div', { class: 'option' }, input, element('label', { for: id }, element('span', { class: 'asked' }, proposal.label), ' ', answer)),
      element('div', { class: 'more' }, words ? element('p', { class: 'hint from' }, `${source}：`, quoted(words)) : null, button, already, change),
    );
  }

  /** The question's own options, or a field. @param {string} id @param {import('../questionnaire.mjs').Item} item @param {Proposal} proposal */
  #choice(id, item, { value }) {
    if (item.inputs[0].matches('textarea')) return element('textarea', { id, rows: 4 }, value);
    if (!item.options) return element('input', { type: 'text', id, value, autocomplete: 'off' });
    const headings = new Map();
    const options = item.options.map((option, index) => {
      const made = element('option', { value: option.value, selected: option.value === value }, option.label);
      const heading = item.inputs[index].closest('.under')?.querySelector('.heading').textContent;
      if (!heading) return made;
      const isNew = !headings.has(heading);
      if (isNew) headings.set(heading, element('optgroup', { label: heading }));
      headings.get(heading).append(made);
      return isNew ? headings.get(heading) : null;
    });
    return element('select', { id }, options);
  }
}
