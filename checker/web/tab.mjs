/**
 * The answers of this tab, until it is closed: a reload or a page that crashed loses none of them. No names, no contacts and no texts are among
 * them, but what was typed as an answer is. Nothing here throws: without room the page goes on as if there were none.
 */

import { PREFIX } from './prefix.mjs';

const KEY = `${PREFIX}tab`;
/** How the keys of what was written in one's own words begin (`words.mjs`). */
export const WORDS = `${PREFIX}words.`;
/** @typedef {'story' | 'reply' | 'chat'} Kind */
const KINDS = ['story', 'reply', 'chat'].map((kind) => WORDS + kind);
/** What stands in the field of the home page. */
export const HOME = `${PREFIX}home`;
const VERSION = 1;

/**
 * @typedef {object} InTab
 * @property {string} id the case
 * @property {Record<string, string | string[]>} answers
 * @property {any[]} events
 * @property {any} draft the line of the course of events that is being written
 * @property {any[]} replies
 * @property {any} status
 * @property {string[]} seen the questions that were gone past
 */

export class Tab {
  /** What this page has last read or written here. @type {string | null} */
  #known = null;

  /** @param {() => Storage} storage access is a call, because asking for a blocked storage already throws */
  constructor(storage = () => globalThis.sessionStorage) {
    this.storage = storage;
  }

  /** What was answered in this tab before the page was loaded anew; null where there is nothing. @returns {InTab | null} */
  load() {
    try {
      this.#known = this.storage().getItem(KEY);
      const kept = JSON.parse(this.#known ?? 'null');
      return kept?.v === VERSION && kept.answers ? kept : null;
    } catch {
      return null;
    }
  }

  /** Whether nobody else has written or cleared it since. */
  get isAsWritten() {
    try {
      return this.storage().getItem(KEY) === this.#known;
    } catch {
      return true;
    }
  }

  /** Keeps it, unless the reader has said that nothing is to be kept. @param {InTab} kept */
  save(kept) {
    if (!this.isOff) this.#write({ v: VERSION, ...kept });
  }

  /** Nothing is to be kept in this tab any more. */
  turnOff() {
    this.#write({ v: VERSION, off: true });
    this.dropWords(null);
  }

  /** What comes may be kept again. */
  turnOn() {
    this.#remove();
  }

  /** There is nothing to keep. */
  clear() {
    if (!this.isOff) this.#remove();
  }

  /** What was written in one's own words, and the case that it belongs to. @param {Kind} kind @param {string} id @param {string} text */
  keepWords(kind, id, text) {
    try {
      if (text === '') this.storage().removeItem(WORDS + kind);
      else if (!this.isOff) this.storage().setItem(WORDS + kind, JSON.stringify({ of: id, text }));
    } catch {
      // Full or forbidden: it stands in the field all the same.
    }
  }

  /** Whether something was written in one's own words that does not belong to this case. @param {string} [id] */
  hasWords(id) {
    try {
      return KINDS.some((key) => (JSON.parse(this.storage().getItem(key)) ?? { of: id }).of !== id);
    } catch {
      return false;
    }
  }

  /** Of what was written in one's own words, what belongs to another case goes. @param {string | null} id the case; null where all goes, that of the tools too */
  dropWords(id) {
    try {
      const storage = this.storage();
      for (const key of KINDS) {
        if (JSON.parse(storage.getItem(key))?.of !== id) storage.removeItem(key);
      }
      if (id === null) for (const key of Object.keys(storage)) if (key.startsWith(PREFIX) && key !== KEY) storage.removeItem(key);
    } catch {
      // What cannot be reached holds nothing of ours.
    }
  }

  #remove() {
    try {
      this.storage().removeItem(KEY);
      this.#known = null;
    } catch {
      // What cannot be reached holds nothing of ours.
    }
  }

  /** Whether the reader has said so. */
  get isOff() {
    try {
      return JSON.parse(this.storage().getItem(KEY) ?? 'null')?.off === true;
    } catch {
      return false;
    }
  }

  #write(value) {
    try {
      const written = JSON.stringify(value);
      this.storage().setItem(KEY, written);
      this.#known = written;
    } catch {
      // Full or forbidden: whoever wants more certainty keeps the case.
    }
  }
}
