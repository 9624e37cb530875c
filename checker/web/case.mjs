/** One case: what a reader has besides the answers. Edited texts, what was sent, what came back; and its file. */

import { withUnit } from './components/blank-words.mjs';
import { VERSION } from './protocol.mjs';
import { vocabulary } from './vocabulary.mjs';

/**
 * @typedef {{ from: string, edited: string }} Edit  A text as the checker wrote it, and as its reader changed it; blanks are open in both
 * @typedef {{ on: string, step?: number, before?: Record<string, string | string[] | null> }} Noted  Something that happened: its day, the
 *   how manieth thing noted it is, and of the answers that it changed those that there were before
 * @typedef {Noted & { letter: string }} Sent
 * @typedef {Noted & { reply: string }} Replied
 * @typedef {{ state?: import('./protocol.mjs').State, until?: string | null, sent?: Sent[] }} Status
 * @typedef {{ v: 1, answers: Record<string, string | string[]>, parties?: Record<string, string>, events?: import('./events.mjs').Entry[],
 *   texts?: Record<string, Edit>, replies?: Replied[], status?: Status }} CaseFile
 */

/** A blank in which it is said that a text was checked. */
const CONFIRMED = /属实/;

export class Case {
  /** A line of the course of events that is being written. It is no part of the case. @type {{ when: string, what: string, of?: string }} */
  draft = { when: '', what: '' };

  /**
   * @param {{ id?: string, events?: import('./events.mjs').Entry[], texts?: Record<string, Edit>, replies?: Replied[], status?: Status,
   *   draft?: { when: string, what: string, of?: string } }} parts
   */
  constructor({ id = newId(), events = [], texts = {}, replies = [], status = {}, draft = { when: '', what: '' } } = {}) {
    this.id = id;
    this.draft = draft;
    this.events = [...events];
    this.texts = { ...texts };
    this.replies = [...replies];
    /** @type {Required<Status>} */
    this.status = { state: status.state ?? 'open', until: status.until ?? null, sent: [...(status.sent ?? [])] };
  }

  /**
   * Keeps what the reader made of a text; a text changed back is no edit. `key` is route/letter/length. Answers that change give other
   * texts, so there can be an edit of each: they lie under the key and a number. `renewed` is the text that `from` has become.
   */
  edit(key, from, edited, renewed = from) {
    this.#put(key, from, renewed === edited ? null : { from: renewed, edited });
  }

  /** What the reader made of a text, and of those that earlier answers gave. @returns {Edit[]} */
  edits(key) {
    return this.#slots(key).map((slot) => this.texts[slot]);
  }

  /**
   * Keeps what was filled into a blank that no question asks for. It lies beside the edits of its text: from a blank to words. What happened is the same in
   * every text of a matter, so that the last word holds for all of them.
   */
  fillIn(letter, blank, value) {
    for (const other of this.#alike(letter, blank)) this.#put(other, blank, null);
    this.#put(`${letter}/blank`, blank, value === '' ? null : { from: blank, edited: value });
  }

  /** What was filled into a blank of a text, which goes by route/letter, there or in another text of the same matter. */
  filled(letter, blank) {
    const keys = [`${letter}/blank`, ...this.#alike(letter, blank)];
    return withUnit(blank, keys.flatMap((key) => this.edits(key)).find(({ from }) => from === blank)?.edited ?? '');
  }

  /** Where the same blank of other texts of this matter is kept. What is confirmed in a text is confirmed in that one alone. */
  #alike(letter, blank) {
    if (CONFIRMED.test(blank)) return [];
    const route = letter.slice(0, letter.indexOf('/') + 1);
    const keys = Object.keys(this.texts).map((key) => key.replace(/\/\d+$/, ''));
    return [...new Set(keys)].filter((key) => key.startsWith(route) && key.endsWith('/blank') && key !== `${letter}/blank`);
  }

  #put(key, from, edit) {
    const slots = this.#slots(key);
    const known = slots.find((slot) => this.texts[slot].from === from);
    if (!edit && known) delete this.texts[known];
    if (!edit) return;
    const free = () => [key, ...slots.map((_, index) => `${key}/${index + 1}`)].find((slot) => !(slot in this.texts));
    this.texts[known ?? free()] = edit;
  }

