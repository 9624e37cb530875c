/**
 * What is still to be filled in, one field each, so that nobody has to hunt for brackets on a phone. What is typed stands in the text at
 * once. A field stays where it is as long as the text has its blank, filled or not: whoever types there, or has just typed there and
 * touches something else, finds everything in its place.
 */

import { inASentence, isLong, isTale } from './blank-words.mjs';
import { element } from './element.mjs';

/** Of what was told, as much as one wants to see at once. */
const ROWS = 6;

/**
 * @typedef {object} BlankCallbacks
 * @property {(blank: string) => { label: string, go: () => void } | null} asked the question that fills a blank, where one does
 * @property {(blank: string) => string} value what was filled in
 * @property {(blank: string, value: string) => void} fill called at every change
 * @property {() => string} told what was told in one's own words; empty where nothing was
 */

export class Blanks {
  /** The rows that were drawn, by blank. @type {Map<string, { place: HTMLElement, field: HTMLInputElement | HTMLTextAreaElement | null }>} */
  #rows = new Map();
  /** @param {string} id unique on the page @param {BlankCallbacks} callbacks */
  constructor(id, callbacks) {
    this.id = id;
    this.callbacks = callbacks;
    this.head = element('p', { 'aria-live': 'polite' });
    this.place = element('div', { class: 'blanks' });
  }

  /** Shows what a text has of blanks. Rows that stand are not touched. @param {string[]} blanks */
  show(blanks) {
    const rows = blanks.map((blank) => this.#row(blank));
    const wanted = rows.map(({ place }) => place);
    for (const { place } of this.#rows.values()) if (!wanted.includes(place)) place.remove();
    if (!rows.length) return this.head.remove();
    let last = this.head;
    if (!last.isConnected) this.place.prepend(last);
    for (const place of wanted) {
      if (last.nextElementSibling !== place) last.after(place);
      last = place;
    }
    this.#fillFields(blanks);
    const open = blanks.filter((blank) => !this.isFilled(blank)).length;
    const words = open ? `还有 ${open} 处要填，填在这里就写进文本：` : '都填好了，要改就在这里改：';
    if (this.head.textContent !== words) this.head.textContent = words;
  }

  isFilled(blank) {
    return this.callbacks.value(blank).trim() !== '';
  }

  /** A value that was given elsewhere. Where somebody types, what stands there is the newer one. */
  #fillFields(blanks) {
    for (const blank of blanks) {
      const { field } = this.#row(blank);
      const value = this.callbacks.value(blank);
      if (field && field !== document.activeElement && field.value !== value) field.value = value;
    }
  }

  #row(blank) {
    if (!this.#rows.has(blank)) this.#rows.set(blank, this.#draw(blank));
    return this.#rows.get(blank);
  }

  /** What was told already need not be told once more. What stands in the field stays before it. */
  #offer(told, field) {
    const put = () => {
      field.value = [field.value.trim(), told].filter(Boolean).join('。');
      field.rows = ROWS;
      field.dispatchEvent(new Event('input'));
      button.remove();
      field.focus();
    };
    const button = element('button', { type: 'button', class: 'plain', click: put }, '放进你写的话');
    return button;
  }

  #draw(blank) {
    const asked = this.callbacks.asked(blank);
    if (asked) {
      const go = element('a', { href: '#', click: (event) => (event.preventDefault(), asked.go()) }, asked.label);
      return { place: element('div', { class: 'blank', 'data-blank': blank }, element('span', {}, blank), go), field: null };
    }
    const id = `${this.id}-${this.#rows.size + 1}`;
    const take = () => field.value !== this.callbacks.value(blank) && this.callbacks.fill(blank, field.value);
    // Some keyboards and password managers tell of what they put in only afterwards, by `change`.
    const all = { id, autocomplete: 'off', input: take, change: take };
    const field = isLong(blank) || isTale(blank) ? element('textarea', { ...all, rows: 2 }) : element('input', { ...all, type: 'text' });
    const told = isTale(blank) ? inASentence(this.callbacks.told()) : '';
    return { place: element('div', { class: 'blank', 'data-blank': blank }, element('label', { for: id }, blank), field, told && this.#offer(told, field)), field };
  }
}
