/**
 * A .zip of stored files: its headers written, and those of any .zip read with suspicion. APPNOTE.TXT 6.3.10 of PKWARE says what each field is.
 * Python does the same in `checker/keep/archive/zip_format.py`; the tests give both the same files.
 */

import { bytesOf } from './slices.mjs';
import { TERMS } from './terms.mjs';
import { problem } from './wording.mjs';

const { limits, paths, patterns } = TERMS;
const UTF_8 = 1 << 11;
const ENCRYPTED = 1 | (1 << 6) | (1 << 13);
const VERSION = 20;
const LOCAL = 30;
const CENTRAL = 46;
const END = 22;
const LOCATOR = 20;
const MARKS = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, locator: 0x07064b50 };
const WORD = 0xffff;
const LONG = 0xffffffff;
/** Bytes of the longest directory that is read. */
const DIRECTORY = limits.entries * (CENTRAL + 3 * limits.path);

/** Every name that an archive of ours can have. None leads out of a folder, or has marks that nobody sees. */
export const OURS = new RegExp(`^(?:(?:${paths.evidence}|${paths.texts})/[0-9]{2,4}-)?[${patterns.kept}_]{1,${limits.stem}}(?:\\.${patterns.ending})?$`, 'u');

/**
 * What is written of one file.
 *
 * @typedef {object} Member
 * @property {string} path
 * @property {number} size
 * @property {number} crc32
 * @property {string | null} modified as a manifest has it
 */

/** Numbers of two (a list of one) or four bytes, one after another. @param {(number | [number])[]} fields @param {Uint8Array} [name] */
function packed(fields, name = new Uint8Array()) {
  const size = fields.reduce((sum, field) => /** @type {number} */ (sum) + (Array.isArray(field) ? 2 : 4), 0);
  const bytes = new Uint8Array(/** @type {number} */ (size) + name.length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const field of fields) {
    if (Array.isArray(field)) view.setUint16(at, field[0], true);
    else view.setUint32(at, field, true);
    at += Array.isArray(field) ? 2 : 4;
  }
  bytes.set(name, at);
  return bytes;
}

/** Time and day as a header has them, in steps of two seconds; the first day there is for an unknown one. @param {string | null} time @returns {[[number], [number]]} */
function dosTime(time) {
  if (!time) return [[0], [0x21]];
  const [year, month, day, hour, minute, second] = (time.match(/\d+/g) ?? []).map(Number);
  return [[(hour << 11) | (minute << 5) | (second >> 1)], [((year - 1980) << 9) | (month << 5) | day]];
}

const nameOf = ({ path }) => new TextEncoder().encode(path);

/** What stands before a file's bytes. @param {Member} member */
export function localHeader(member) {
  const name = nameOf(member);
  return packed([MARKS.local, [VERSION], [UTF_8], [0], ...dosTime(member.modified), member.crc32, member.size, member.size, [name.length], [0]], name);
}

/** What stands behind all files, which follow one another in this order from the beginning. @param {Member[]} members @returns {Uint8Array[]} */
export function directory(members) {
  let offset = 0;
  const listed = members.map((member) => {
    const { crc32, size } = member;
    const name = nameOf(member);
    const fields = [MARKS.central, [VERSION], [VERSION], [UTF_8], [0], ...dosTime(member.modified), crc32, size, size, [name.length], [0], [0], [0], [0], 0, offset];
    offset += LOCAL + name.length + size;
    return packed(/** @type {(number | [number])[]} */ (fields), name);
  });
  const length = listed.reduce((sum, each) => sum + each.length, 0);
  return [...listed, packed([MARKS.end, [0], [0], [members.length], [members.length], length, offset, [0]])];
}

/** Bytes of the archive of these. @param {Member[]} members */
export const wholeSize = (members) => members.reduce((sum, member) => sum + LOCAL + CENTRAL + 2 * nameOf(member).length + member.size, END);

/** One file of an archive that is read. `start`: where its bytes begin, if nothing speaks against reading them. @typedef {{ name: string, size: number, crc32: number, start: number | null }} Entry */
/** @typedef {import('./wording.mjs').Problem} Problem */
/** @typedef {{ raw: Uint8Array, name: string, flags: number, method: number, crc32: number, packed: number, size: number, offset: number }} Listed as the directory claims it to be */
/** Where a header, the bytes and what follows begin, or what is wrong. @typedef {[number, number, number] | Problem['code']} Span */

/**
 * The files of an archive, or why it cannot be read at all. Reads some hundred bytes for each, never what they hold. Rejects where the file cannot be read.
 *
 * @param {Blob} blob @param {AbortSignal} [signal] @returns {Promise<{ entries: Entry[], problems: Problem[] } | Problem>}
 */
export async function readContents(blob, signal) {
  const listed = await readDirectory(blob);
  if ('code' in listed) return listed;
  const { entries, until } = listed;
  /** @type {Span[]} */
  const spans = [];
  for (const entry of entries) {
    signal?.throwIfAborted();
    spans.push(await spanOf(blob, entry, until));
  }
  const times = counted(entries.map(({ name }) => name));
  const sameButCase = counted([...times.keys()].map((name) => name.toLowerCase()));
  const overlap = overlapping(spans);
  /** @type {Problem[]} */
  const problems = [];
  const found = entries.map((entry, place) => {
    const { name, size, crc32 } = entry;
    const span = spans[place];
    const code = wrong(entry) ?? (/** @type {number} */ (times.get(name)) > 1 ? 'twice' : typeof span === 'string' ? span : overlap.has(place) ? 'overlaps' : null);
    if (code) problems.push(problem(code, name));
    else if (/** @type {number} */ (sameButCase.get(name.toLowerCase())) > 1) problems.push(problem('same_but_case', name));
    return { name, size, crc32, start: code || typeof span === 'string' ? null : span[1] };
  });
  if (hasGaps(spans, until)) problems.push(problem('between'));
  return { entries: found, problems };
}