  #slots(key) {
    return Object.keys(this.texts).filter((each) => each.replace(/\/\d+$/, '') === key);
  }

  /** @param {string} day when, as 2026-11-24 */
  markSent(letter, day) {
    const { noted } = this;
    // A second tap on the same button says nothing new.
    const again = noted.slice(-1).find((each) => each.letter === letter && each.on === day);
    if (!again) this.status.sent.push({ letter, on: day, step: this.#nextStep() });
    this.status.state = 'waiting';
  }

  /** Every reply stays, however many come on one day. */
  markReplied(reply, day) {
    this.replies.push({ on: day, reply, step: this.#nextStep() });
    this.status.state = stateAfter(this.status.state, { reply });
  }

  /** What was sent and what came back, in the order in which it happened. @returns {any[]} */
  get noted() {
    const all = [...this.status.sent, ...this.replies];
    return all.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : (one.step ?? 0) - (other.step ?? 0)));
  }

  /** The last thing that was noted, with the answers that it changed; null where there is none that can be taken back. */
  get last() {
    const all = [...this.status.sent, ...this.replies].filter(({ step, before }) => step && before);
    return all.sort((one, other) => one.step - other.step).pop() ?? null;
  }

  /** The answers before and after the last thing was noted: what it changed is kept with it. */
  remember(before, after) {
    const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => String(before[id] ?? '') !== String(after[id] ?? ''));
    const [entry] = [...this.status.sent, ...this.replies].sort((one, other) => (other.step ?? 0) - (one.step ?? 0));
    if (entry && !entry.before) entry.before = Object.fromEntries(changed.map((id) => [id, before[id] ?? null]));
  }

  /** The last thing did not happen after all. Returns the answers that it had changed as they were before; null for those not given. */
  takeBack() {
    const { last } = this;
    const stays = (each) => each !== last;
    this.status.sent = this.status.sent.filter(stays);
    this.replies = this.replies.filter(stays);
    this.status.state = this.noted.reduce((state, each) => stateAfter(state, each), /** @type {Required<Status>['state']} */ ('open'));
    return last?.before ?? {};
  }

  /** The day to look again, and whether it is the other side's turn, as the verdict has it. */
  concluded(day, isTheirTurn) {
    this.status.until = day;
    if (this.status.state === 'solved') return;
    if (isTheirTurn) this.status.state = 'waiting';
    else if (!this.status.sent.length) this.status.state = 'open';
  }

  /** It was not solved after all. */
  reopen() {
    this.replies = this.replies.filter(({ reply }) => vocabulary().state_after[reply] !== 'solved');
    this.status.state = this.status.sent.length ? 'waiting' : 'open';
  }

  #nextStep() {
    return 1 + Math.max(0, ...[...this.status.sent, ...this.replies].map(({ step }) => step ?? 0));
  }

  /** @returns {CaseFile} the whole case, as the command line reads it */
  file({ answers, parties }) {
    return { v: VERSION, answers, parties, events: this.events, texts: this.texts, replies: this.replies, status: this.status };
  }
}

/** How a case stands once one more thing has happened. @param {Required<Status>['state']} state @param {any} noted */
function stateAfter(state, { letter, reply }) {
  if (letter) return 'waiting';
  const after = vocabulary().state_after[reply];
  return after === undefined ? 'open' : (after ?? state);
}

/** Random, and made of letters, digits and hyphens only. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const two = (number) => String(number).padStart(2, '0');

/** 14:05, on the reader's own clock. */
export function localTime(date) {
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** 2026-11-24, on the reader's own calendar. */
export function localDay(date) {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
