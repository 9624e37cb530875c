/**
 * Cases on this device, once the reader has agreed. Names, numbers and edited texts lie apart and want a consent of their own.
 *
 * Every entry of ours begins with `PREFIX`. Nothing here throws: storage that is blocked, full or written by another tab is an outcome
 * with a name.
 */

import { PREFIX } from './prefix.mjs';

export const CONSENT = `${PREFIX}consent`;
const CASE = `${PREFIX}case.`;
const PERSONAL = `${PREFIX}personal.`;
const VERSION = 1;

/**
 * @typedef {{ answers: boolean, personal: boolean }} Consent
 * @typedef {'saved' | 'off' | 'full' | 'blocked' | 'changed-elsewhere' | 'deleted-elsewhere'} Outcome
 * @typedef {{ id: string, title: string, savedAt: number, status: import('./case.mjs').Status }} Entry
 */

export class Store {
  /** The revision of each case that this page knows, by id. */
  #known = new Map();

  /** @param {() => Storage} storage access is a call, because asking for a blocked storage already throws */
  constructor(storage = () => globalThis.localStorage, tab = Math.random().toString(36).slice(2)) {
    this.storage = storage;
    this.tab = tab;
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
      .map(([id, { title, savedAt, status }]) => ({ id, title, savedAt, status }))
      .sort((one, other) => other.savedAt - one.savedAt);
  }

  /** The whole case file of one case; null where there is none that can be read. */
  load(id) {
    const entry = this.#read(CASE + id);
    if (entry?.v !== VERSION) return null;
    this.#known.set(id, entry.rev);
    const { parties, texts } = this.#read(PERSONAL + id) ?? {};
    const { answers, replies, status } = entry;
    return { v: 1, answers, parties: parties ?? {}, texts: texts ?? {}, replies: replies ?? [], status: status ?? {} };
  }

  /**
   * @param {string} id
   * @param {import('./case.mjs').CaseFile} file
   * @param {{ title: string, now: number, force?: boolean }} about `force` writes over what another tab has written
   * @returns {Outcome}
   */
  save(id, file, { title, now, force = false }) {
    const consent = this.consent();
    if (!consent.answers) return this.isThere() ? 'off' : 'blocked';
    const [stored, known] = [this.#read(CASE + id), this.#known.get(id)];
    if (!force && stored && stored.rev !== known) return 'changed-elsewhere';
    if (!force && !stored && known !== undefined) return 'deleted-elsewhere';
    const { answers, replies, status, parties, texts } = file;
    const rev = `${(parseInt(stored?.rev ?? '0', 10) || 0) + 1}-${this.tab}`;
    const first = this.#write(CASE + id, { v: VERSION, rev, title, savedAt: now, answers, replies, status });
    if (first !== 'saved') return first;
    this.#known.set(id, rev);
    return consent.personal ? this.#write(PERSONAL + id, { v: VERSION, parties, texts }) : 'saved';
  }

  /** How many other cases there are than this one, and how many of them with names or edited texts. */
  others(id) {
    const count = (prefix) => this.#keys(prefix).filter((key) => key !== prefix + id).length;
    return { cases: count(CASE), names: count(PERSONAL) };
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
