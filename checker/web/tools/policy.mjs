/** A platform's rules as somebody pasted them: which clauses deserve doubt and why, what is not refunded, what is promised in numbers, where one can turn to. */

import { articleAt } from '../components/article.mjs';
import { wordsAt } from '../code-points.mjs';
import { copyShown } from '../components/copy.mjs';
import { element, unseen } from '../components/element.mjs';
import { drawMarked, quoted } from '../components/proposals.mjs';
import { Telling, cutWords } from '../components/telling.mjs';
import { inTab } from './in-tab.mjs';
import { alongButton, tickRow } from './taking-along.mjs';

const MOST = 200_000;
const FROM = '平台规则';
const TOLD = { what: /** @type {const} */ ('policy'), kind: 'policy', most: MOST, empty: '先把规则贴进来，再点“查一查”。', otherwise: '也可以照指南自己查' };
const COPIED = { copied: '已复制。', selected: '没能自动复制。已选中，长按复制，电脑上按 Ctrl+C。' };
/** Rows of a kind; more would take the page long to lay out, and nobody reads them. */
const MOST_ROWS = 50;
/** Characters of a sentence that are shown beside what is said of it. */
const SENTENCE = 120;

/** @param {HTMLElement} place @param {import('../checker.mjs').Checker} checker @param {DOMStringMap} addresses */
export function begin(place, checker, addresses) {
  const told = /** @type {HTMLElement} */ (place.querySelector('.tell'));
  const found = /** @type {HTMLElement} */ (place.querySelector('.found'));
  const telling = new Telling(told, { subscribe() {} }, checker, { ...TOLD, kept: inTab('policy') });
  for (const type of ['paste', 'drop', 'beforeinput']) telling.field.addEventListener(type, (event) => telling.guard(event));
  telling.field.addEventListener('input', () => found.replaceChildren());
  telling.anew.addEventListener('click', () => found.replaceChildren());
  told.querySelector('.read-it').addEventListener('click', async () => {
    const reply = await telling.read();
    if (!reply) return;
    found.replaceChildren(...draw(reply, addresses));
    found.querySelector('h2').focus();
  });
}

/** @param {any} reply @param {DOMStringMap} links */
function draw(reply, links) {
  const { text, cut, clauses, numbers, contacts, proposals } = reply;
  const points = [...text];
  const [doubtful, plain] = [clauses.filter((each) => each.doubtful), clauses.filter((each) => !each.doubtful)];
  const rows = doubtful.slice(0, MOST_ROWS).map((clause, index) => new ClauseRow(`clause-${index + 1}`, clause, points, links));
  const answers = proposals.map((each, index) => ({ ...each, words: wordsAt(points, each.spans), ...tickRow(`answer-${index + 1}`, `${each.label}${each.shown}`) }));
  const given = () => {
    const lines = rows.filter(({ input }) => input.checked).map(({ clause }) => clause.for_letter);
    const taken = answers.filter(({ input }) => input.checked);
    return lines.length || taken.length ? { from: FROM, lines, proposals: taken.map(({ question, value, words }) => ({ question, value, words })) } : null;
  };
  const all = [doubtful, plain, numbers, contacts].flatMap((each) => each.slice(0, MOST_ROWS)).flatMap(({ spans }) => spans);
  return [
    element('h2', { tabindex: '-1' }, headline(doubtful.length, plain.length, numbers.length)),
    cut ? element('p', {}, cutWords(MOST)) : null,
    doubtful.length ? null : element('p', {}, '没读出来，不等于没有问题。规则没写的，照法律算。'),
    all.length ? drawMarked(points, all, '贴进来的规则') : null,
    doubtful.length ? element('ol', { class: 'clauses' }, rows.map(({ place }) => place)) : null,
    moreWords(doubtful),
    ...listed('写明不退的', plain.map((each) => [element('strong', {}, each.title), '：', quoted(wordsAt(points, each.spans, SENTENCE)), element('p', {}, each.say)])),
    ...listed('时间和费用', numbers.map((each) => [element('strong', {}, each.label), `：${each.shown}，`, quoted(wordsAt(points, each.spans, SENTENCE))])),
    ...listed('找得到人的地方', contacts.map((each) => [element('strong', {}, each.label), '：', quoted(wordsAt(points, each.spans, SENTENCE))])),
    ...(answers.length ? [element('h3', {}, '能填进自查的'), ...answers.map(({ row }) => row)] : []),
    ...(rows.length || answers.length ? alongButton(given, links.check) : []),
  ].filter(Boolean);
}

/** @param {number} doubtful @param {number} plain @param {number} numbers */
function headline(doubtful, plain, numbers) {
  const parts = [doubtful && `${doubtful} 处存疑`, plain && `${plain} 处写明不退`, numbers && `${numbers} 处时间或费用`].filter(Boolean);
  return parts.length ? `读出 ${parts.join('，')}` : '没读出要留意的条款';
}

/** @param {string} heading @param {(Node | string)[][]} rows */
const listed = (heading, rows) =>
  rows.length ? [element('h3', {}, heading), element('ul', {}, rows.slice(0, MOST_ROWS).map((row) => element('li', {}, row.flat()))), moreWords(rows)] : [];

/** @param {unknown[]} rows */
const moreWords = ({ length }) => (length > MOST_ROWS ? element('p', {}, `还有 ${length - MOST_ROWS} 处没有列出。分成几段贴，就都列得出。`) : null);

/** A clause that deserves doubt: its words, why, on what ground, and a sentence for a letter. */
class ClauseRow {
  /** @param {string} id @param {any} clause @param {string[]} points @param {DOMStringMap} links */
  constructor(id, clause, points, links) {
    this.clause = clause;
    const { input, row } = tickRow(id, '这一句带去自查');
    this.input = input;
    const sentence = element('p', { class: 'for-letter' }, clause.for_letter);
    const said = element('p', { class: 'said', role: 'status' });
    const copy = async () => (said.textContent = COPIED[await copyShown(sentence)]);
    const grounds = clause.grounds.map((each) => element('a', { href: articleAt(links.law, each.id) }, each.title));
    this.place = element(
      'li',
      {},
      element('h3', {}, clause.title),
      element('p', { class: 'quote' }, quoted(wordsAt(points, clause.spans, SENTENCE))),
      element('p', {}, clause.say),
      grounds.length ? element('p', { class: 'hint grounds' }, '依据：', grounds.flatMap((each, index) => (index ? ['、', each] : [each]))) : null,
      element('p', { class: 'hint' }, '写给对方可以用这一句：'),
      sentence,
      element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: copy }, '复制这一句', unseen(`：${clause.title}`))),
      said,
      row,
    );
  }
}
