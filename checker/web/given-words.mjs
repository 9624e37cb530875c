/** What another page has handed over, shown with whose words it is, and taken over where it is ticked. */

import { first } from './code-points.mjs';
import { element } from './components/element.mjs';
import { Proposals } from './components/proposals.mjs';
import { LONGEST, newLines, roomIn } from './quoting.mjs';

const NOT_TICKED = '还没有勾。要用的勾上，都不要就点“都不用，从头答”。';

/**
 * @typedef {object} Taken what was ticked
 * @property {import('./taking.mjs').Ticked[]} answers
 * @property {Record<string, string>} parties
 * @property {{ when: string, what: string }[]} lines
 */

/**
 * @param {Required<import('./given.mjs').Given>} given @param {import('./own-words.mjs').Page} page @param {(taken: Taken) => void} take
 * @returns {HTMLElement[]}
 */
export function drawGiven({ from, proposals, lines }, page, take) {
  const { state, questionnaire } = page;
  const { points, spoken } = placed(proposals, questionnaire);
  const found = new Proposals('given', spoken, { points, questionnaire, state, source: from });
  const rows = lines.map((line, index) => lineRow(`given-line-${index + 1}`, first(line.replace(/\s+/g, ' ').trim(), LONGEST)));
  const wrong = element('p', { class: 'error', role: 'alert' });
  const goOn = () => page.go(questionnaire.firstOpen().id);
  const use = () => {
    const ticked = rows.filter(({ input }) => input.checked).map(({ what }) => ({ when: '', what }));
    if (!ticked.length && !found.ticked.length) return void (wrong.textContent = NOT_TICKED);
    const isName = ({ question }) => questionnaire.parties.some(({ id }) => id === question);
    const parties = Object.fromEntries(found.ticked.filter(isName).map(({ question, value }) => [question, value]));
    return take({ answers: found.ticked.filter((each) => !isName(each)), parties, lines: newLines(state.kept.events, ticked) });
  };
  const room = roomIn(state.kept.events);
  return [
    element('h2', { tabindex: '-1' }, `从${from}带来的`),
    element('p', {}, '对的勾上，不对的改。没勾的不算数。'),
    found.length ? found.place : null,
    rows.length ? element('h3', {}, '写进文本的话') : null,
    rows.length ? element('p', { class: 'hint' }, `勾上的写进事情经过，文本里会有。还能加 ${room} 条。`) : null,
    rows.length ? element('ul', { class: 'proposals' }, rows.map(({ place }) => place)) : null,
    found.length || rows.length ? null : element('p', {}, '带来的在这张表里没有能填的。照着题答就行。'),
    wrong,
    element('div', { class: 'buttons' }, element('button', { type: 'button', click: use }, '用勾上的，接着答'), element('button', { type: 'button', class: 'plain', click: goOn }, '都不用，从头答')),
  ].filter(Boolean);
}

/**
 * As the form words them, and the words that speak for each as places in one text, which is what is quoted. What the form does not ask goes.
 *
 * @param {import('./given.mjs').Proposed[]} proposals @param {import('./questionnaire.mjs').Questionnaire} questionnaire
 */
function placed(proposals, questionnaire) {
  /** @type {string[]} */
  const points = [];
  const spoken = proposals.flatMap(({ question, value, words }) => {
    const item = questionnaire.item(question);
    if (!item) return [];
    const from = points.length;
    points.push(...words);
    const shown = item.options?.find((option) => option.value === value)?.label ?? value;
    return [{ question, value, label: item.label, shown, spans: /** @type {import('./code-points.mjs').Span[]} */ ([[from, points.length]]) }];
  });
  return { points, spoken };
}

/** @param {string} id @param {string} what */
function lineRow(id, what) {
  const input = element('input', { type: 'checkbox', id });
  const place = element('li', {}, element('div', { class: 'option' }, input, element('label', { for: id }, element('bdi', {}, what))));
  return { input, what, place };
}
