/**
 * What this page knows of a case: the answers and names, what was gone past, what has to be mended, what was written, sent and came back,
 * and the conclusion. It changes by the methods here and by nothing else, and whoever shows something of it subscribes.
 */

import { Case } from './case.mjs';
import { fileOfToday } from './earlier.mjs';

/**
 * @typedef {'case' | 'answers' | 'parties' | 'seen' | 'wrong' | 'kept' | 'verdict'} Part  `case`: another one is here, so everything has changed
 * @typedef {Record<string, string | string[]>} Answers
 * @typedef {{ answers: Answers, parties: Record<string, string> }} Given
 * @typedef {{ field: string, message: string }} FieldError
 */

/** The name under which the state remembers what was said before the last question: not to be taken for the id of a question. */
export const said = (name) => `said ${name}`;
/** Whether it is one of those. @param {string} id */
export const isSaid = (id) => id.startsWith('said ');

export class PageState {
  /** @type {((changed: Set<Part>) => void)[]} */
  #subscribers = [];
  /** @type {Readonly<Answers>} */
  #answers = Object.freeze({});
  /** @type {Readonly<Record<string, string>>} */
  #parties = Object.freeze({});
  #seen = new Set();
  /** @type {Map<string, { message: string, byChecker: boolean }>} */
  #wrong = new Map();
  #kept = new Case();
  /** @type {any} */
  #verdict = null;

  /** `listener` is called with what has changed, when it has, in the order of subscribing. What a change makes right or void is told first. @param {(changed: Set<Part>) => void} listener */
  subscribe(listener) {
    this.#subscribers.push(listener);
  }

  /** Every answer given, asked or not: question id -> string, or list of strings where several may be chosen. */
  get answers() {
    return this.#answers;
  }

  /** Every name and number given: field id -> string. */
  get parties() {
    return this.#parties;
  }

  /** What the checker concluded from these answers; null once they are others. */
  get verdict() {
    return this.#verdict;
  }

  /** What there is of the case besides: texts, what was sent, what came back. To be read; `alter` changes it. */
  get kept() {
    return this.#kept;
  }

  get isEmpty() {
    return Object.keys(this.#answers).length + Object.keys(this.#parties).length === 0;
  }

  /** The whole case, as it is kept and taken along. */
  get file() {
    return this.#kept.file({ answers: { ...this.#answers }, parties: { ...this.#parties } });
  }

  /** Ids of the questions and fields that were gone past with 继续, and what was said before the last question. @returns {string[]} */
  get seen() {
    return [...this.#seen];
  }

  hasSeen(id) {
    return this.#seen.has(id);
  }

  see(ids) {
    const before = this.#seen.size;
    for (const id of ids) this.#seen.add(id);
    if (this.#seen.size !== before) this.#tell('seen');
  }

  /** These are to be gone past once more. */
  unsee(ids) {
    for (const id of ids) this.#seen.delete(id);
    this.#tell('seen');
  }

  /** What the reader has given, all of it. Other answers make the conclusion void, and what was wrong with them too. @param {Given} given */
  write({ answers, parties }) {
    const [others, names] = [differing(this.#answers, answers), differing(this.#parties, parties)];
    if (!others.length && !names.length) return;
    this.#put({ answers, parties });
    this.#verdict = null;
    this.unmark([...others, ...names]);
    /** @type {Part[]} */
    const changed = [...(others.length ? /** @type {Part[]} */ (['answers']) : []), ...(names.length ? /** @type {Part[]} */ (['parties']) : [])];
    this.#tell(...changed, 'verdict');
  }

  /** A name or number that a text has a blank for. The conclusion does not depend on it. */
  name(id, value) {
    this.#put({ answers: this.#answers, parties: { ...this.#parties, [id]: value } });
    this.unmark([id]);
    this.#tell('parties');
  }

  /** The message at a question or field that has to be mended; null where nothing has. @returns {string | null} */
  wrongAt(id) {
    return this.#wrong.get(id)?.message ?? null;
  }

  /** What the checker could not read and was not changed since. @returns {FieldError[]} */
  get unread() {
    return [...this.#wrong].filter(([, { byChecker }]) => byChecker).map(([field, { message }]) => ({ field, message }));
  }

  /** @param {FieldError[]} errors @param {{ byChecker?: boolean }} [by] */
  mark(errors, { byChecker = false } = {}) {
    for (const { field, message } of errors) this.#wrong.set(field, { message, byChecker: byChecker || this.#wrong.get(field)?.byChecker === true });
    if (errors.length) this.#tell('wrong');
  }

  /** Nothing is wrong there any more; with `keepUnread` only what the checker could not read still is. @param {string[]} ids */
  unmark(ids, { keepUnread = false } = {}) {
    const gone = ids.filter((id) => this.#wrong.has(id) && !(keepUnread && this.#wrong.get(id).byChecker));
    for (const id of gone) this.#wrong.delete(id);
    if (gone.length) this.#tell('wrong');
  }

  /** Changes what is kept of the case, or notes what happened to it. @param {(kept: Case) => void} act */
  alter(act) {
    act(this.#kept);
    this.#tell('kept');
  }

  /** What the checker has concluded from the answers as they are: it could read all of them. */
  conclude(verdict) {
    this.unmark(this.unread.map(({ field }) => field));
    this.#verdict = verdict;
    this.#kept.concluded(verdict.come_back_on, verdict.their_turn);
    this.#tell('verdict', 'kept');
  }

  /** What was concluded, or is being concluded, is void. */
  drop() {
    this.#verdict = null;
    this.#tell('verdict');
  }

  /**
   * Another case in place of this one, or the same one as it was before the page was loaded anew.
   *
   * @param {string | undefined} id @param {any} file @param {string[]} [seen]
   */
  open(id, file, seen = []) {
    const today = fileOfToday(file);
    this.#kept = new Case({ ...today, id });
    this.#put(today);
    this.#seen = new Set(seen);
    this.#wrong.clear();
    this.#verdict = null;
    this.#tell('case', 'answers', 'parties', 'seen', 'wrong', 'kept', 'verdict');
  }

  /** Whoever reads it cannot change it, and what is empty was not given. */
  #put({ answers, parties }) {
    const given = (all) => Object.freeze(Object.fromEntries(Object.entries(all ?? {}).filter(([, each]) => each?.length)));
    this.#answers = given(answers);
    this.#parties = given(parties);
  }

  /** @param {Part[]} parts */
  #tell(...parts) {
    const changed = new Set(parts);
    for (const listener of this.#subscribers) listener(changed);
  }
}

/** The names under which two records hold different things. */
function differing(one, other) {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => String(one[key] ?? '') !== String(other[key] ?? ''));
}
