/**
 * What is said of how a text is worded: a row for each place, with why it hurts and a sentence that can stand there, put in by one tap and taken out
 * by another. What a tap changes goes through whoever holds the text, as if it had been typed; the text itself never gets the focus.
 */

import { wordsAt } from '../code-points.mjs';
import { addedTo, inPlaceOf, made, takenBack } from '../rewriting.mjs';
import { element, unseen } from './element.mjs';
import { quoted } from './proposals.mjs';

/**
 * @typedef {import('../code-points.mjs').Span} Span
 * @typedef {{ kind: string, spans: Span[], clause: Span, why: string, better: string }} Phrase
 * @typedef {{ spans: Span[], missing: string[], say: string }} Statement
 * @typedef {{ id: string, label: string, present: boolean, spans: Span[], say: string, add: string }} Clear
 * @typedef {{ phrases: Phrase[], statements: Statement[], clears: Clear[] }} Wording as Python gives it; `better` and `add` hold `___` for what only
 *   the writer knows
 * @typedef {{ text: () => string, put: (text: string) => void }} Held whoever holds the text
 */

/** Rows at a time: who mends these sees the next. */
const MOST_ROWS = 20;
const OPEN = '___';
const FILL_IN = `“${OPEN}”的地方照实填。`;
const GONE = '这一句已经改过了，没有换。';

export class Rewording {
  /** What was changed last, as it was made, or taken back. @type {import('../rewriting.mjs').Change & { isBack: boolean } | null} */
  #last = null;
  /** What is shown now, so that nothing is drawn anew that stands there already. */
  #shown = '';

  /** @param {Held} held @param {string} heading of the rows, for those who hear the page @param {HTMLElement[]} above what stands above the rows */
  constructor(held, heading, ...above) {
    this.held = held;
    this.state = element('p', { class: 'said', role: 'status' });
    this.rows = element('ul', { 'aria-label': heading });
    this.undo = element('button', { type: 'button', class: 'plain', hidden: true, click: () => this.#make(takenBack(this.#last), !this.#last.isBack) });
    this.undone = element('p', { class: 'said', role: 'status' });
    this.more = element('p', { class: 'hint' });
    this.place = element('div', { class: 'wording' }, element('div', { class: 'changed' }, this.undone, this.undo), this.state, above, this.rows, this.more);
  }

  /**
   * Shows this of a text. `words` is said once, and again only when it is another.
   *
   * @param {Wording} found @param {string} text that it is about @param {string} words
   */
  show({ phrases, statements, clears }, text, words) {
    this.#follow();
    const points = [...text];
    if (this.state.textContent !== words) this.state.textContent = words;
    const shown = JSON.stringify([phrases.map((each) => [each, wordsAt(points, [each.clause])]), statements.map((each) => [each, wordsAt(points, each.spans)]), clears]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const focused = this.rows.contains(document.activeElement);
    const rows = [
      ...phrases.map((phrase) => () => this.#phrase(phrase, points, text)),
      ...statements.map(({ spans, say }) => () => [element('p', { class: 'words' }, quoted(wordsAt(points, spans))), element('p', {}, say)]),
      ...clears.map(({ say, add }) => () => [element('p', {}, say), ...this.addition(add)]),
    ];
    this.rows.replaceChildren(...rows.slice(0, MOST_ROWS).map((draw) => element('li', {}, draw())));
    this.more.textContent = rows.length > MOST_ROWS ? `还有 ${rows.length - MOST_ROWS} 处，改完这些再往下看。` : '';
    if (focused) /** @type {HTMLElement | null} */ (this.rows.querySelector('button'))?.focus({ preventScroll: true });
  }

  /** Nothing is said any more. */
  clear() {
    this.show({ phrases: [], statements: [], clears: [] }, '', '');
    this.#forget();
  }

  /** Words that hurt, the clause around them, and what can stand there. @param {Phrase} phrase @param {string[]} points @param {string} text */
  #phrase(phrase, points, text) {
    const { spans: [[from, to]], clause: [start, end], why, better } = phrase;
    const words = (one, other) => points.slice(one, other).join('').replace(/\s+/g, ' ');
    const whole = element('bdi', {}, words(start, from).trimStart(), element('mark', {}, words(from, to)), words(to, end).replace(/[，。；、\s]+$/, ''));
    return [element('p', { class: 'words' }, '“', whole, '”'), element('p', {}, why), ...this.replacement(phrase, text, better)];
  }

  /** A sentence for the place of a clause, and its button. @param {Phrase} phrase @param {string} text @param {string} better */
  replacement({ clause }, text, better) {
    const change = inPlaceOf(text, clause, better);
    return [element('p', { class: 'better' }, `可以改成：${better}`), this.button('换成这句', better, () => change)];
  }

  /** A sentence to add, and its button; once it is there, that its blanks are open. @param {string} add */
  addition(add) {
    if (!add) return [];
    if (this.held.text().includes(add)) return [element('p', { class: 'better' }, FILL_IN)];
    return [element('p', { class: 'better' }, `可以加上：${add}`), this.button('加在后面', add, () => addedTo(this.held.text(), add))];
  }

  /** @param {string} words @param {string} sentence for those who hear the page @param {() => import('../rewriting.mjs').Change} change */
  button(words, sentence, change) {
    return element('button', { type: 'button', class: 'plain', click: () => this.#make(change()) }, words, unseen(`：${sentence}`));
  }

  /** @param {import('../rewriting.mjs').Change} change */
  #make(change, isBack = false) {
    const done = made(this.held.text(), change);
    if (!done) return void (this.undone.textContent = GONE);
    this.#last = { ...done.change, isBack };
    const open = !isBack && change.now.includes(OPEN) ? FILL_IN : '';
    this.undone.textContent = isBack ? '撤回了，还是原来的话。' : `改好了。${open}`;
    this.undo.textContent = isBack ? '还是用这句' : '撤回';
    this.undo.hidden = false;
    this.held.put(done.text);
    // The button that was pressed is about to go, and this one takes back what it did.
    this.undo.focus({ preventScroll: true });
    this.undo.scrollIntoView({ block: 'nearest' });
    return undefined;
  }

  /** What was changed and is not there any more cannot be taken back. */
  #follow() {
    if (this.#last && !made(this.held.text(), takenBack(this.#last))) this.#forget();
  }

  #forget() {
    this.#last = null;
    this.undo.hidden = true;
    this.undone.textContent = '';
  }
}
