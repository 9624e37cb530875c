/**
 * The files that somebody has put into the folder, in their order, each with what it proves. The files themselves are kept nowhere; what was said of them
 * is, until the tab is closed, by their hashes: whoever chooses the same file after a reload finds it said.
 *
 * @typedef {import('../evidence/files.mjs').Row} Row
 * @typedef {import('../evidence/mask.mjs').Box} Box
 * @typedef {{ id: string, name: string, attached: string, proves: string, how: string }} Kind one kind of evidence, as Python has it; `attached`: as a letter lists it
 *
 * @typedef {object} Item
 * @property {number} id
 * @property {Row} row
 * @property {Set<string>} kinds ids of what it proves
 * @property {{ width: number, height: number, words: string[] } | null} picture what is known of a picture: its pixels, and what is to be said of it
 * @property {{ name: string, sha256: string } | null} original of a copy in which parts are covered
 * @property {boolean} isOut taken out, and can be put back
 */

import { PREFIX } from '../prefix.mjs';
import { Tab } from '../tab.mjs';

const KEY = `${PREFIX}evidence`;
const VERSION = 1;
/** So many files are remembered by their hashes, and so many boxes of one. */
const MOST = 1000;
const MOST_BOXES = 200;

export class Folder {
  /** @type {Item[]} */
  items = [];
  #lastId = 0;
  /** @type {(() => void)[]} */
  #listeners = [];
  /** What was said of a file, by its hash. @type {Map<string, { kinds: string[], boxes: Box[] }>} */
  #said = new Map();

  /** @param {Kind[]} kinds @param {() => Storage} [storage] access is a call, because asking for a blocked storage already throws */
  constructor(kinds, storage = () => globalThis.sessionStorage) {
    this.kinds = kinds;
    this.storage = storage;
    this.#recall();
  }

  /** `listener` is called when another archive would come of it than before. @param {() => void} listener */
  subscribe(listener) {
    this.#listeners.push(listener);
  }

  /** What is in the folder, in its order. */
  get there() {
    return this.items.filter(({ isOut }) => !isOut);
  }

  /** Of how many files it is remembered what they prove, though none of them is here. */
  get waiting() {
    const here = new Set(this.items.map(({ row }) => row.sha256));
    return [...this.#said].filter(([hash, { kinds, boxes }]) => !here.has(hash) && kinds.length + boxes.length).length;
  }

  /** @param {Row} row @param {{ after?: Item, kinds?: Iterable<string>, original?: Item['original'] }} [about] */
  add(row, { after, kinds, original = null } = {}) {
    const remembered = this.#said.get(row.sha256 ?? '')?.kinds ?? [];
    const known = this.kinds.map(({ id }) => id);
    /** @type {Item} */
    const item = { id: (this.#lastId += 1), row, kinds: new Set([...(kinds ?? remembered)].filter((id) => known.includes(id))), picture: null, original, isOut: false };
    this.items.splice(after ? this.items.indexOf(after) + 1 : this.items.length, 0, item);
    if (item.kinds.size) this.#remember(item);
    this.#changed();
    return item;
  }

  /** @param {Item} item @param {string} kind @param {boolean} isChosen */
  choose(item, kind, isChosen) {
    if (isChosen) item.kinds.add(kind);
    else item.kinds.delete(kind);
    this.#remember(item);
    this.#changed();
  }

  /** Takes it out, or puts it back. @param {Item} item @param {boolean} isOut */
  take(item, isOut) {
    item.isOut = isOut;
    this.#changed();
  }

  /** One place up (-1) or down (1) among those that are there. Returns whether there was one. @param {Item} item @param {-1 | 1} by */
  move(item, by) {
    const { there } = this;
    const other = there[there.indexOf(item) + by];
    if (!other) return false;
    this.items.splice(this.items.indexOf(item), 1);
    this.items.splice(this.items.indexOf(other) + (by > 0 ? 1 : 0), 0, item);
    this.#changed();
    return true;
  }

  /** The parts that were covered in a picture. @param {Item} item */
  boxesOf({ row }) {
    return this.#said.get(row.sha256 ?? '')?.boxes ?? [];
  }

  /** @param {Item} item @param {Box[]} boxes */
  keepBoxes(item, boxes) {
    this.#remember(item, boxes.slice(0, MOST_BOXES));
  }

  /** The numbers of those that are there, and of each that has the content of an earlier one the number of that. @returns {Map<Item, { number: number, same: number | null }>} */
  places() {
    const firsts = new Map();
    return new Map(
      this.there.map((item, place) => {
        const { sha256 } = item.row;
        const same = sha256 === null ? null : (firsts.get(sha256) ?? null);
        if (sha256 !== null && same === null) firsts.set(sha256, place + 1);
        return [item, { number: place + 1, same }];
      }),
    );
  }

  /** Those that can be read, as an archive takes them. @param {(kind: Kind) => string} proves the fact that a kind proves in this case @returns {import('../evidence/archive.mjs').Piece[]} */
  pieces(proves) {
    return this.readable.map(({ row, kinds, original }) => ({
      ...row,
      proves: this.kinds.filter(({ id }) => kinds.has(id)).map((kind) => ({ kind: kind.id, name: kind.name, fact: proves(kind) })),
      maskedCopyOf: original,
    }));
  }

  get readable() {
    return this.there.filter(({ row }) => row.sha256 !== null);
  }

  #changed() {
    for (const listener of this.#listeners) listener();
  }

  /** @param {Item} item @param {Box[]} [boxes] */
  #remember(item, boxes = this.boxesOf(item)) {
    const { sha256 } = item.row;
    if (sha256 === null) return;
    this.#said.delete(sha256);
    if (item.kinds.size || boxes.length) this.#said.set(sha256, { kinds: [...item.kinds], boxes });
    try {
      const value = JSON.stringify({ v: VERSION, said: [...this.#said].slice(-MOST) });
      if (!new Tab(this.storage).isOff) this.storage().setItem(KEY, value);
    } catch {
      // Full or forbidden: it stands on the page all the same.
    }
  }

  #recall() {
    try {
      const { v, said } = JSON.parse(this.storage().getItem(KEY) ?? '{}');
      if (v !== VERSION) return;
      for (const [hash, { kinds, boxes }] of said.slice(-MOST)) this.#said.set(String(hash), { kinds: kinds.map(String), boxes: boxes.filter(isBox).slice(0, MOST_BOXES) });
    } catch {
      // Nothing of ours, or not as it is written today.
      this.#said.clear();
    }
  }
}

const isBox = (box) => [box?.x, box?.y, box?.width, box?.height].every(Number.isFinite);
