/**
 * Cases on this device, once the reader has agreed. Names, numbers and edited texts lie apart and want a consent of their own.
 *
 * Every entry of ours begins with `PREFIX`. Nothing here throws: storage that is blocked, full or written by another tab is an outcome
 * with a name.
 */

import { PREFIX } from './prefix.mjs';
import { VERSION as FILE_VERSION } from './protocol.mjs';

export const CONSENT = `${PREFIX}consent`;
const CASE = `${PREFIX}case.`;
const PERSONAL = `${PREFIX}personal.`;
const VERSION = 1;

/**
 * @typedef {{ answers: boolean, personal: boolean }} Consent
 * @typedef {'saved' | 'answers-only' | 'off' | 'full' | 'blocked' | 'newer-elsewhere' | 'changed-elsewhere' | 'deleted-elsewhere'} Outcome
 *   `answers-only`: there was no more room for the names and texts. `newer-elsewhere`: another tab has changed the case and this one has not.
 * @typedef {{ id: string, title: string, savedAt: number, status: import('./case.mjs').Status, answers: any, parties?: any }} Entry `title`: what the
 *   reader calls it, or what it is about
 * @typedef {{ answers: string, parties: string, texts: string }} Essence
 */

/**
 * What the reader has said and done, as texts that are equal if it is: the answers with the course of
 * events, what was sent and what came back, the names, the
 * edited texts. Where a case stands and when to look again follows from the answers and the day, so it is left out.
 *
 * @param {{ answers?: any, events?: any, replies?: any, status?: any, parties?: any, texts?: any }} file
 * @returns {Essence}
 */
export function essence({ answers, events, replies, status, parties, texts }) {
  const given = (all) => Object.fromEntries(Object.entries(all ?? {}).filter(([, each]) => each?.length));
  return { answers: inOrder([given(answers), events ?? [], replies ?? [], status?.sent ?? []]), parties: inOrder(given(parties)), texts: inOrder(texts ?? {}) };
}

/** JSON with the keys sorted. */
const inOrder = (value) =>
  JSON.stringify(value, (_, part) => (part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part));
const NONE = essence({});

export class Store {
  /** What this page has last read or written of each case, by id. @type {Map<string, Partial<Essence>>} */
  #known = new Map();

  /** @param {() => Storage} storage access is a call, because asking for a blocked storage already throws */
  constructor(storage = () => globalThis.localStorage) {
    this.storage = storage;
  }

  /** Whether this browser lets the page keep anything at all. */
  isThere() {
    try {
      const probe = `${PREFIX}probe`;
      this.storage().setItem(probe, '1');
      this.storage().removeItem(probe);
      return true;
    } catch {
      return false;
    }
  }

  /** @returns {Consent} */
  consent() {
    const given = this.#read(CONSENT);
    return { answers: given?.answers === true, personal: given?.answers === true && given?.personal === true };
  }

  /**
   * What is no longer agreed to is removed at once.
   * @param {Consent} consent
   * @returns {Outcome}
   */
  agree({ answers, personal }) {
    if (!answers) this.#removeAll(PREFIX);
    else if (!personal) this.#removeAll(PERSONAL);
    if (!answers) return 'off';
    return this.#write(CONSENT, { v: VERSION, answers, personal: personal && answers });
  }

