/**
 * The answers of this tab, until it is closed: a reload, a page that crashed or a swipe back in an app loses none of them. Nothing that names
 * anybody is among them: no names, no contacts, no texts. Nothing here throws: without room the page goes on as if there were none.
 */

import { PREFIX } from './prefix.mjs';

const KEY = `${PREFIX}tab`;
const VERSION = 1;

/**
 * @typedef {object} InTab
 * @property {string} id the case
 * @property {Record<string, string | string[]>} answers
 * @property {any[]} replies
 * @property {any} status
 * @property {string[]} seen the questions that were gone past
 */

export class Tab {
  /** @param {() => Storage} storage access is a call, because asking for a blocked storage already throws */
  constructor(storage = () => globalThis.sessionStorage) {
    this.storage = storage;
  }

  /** What was answered in this tab before the page was loaded anew; null where there is nothing. @returns {InTab | null} */
  load() {
    try {
      const kept = JSON.parse(this.storage().getItem(KEY) ?? 'null');
      return kept?.v === VERSION && kept.answers ? kept : null;
    } catch {
      return null;
    }
  }

  /** Keeps it, unless the reader has said that nothing is to be kept. @param {InTab} kept */
  save(kept) {
    if (this.#isOff()) return;
    this.#write({ v: VERSION, ...kept });
  }

  /** Nothing is to be kept in this tab any more. */
  turnOff() {
    this.#write({ v: VERSION, off: true });
  }

  /** What comes may be kept again. */
  turnOn() {
    this.#remove();
  }

  /** There is nothing to keep. */
  clear() {
    if (!this.#isOff()) this.#remove();
  }

  #remove() {
    try {
      this.storage().removeItem(KEY);
    } catch {
      // What cannot be reached holds nothing of ours.
    }
  }

  #isOff() {
    try {
      return JSON.parse(this.storage().getItem(KEY) ?? 'null')?.off === true;
    } catch {
      return false;
    }
  }

  #write(value) {
    try {
      this.storage().setItem(KEY, JSON.stringify(value));
    } catch {
      // Full or forbidden: whoever wants more certainty keeps the case.
    }
  }
}
