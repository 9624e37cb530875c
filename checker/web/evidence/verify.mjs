/** What an archive holds against its list: what differs, is missing or is extra, in words. Any file can be given. */

import { crc32 } from './crc32.mjs';
import { readManifest } from './manifest.mjs';
import { Sha256 } from './sha256.mjs';
import { bytesOf, takePieces } from './slices.mjs';
import { TERMS } from './terms.mjs';
import { fill, problem, shown } from './wording.mjs';
import { readContents } from './zip.mjs';

const { limits, outcome, paths } = TERMS;

/**
 * @typedef {import('./slices.mjs').Going} Going
 * @typedef {import('./wording.mjs').Problem} Problem
 * @typedef {{ code: string, path: string, words: string }} Finding
 *
 * @typedef {object} Report what became of it
 * @property {'same' | 'differs' | 'unreadable'} state
 * @property {number} same files that are as the list says
 * @property {Finding[]} findings
 * @property {string | null} seal the SHA-256 of the list
 * @property {string | null} made when the list says that it was made
 */

/**
 * Rejects with the reason of `going.signal` where somebody stopped it, and with nothing else.
 *
 * @param {Blob} blob @param {Going} [going] `onBytes` hears of at most `blob.size` bytes @returns {Promise<Report>}
 */
export async function verify(blob, going = {}) {
  try {
    const contents = await readContents(blob, going.signal);
    return 'code' in contents ? unreadable(contents) : await compare(blob, contents, going);
  } catch {
    going.signal?.throwIfAborted();
    return unreadable(problem('unreadable'));
  }
}

/** All of a report for somebody who reads it, a line each. @param {Report} report */
export function linesOf({ state, same, findings, seal, made }) {
  const told = findings.slice(0, limits.told);
  const lines = [fill(outcome[state], { count: same, wrong: findings.length }), ...told.map(({ words }) => words)];
  if (findings.length > told.length) lines.push(fill(outcome.more, { count: findings.length - told.length }));
  if (seal && made) lines.push(fill(outcome.made, { made }), fill(outcome.seal, { seal }), outcome.compare);
  return lines;
}

/** @param {Problem} reason @returns {Report} */
const unreadable = (reason) => ({ state: 'unreadable', same: 0, findings: [finding(reason)], seal: null, made: null });

/** @param {Problem} reason @returns {Finding} */
const finding = ({ code, name }) => ({ code, path: name, words: fill(TERMS.found[code].words, { name: shown(name), schema: TERMS.schema }) });

/** @param {Blob} blob @param {{ entries: import('./zip.mjs').Entry[], problems: Problem[] }} contents @param {Going} going @returns {Promise<Report>} */
async function compare(blob, { entries, problems }, going) {
  const readable = new Map(entries.filter(({ start }) => start !== null).map((entry) => [entry.name, entry]));
  const own = readable.get(paths.manifest);
  if (!own || own.size > limits.manifest) return unreadable(problem('no_manifest'));
  const begin = /** @type {number} */ (own.start);
  const listing = await bytesOf(blob, begin, begin + own.size);
  const manifest = readManifest(listing);
  if (typeof manifest === 'string') return unreadable(problem(manifest));
  const found = [...problems];
  if (crc32(listing) !== own.crc32) found.push(problem('crc_differs', own.name));
  const there = new Set(entries.map(({ name }) => name));
  let same = 0;
  for (const listed of manifest.entries) {
    const entry = readable.get(listed.path);
    if (entry) {
      const code = await difference(blob, entry, listed, going);
      if (code) found.push(problem(code, listed.path));
      else same += 1;
    } else if (!there.has(listed.path)) found.push(problem('missing', listed.path));
  }
  const known = new Set([paths.manifest, ...manifest.entries.map(({ path }) => path)]);
  found.push(...[...readable.keys()].filter((name) => !known.has(name)).map((name) => problem('extra', name)));
  const seal = new Sha256().update(listing).hex();
  return { state: found.length ? 'differs' : 'same', same, findings: found.map(finding), seal, made: manifest.made };
}

/** @param {Blob} blob @param {import('./zip.mjs').Entry} entry @param {import('./manifest.mjs').Listed} listed @param {Going} going @returns {Promise<Problem['code'] | null>} */
async function difference(blob, entry, listed, going) {
  if (entry.size !== listed.size) return 'size_differs';
  const begin = /** @type {number} */ (entry.start);
  const sum = await sumsOf(blob.slice(begin, begin + entry.size), going);
  if (sum.sha256 !== listed.sha256) return 'content_differs';
  return sum.crc32 === entry.crc32 ? null : 'crc_differs';
}

/** Both sums of a file in one pass. @param {Blob} blob @param {Going} [going] */
export async function sumsOf(blob, going) {
  const sha256 = new Sha256();
  let crc = 0;
  await takePieces(
    blob,
    (bytes) => {
      sha256.update(bytes);
      crc = crc32(bytes, crc);
    },
    going,
  );
  return { sha256: sha256.hex(), crc32: crc };
}
