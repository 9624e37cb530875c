/**
 * The page 三明确: a text that its writer is about to send, looked at while it is written. Whether the three clears stand in it, which words hurt, and
 * what a telling lacks; each with a sentence that one tap puts in and another takes out.
 */

import { DONE, copyFrom } from '../components/copy.mjs';
import { element } from '../components/element.mjs';
import { drawMarked } from '../components/proposals.mjs';
import { Rewording } from '../components/rewording.mjs';
import { Telling, cutWords, reading, whyNot } from '../components/telling.mjs';
import { first } from '../code-points.mjs';
import { MOST } from '../hearing.mjs';
import { hand } from '../words.mjs';
import { inTab } from './in-tab.mjs';

/** After the last key. */
const PAUSE_MS = 400;
/** More would take the page long to lay out; what is beyond them comes on view once these are mended. */
const MOST_MARKS = 100;
const PREPARING = '检查程序还在准备，准备好就看，不用点。';
const NOT_TAKEN = '这台浏览器不让网页记住文字，带不过去。先复制，到自查页再贴。';

/** @typedef {import('../components/rewording.mjs').Wording & { cut: boolean }} Found */

/** @param {HTMLElement} place @param {import('../components/telling.mjs').Asker} checker @param {DOMStringMap} addresses */
export function begin(place, checker, { check }) {
  return new WordingTool(place, checker, inTab('wording'), check);
}

class WordingTool {
  #pause = null;
  /** Whether somebody has written on while Python read. */
  #isAsking = false;
  #isAnother = false;
  /** The text that was read last, of which the page speaks. */
  #read = '';

  /**
   * @param {HTMLElement} place with a `.tell`, and a `.found` for what is said of the words
   * @param {import('../components/telling.mjs').Asker} checker
   * @param {import('../components/telling.mjs').Kept} kept @param {string} check the address of the checker
   */
  constructor(place, checker, kept, check) {
    this.checker = checker;
    this.check = check;
    const tell = /** @type {HTMLElement} */ (place.querySelector('.tell'));
    const keep = (text) => (kept.keep(text), this.#later());
    this.telling = new Telling(tell, { subscribe: () => {} }, checker, { what: 'wording', kind: 'wording', most: MOST, empty: '', kept: { ...kept, keep } });
    const { field } = this.telling;
    for (const type of ['paste', 'drop', 'beforeinput']) field.addEventListener(type, (event) => this.telling.guard(event));
    this.again = element('button', { type: 'button', class: 'plain', hidden: true, click: () => this.#look() }, '再看一次');
    this.clears = element('div', { class: 'clears' });
    this.marked = element('div', {});
    this.wording = new Rewording({ text: () => this.telling.text, put: (text) => this.telling.fill(text) }, '可以改的地方', this.again, this.clears, this.marked);
    this.copied = element('p', { class: 'said', role: 'status' });
    this.onwards = this.#onwards();
    place.querySelector('.found').append(this.wording.place, this.onwards);
    if (this.telling.text.trim()) this.#look();
  }

  #later() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#look(), PAUSE_MS);
  }

  /** One at a time, and the last one always. */
  async #look() {
    if (this.#isAsking) return void (this.#isAnother = true);
    const whole = this.telling.text;
    this.onwards.hidden = whole.trim() === '';
    if (whole.trim() === '') return this.#nothing();
    this.#isAsking = true;
    this.#isAnother = false;
    if (this.checker.client.state !== 'ready') this.#say(PREPARING);
    const text = first(whole, MOST);
    const reply = await reading(this.checker, 'wording', text);
    this.#isAsking = false;
    const isOver = this.telling.text !== whole;
    if (!isOver) this.#show(reply, text, text !== whole);
    else if (this.#isAnother) this.#look();
    return undefined;
  }

  #nothing() {
    this.again.hidden = true;
    this.#say('');
    this.wording.clear();
  }

  /** Nothing is said of the text but this. @param {string} words */
  #say(words) {
    this.#read = '';
    this.clears.replaceChildren();
    this.marked.replaceChildren();
    this.wording.show({ phrases: [], statements: [], clears: [] }, '', words);
  }

  /** @param {any} reply @param {string} text @param {boolean} isCut */
  #show(reply, text, isCut) {
    this.again.hidden = reply.kind === 'wording';
    if (reply.kind !== 'wording') return this.#say(`这次没有看成。${whyNot(reply)}写的还在，可以再点一次，也可以照着指南自己对。`);
    const { phrases, statements, clears, cut } = /** @type {Found} */ (reply);
    const lacking = clears.filter(({ present }) => !present).map(({ label }) => label);
    const count = phrases.length + statements.length;
    const three = lacking.length ? `还没有写${lacking.join('、')}。` : '三样都写了。';
    const words = `${three}${count ? `有 ${count} 处可以改。` : '没有看到会帮倒忙的话。'}${isCut || cut ? cutWords(MOST) : ''}`;
    if (text !== this.#read) this.#draw(clears, phrases, text);
    this.#read = text;
    this.wording.show({ phrases, statements, clears: [] }, text, words);
    return undefined;
  }

  /** @param {import('../components/rewording.mjs').Clear[]} clears @param {import('../components/rewording.mjs').Phrase[]} phrases @param {string} text */
  #draw(clears, phrases, text) {
    const rows = clears.map((clear) => [
      element('dt', {}, element('span', { class: `mark ${clear.present ? 'met' : 'not_met'}` }, clear.present ? '写了' : '没写'), clear.label),
      element('dd', {}, element('p', {}, clear.say), ...this.wording.addition(clear.add)),
    ]);
    const focused = this.clears.contains(document.activeElement);
    this.clears.replaceChildren(element('dl', {}, rows.flat()));
    if (focused) /** @type {HTMLElement | null} */ (this.clears.querySelector('button'))?.focus({ preventScroll: true });
    const spans = phrases.slice(0, MOST_MARKS).flatMap((phrase) => phrase.spans);
    this.marked.replaceChildren(...(spans.length ? [drawMarked([...text], spans, '你写的话，标出来的可以改')] : []));
  }

  /** What one does with the text when it is as it should be. */
  #onwards() {
    const { field } = this.telling;
    const copy = async () => (this.copied.textContent = DONE[await copyFrom(field)]);
    const take = () => {
      if (!hand(first(this.telling.text, MOST).trim())) return void (this.copied.textContent = NOT_TAKEN);
      location.assign(this.check);
      return undefined;
    };
    return element(
      'div',
      { class: 'onwards', hidden: true },
      element('div', { class: 'buttons' }, element('button', { type: 'button', click: copy }, '复制'), element('button', { type: 'button', class: 'plain', click: take }, '带去自查，当作经过')),
      this.copied,
    );
  }
}