/** @param {string[]} names */
function counted(names) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

/** The entries as they are claimed to be, and where the directory begins. @param {Blob} blob @returns {Promise<{ entries: Listed[], until: number } | Problem>} */
async function readDirectory(blob) {
  const { size } = blob;
  if (size > limits.bytes) return problem('too_big');
  const head = await viewOf(blob, 0, 4);
  const tail = await viewOf(blob, Math.max(0, size - END), size);
  if (tail.byteLength < END || tail.getUint32(0, true) !== MARKS.end) {
    const begins = head.byteLength === 4 && [MARKS.local, MARKS.end].includes(head.getUint32(0, true));
    return problem(begins ? 'cut_off' : 'not_zip');
  }
  const [disk, firstDisk, here, count, comment] = [4, 6, 8, 10, 20].map((at) => tail.getUint16(at, true));
  const [length, offset] = [12, 16].map((at) => tail.getUint32(at, true));
  if (comment) return problem('cut_off');
  const before = await viewOf(blob, Math.max(0, size - END - LOCATOR), Math.max(0, size - END - LOCATOR) + 4);
  const is64 = here === WORD || count === WORD || length === LONG || offset === LONG;
  if (is64 || before.getUint32(0, true) === MARKS.locator) return problem('zip64');
  if (disk || firstDisk || here !== count) return problem('several_disks');
  if (count > limits.entries) return problem('too_many');
  if (offset + length !== size - END || length > DIRECTORY) return problem('bad_directory');
  const entries = parsed(await viewOf(blob, offset, offset + length), count);
  return Array.isArray(entries) ? { entries, until: offset } : entries;
}

/** @param {DataView} view @param {number} count @returns {Listed[] | Problem} */
function parsed(view, count) {
  const found = [];
  let at = 0;
  for (let number = 0; number < count; number += 1) {
    if (at + CENTRAL > view.byteLength) return problem('bad_directory');
    const word = (place) => view.getUint16(at + place, true);
    const long = (place) => view.getUint32(at + place, true);
    const [named, more, comment] = [28, 30, 32].map(word);
    const end = at + CENTRAL + named + more + comment;
    if (long(0) !== MARKS.central || end > view.byteLength) return problem('bad_directory');
    if (word(34)) return problem('several_disks');
    const raw = new Uint8Array(view.buffer, at + CENTRAL, named);
    const entry = { raw, name: decoded(raw), flags: word(8), method: word(10), crc32: long(16), packed: long(20), size: long(24), offset: long(42) };
    if ([entry.packed, entry.size, entry.offset].includes(LONG)) return problem('zip64');
    found.push(entry);
    at = end;
  }
  return at === view.byteLength ? found : problem('bad_directory');
}

const decoded = (raw) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw);

/** What speaks against reading an entry that the directory alone shows. @param {Listed} entry @returns {Problem['code'] | null} */
function wrong({ raw, name, flags, method }) {
  const isReadable = Boolean(flags & UTF_8) || raw.every((byte) => byte < 128);
  if (!isReadable || raw.length > limits.path || !OURS.test(name)) return 'odd_name';
  if (flags & ENCRYPTED) return 'encrypted';
  return method ? 'compressed' : null;
}

/** @param {Blob} blob @param {Listed} entry @param {number} until @returns {Promise<Span>} */
async function spanOf(blob, entry, until) {
  const { raw, offset } = entry;
  if (offset + LOCAL > until) return 'outside';
  const head = await viewOf(blob, offset, offset + LOCAL + raw.length);
  const word = (place) => head.getUint16(place, true);
  const long = (place) => head.getUint32(place, true);
  const [named, more] = [26, 28].map(word);
  const name = new Uint8Array(head.buffer, LOCAL);
  const isSame =
    long(0) === MARKS.local &&
    word(6) === entry.flags &&
    word(8) === entry.method &&
    long(14) === entry.crc32 &&
    long(18) === entry.packed &&
    long(22) === entry.size &&
    named === raw.length &&
    raw.every((byte, place) => byte === name[place]);
  if (!isSame || (entry.method === 0 && entry.packed !== entry.size)) return 'header_differs';
  const start = offset + LOCAL + named + more;
  return start + entry.packed <= until ? [offset, start, start + entry.packed] : 'outside';
}

/** The places of entries that share bytes with another. @param {Span[]} spans */
function overlapping(spans) {
  /** @type {Set<number>} */
  const found = new Set();
  const known = spans.flatMap((span, place) => (typeof span === 'string' ? [] : [{ span, place }]));
  known.sort((one, other) => compared(one.span, other.span) || one.place - other.place);
  let furthest = 0;
  let holder = -1;
  for (const { span, place } of known) {
    const [start, , end] = span;
    if (start < furthest) found.add(place).add(holder);
    if (end > furthest) [furthest, holder] = [end, place];
  }
  return found;
}

/** Whether bytes before the directory belong to no file. It is not known where it is not known where one ends. @param {Span[]} spans @param {number} until */
function hasGaps(spans, until) {
  if (spans.some((span) => typeof span === 'string')) return false;
  let at = 0;
  for (const [start, , end] of /** @type {[number, number, number][]} */ ([...spans]).sort(compared)) {
    if (start > at) return true;
    at = Math.max(at, end);
  }
  return at < until;
}

/** @param {[number, number, number]} one @param {[number, number, number]} other */
const compared = (one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2];

/** @param {Blob} blob @param {number} from @param {number} to */
async function viewOf(blob, from, to) {
  return new DataView((await bytesOf(blob, from, to)).buffer);
}