  /** @returns {Entry[]} all cases, the last one first; what another edition of this page has written is left alone */
  list() {
    const entries = this.#keys(CASE).map((key) => [key.slice(CASE.length), this.#read(key)]);
    return entries
      .filter(([, entry]) => entry?.v === VERSION)
      .map(([id, { title, name, savedAt, status, answers }]) => ({ id, title: name || title, savedAt, status, answers, parties: this.#read(PERSONAL + id)?.parties }))
      .sort((one, other) => other.savedAt - one.savedAt);
  }

  /** The whole case file of one case; null where there is none that can be read. */
  load(id) {
    const entry = this.#read(CASE + id);
    if (entry?.v !== VERSION) return null;
    const { parties, texts } = this.#read(PERSONAL + id) ?? {};
    const { answers, events, replies, status } = entry;
    const file = { v: FILE_VERSION, answers, parties: parties ?? {}, events: events ?? [], texts: texts ?? {}, replies: replies ?? [], status: status ?? {} };
    this.#known.set(id, essence(file));
    return file;
  }

  /**
   * How the case on the page and the one on the device stand to each other. To have opened it somewhere else changes nothing.
   *
   * @returns {'same' | 'mine' | 'newer-elsewhere' | 'changed-elsewhere' | 'deleted-elsewhere'} `mine`: only this page has changed it
   */
  compare(id, file) {
    const stored = this.#read(CASE + id);
    const known = this.#known.get(id);
    if (!stored) return known ? 'deleted-elsewhere' : 'mine';
    const mine = essence(file);
    const states = [stateOf(essence(stored).answers, known?.answers, mine.answers)];
    const names = this.consent().personal && this.#read(PERSONAL + id);
    for (const part of names ? /** @type {const} */ (['parties', 'texts']) : []) {
      const [theirs, before] = [essence(names)[part], known?.[part] ?? NONE[part]];
      const loses = theirs !== NONE[part] || mine[part] === before;
      states.push(loses ? stateOf(theirs, before, mine[part]) : 'mine');
    }
    const is = (state) => states.includes(state);
    if (is('changed-elsewhere') || (is('newer-elsewhere') && is('mine'))) return 'changed-elsewhere';
    if (is('newer-elsewhere')) return 'newer-elsewhere';
    return is('mine') ? 'mine' : 'same';
  }

  /**
   * Writes nothing where all of it is there already.
   *
   * @param {string} id
   * @param {import('./case.mjs').CaseFile} file
   * @param {{ title: string, now: number, force?: boolean }} about `force` writes over what another tab has written
   * @returns {Outcome}
   */
  save(id, file, { title, now, force = false }) {
    const consent = this.consent();
    if (!consent.answers) {
      this.#known.clear();
      return this.isThere() ? 'off' : 'blocked';
    }
    const found = force ? 'mine' : this.compare(id, file);
    if (found !== 'mine' && found !== 'same') return found;
    const { answers, events, replies, status, parties, texts } = file;
    const { name } = this.#read(CASE + id) ?? {};
    const first = this.#renew(CASE + id, { v: VERSION, title, ...(name && { name }), answers, ...(events?.length && { events }), replies, status }, { savedAt: now });
    if (first !== 'saved') return first;
    const { answers: written, ...names } = essence(file);
    this.#known.set(id, { ...this.#known.get(id), answers: written });
    if (!consent.personal) return 'saved';
    const second = this.#renew(PERSONAL + id, { v: VERSION, parties, texts });
    if (second === 'saved') this.#known.set(id, { answers: written, ...names });
    return second === 'saved' ? 'saved' : 'answers-only';
  }

  /** How many other cases there are than this one, and how many of them with names or edited texts. */
  others(id) {
    const count = (prefix) => this.#keys(prefix).filter((key) => key !== prefix + id).length;
    return { cases: count(CASE), names: count(PERSONAL) };
  }

  /** What the reader calls a case. Nothing at all: what it is about again. @param {string} id @param {string} name @returns {Outcome} */
  rename(id, name) {
    const { name: _, ...stored } = this.#read(CASE + id) ?? {};
    if (stored.v !== VERSION) return 'deleted-elsewhere';
    return this.#write(CASE + id, { ...stored, ...(name && { name }) });
  }

  remove(id) {
    this.#known.delete(id);
    for (const key of [CASE + id, PERSONAL + id]) this.#remove(key);
  }

  #read(key) {
    try {
      const text = this.storage().getItem(key);
      const value = text === null ? null : JSON.parse(text);
      return value !== null && typeof value === 'object' ? value : null;
    } catch {
      return null;
    }
  }

  /** Writes `value` with what `besides` has to say of it, unless that value stands there. @returns {Outcome} */
  #renew(key, value, besides = {}) {
    const stored = this.#read(key) ?? {};
    const there = Object.fromEntries(Object.keys(value).map((name) => [name, stored[name]]));
    return inOrder(there) === inOrder(value) ? 'saved' : this.#write(key, { ...value, ...besides });
  }

  /** @returns {Outcome} */
  #write(key, value) {
    try {
      this.storage().setItem(key, JSON.stringify(value));
      return 'saved';
    } catch (error) {
      return error?.name === 'QuotaExceededError' || error?.name === 'NS_ERROR_DOM_QUOTA_REACHED' ? 'full' : 'blocked';
    }
  }

  #remove(key) {
    try {
      this.storage().removeItem(key);
    } catch {
      // What cannot be reached holds nothing of ours.
    }
  }

  #keys(prefix) {
    try {
      const storage = this.storage();
      return Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter((key) => key?.startsWith(prefix));
    } catch {
      return [];
    }
  }

  #removeAll(prefix) {
    for (const key of this.#keys(prefix)) this.#remove(key);
    if (prefix === PREFIX) this.#known.clear();
  }
}

/** One part of a case: as it is on the device, as this page knew it, as it is on the page. */
function stateOf(theirs, known, mine) {
  if (theirs === mine) return 'same';
  if (theirs === known) return 'mine';
  return mine === known ? 'newer-elsewhere' : 'changed-elsewhere';
}

/** The theme keeps its own choices (light or dark) under the path of the site and two underscores. */
const ofTheTheme = (key) => /(^|[./])__[a-z]+$/.test(key);

/**
 * Removes whatever this site has put on the device: saved cases and choices, caches, databases, workers that serve files.
 * Returns the names of what could not be removed; an empty list means that nothing is left.
 */
export async function forgetEverything(place = globalThis) {
  const left = [];
  const attempt = async (name, act) => {
    try {
      await act();
    } catch {
      left.push(name);
    }
  };
  const ours = (name) => name.startsWith(PREFIX);
  for (const name of ['localStorage', 'sessionStorage']) {
    await attempt(name, () => {
      const storage = place[name];
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
      for (const key of keys) if (ours(key) || ofTheTheme(key)) storage.removeItem(key);
    });
  }
  await attempt('caches', async () => {
    const names = (await place.caches?.keys()) ?? [];
    await Promise.all(names.filter(ours).map((name) => place.caches.delete(name)));
  });
  await attempt('indexedDB', async () => {
    const all = (await place.indexedDB?.databases?.()) ?? [];
    await Promise.all(all.filter(({ name }) => ours(name)).map(({ name }) => deleted(place.indexedDB.deleteDatabase(name))));
  });
  await attempt('serviceWorker', async () => {
    const workers = (await place.navigator?.serviceWorker?.getRegistrations()) ?? [];
    const here = new URL('.', import.meta.url).href.replace(/assets\/checker[^/]*\/$/, '');
    await Promise.all(workers.filter(({ scope }) => scope.startsWith(here)).map((worker) => worker.unregister()));
  });
  return left;
}

const deleted = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = request.onblocked = () => reject(request.error);
  });
