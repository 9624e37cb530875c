/** Files that somebody chose, each with its hash, read in slices. Nothing leaves the page. */

import { keptName, timeOf, typeOf } from './manifest.mjs';
import { TERMS } from './terms.mjs';
import { fill, refused, shown } from './wording.mjs';
import { sumsOf } from './verify.mjs';

const { limits } = TERMS;

/**
 * @typedef {object} Row one chosen file
 * @property {File} file
 * @property {string} name as data: to be shown with `shown` and as text
 * @property {number} size bytes
 * @property {string} type by the end of its name
 * @property {string | null} modified
 * @property {string | null} sha256 null where it cannot be read
 * @property {number} crc32
 * @property {string} problem in words, empty where there is none
 * @property {number | null} sameAs the place of an earlier row with the same content
 */

/** What is said of many files: how many of their bytes were read. @typedef {{ signal?: AbortSignal, onProgress?: (done: number, of: number) => void, clock?: () => number }} Watching */

/**
 * A row for each file, in their order. A file that cannot be read is a row with words. Rejects with `Refused` where there are too many or they are too
 * big, and with the signal's reason where somebody stopped it.
 *
 * @param {Iterable<File>} files @param {Watching} [watching] @returns {Promise<Row[]>}
 */
export async function rowsOf(files, { signal, onProgress, clock } = {}) {
  const all = [...files];
  if (all.length > limits.evidence) throw refused('many', { most: limits.evidence });
  const of = all.reduce((sum, { size }) => sum + size, 0);
  if (of > limits.bytes) throw refused('big');
  let done = 0;
  const onBytes = (bytes) => onProgress?.((done += bytes), of);
  /** @type {Row[]} */
  const rows = [];
  /** @type {Map<string, number>} */
  const firsts = new Map();
  for (const file of all) {
    const row = await rowOf(file, { signal, onBytes, clock });
    const first = row.sha256 === null ? undefined : firsts.get(row.sha256);
    if (row.sha256 !== null && first === undefined) firsts.set(row.sha256, rows.length);
    rows.push({ ...row, sameAs: first ?? null });
  }
  return rows;
}

/** @param {File} file @param {import('./slices.mjs').Going} going @returns {Promise<Row>} */
async function rowOf(file, going) {
  const name = keptName(nameOf(file));
  const { size, lastModified } = file;
  const row = { file, name, size, type: typeOf(name.toLowerCase()), modified: timeOf(lastModified), sameAs: null };
  try {
    return { ...row, ...(await sumsOf(file, going)), problem: '' };
  } catch {
    going.signal?.throwIfAborted();
    return { ...row, sha256: null, crc32: 0, problem: fill(TERMS.refused.unreadable, { name: shown(name) }) };
  }
}

/** Below the folder that was chosen, or the file's name alone. @param {File} file */
const nameOf = (file) => file.webkitRelativePath?.split('/').slice(1).join('/') || file.name;

/** By name as Python orders it: by code points. @param {{ name: string }} one @param {{ name: string }} other */
export function byName(one, other) {
  const [left, right] = [[...one.name], [...other.name]];
  const place = left.findIndex((point, index) => point !== right[index]);
  if (place < 0) return left.length - right.length;
  return place < right.length ? /** @type {number} */ (left[place].codePointAt(0)) - /** @type {number} */ (right[place].codePointAt(0)) : 1;
}
