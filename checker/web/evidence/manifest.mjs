/**
 * What an archive says of itself: `manifest.json`, the list of evidence as a text, and the names that files get in it. Python does the same, byte for
 * byte, in `checker/keep/archive/manifest.py`.
 *
 * @typedef {{ kind: string, name: string, fact: string }} Fact kind by id, what the kind is called, the fact in words
 * @typedef {{ name: string, sha256: string }} Original the picture that a masked copy was made from
 * @typedef {'evidence' | 'text' | 'case' | 'index' | 'verifier'} Role
 *
 * @typedef {object} Listed one file of an archive; `name` is data and becomes no path
 * @property {string} path
 * @property {Role} role
 * @property {number} size bytes
 * @property {string} sha256
 * @property {string} name as it was called where it came from
 * @property {string} type
 * @property {string | null} modified
 * @property {Fact[]} proves
 * @property {Original | null} masked_copy_of
 *
 * @typedef {{ schema: number, made: string, entries: Listed[] }} Manifest
 */

import { TERMS } from './terms.mjs';
import { fill, shown, wellFormed } from './wording.mjs';
import { OURS } from './zip.mjs';

const { limits, paths, patterns, types } = TERMS;
const ROLES = ['evidence', 'text', 'case', 'index', 'verifier'];
const KEYS = ['path', 'role', 'size', 'sha256', 'name', 'type', 'modified', 'proves', 'masked_copy_of'];
const NOT_KEPT = new RegExp(`[^${patterns.kept}]+`, 'gu');
const ENDING = new RegExp(`^${patterns.ending}$`);
const HASH = /^[0-9a-f]{64}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/;
/** What a .zip can say. A time outside of it is no file's time. */
const YEARS = [1980, 2107];
const MOST_FACTS = 20;

/** Milliseconds since 1970 as an archive has a time, to the second. @param {number} milliseconds @returns {string | null} */
export function timeOf(milliseconds) {
  const at = new Date(Math.floor(milliseconds / 1000) * 1000 + TERMS.zone_minutes * 60_000);
  const year = at.getUTCFullYear();
  return year >= YEARS[0] && year <= YEARS[1] ? `${at.toISOString().slice(0, 19)}+08:00` : null;
}

/** A file's own name as data. @param {string} name */
export function keptName(name) {
  const points = [...wellFormed(name)];
  return points.length <= limits.name ? points.join('') : `${points.slice(0, limits.name - 2).join('')}……`;
}

/**
 * The name in the archive: the number, so that no two are the same, and what is harmless of a file's own name.
 *
 * @param {'evidence' | 'texts'} folder @param {number} number @param {number} count @param {string} name
 */
export function safePath(folder, number, count, name) {
  const own = name.split(/[/\\]/).pop() ?? '';
  const dot = own.lastIndexOf('.');
  const last = own.slice(dot + 1).toLowerCase();
  const ending = dot > 0 && ENDING.test(last) ? last : '';
  const stem = ending ? own.slice(0, dot) : own;
  const harmless = stem.replace(NOT_KEPT, '_').replace(/^_+|_+$/g, '').slice(0, limits.stem) || 'file';
  const width = Math.max(2, String(count).length);
  return `${paths[folder]}/${String(number).padStart(width, '0')}-${harmless}${ending && '.'}${ending}`;
}

/** @param {string} path @returns {string} */
export const typeOf = (path) => (Object.hasOwn(types, ending(path)) ? types[ending(path)] : types.other);
const ending = (path) => /\.([^.]*)$/.exec(path)?.[1] ?? '';

/** The bytes of `manifest.json`. @param {string} made @param {Listed[]} entries */
export function manifestText(made, entries) {
  const inOrder = entries.map((entry) => Object.fromEntries(KEYS.map((key) => [key, entry[key]])));
  return `${JSON.stringify({ schema: TERMS.schema, made, entries: inOrder }, null, 1)}\n`;
}

/** The list of evidence, as somebody reads it on paper. @param {string} made @param {Listed[]} evidence */
export function indexText(made, evidence) {
  const { index } = TERMS;
  const lines = [index.title, '', fill(index.made, { made: spoken(made) }), fill(index.count, { count: evidence.length }), ''];
  evidence.forEach((each, place) => {
    const told = [fill(index.name, { name: shown(each.name) })];
    told.push(...each.proves.map(({ fact, name }) => fill(index.proves, { fact: shown(fact, limits.fact), kind: shown(name) })));
    told.push(fill(index.size, { size: each.size }));
    if (each.modified) told.push(fill(index.modified, { modified: spoken(each.modified) }));
    told.push(`SHA-256：${each.sha256}`);
    const original = each.masked_copy_of;
    if (original) told.push(fill(index.masked, { name: shown(original.name) }), fill(index.masked_hash, { hash: original.sha256 }));
    lines.push(`${place + 1}. ${each.path}`, ...told.map((line) => `   ${line}`), '');
  });
  return [...lines, index.notes, '', ...TERMS.notes.map(({ words }) => `- ${words}`), ''].join('\n');
}

/** A time of a manifest without its zone, which is said elsewhere. @param {string} time */
const spoken = (time) => time.replace(/\+08:00$/, '').replace('T', ' ');

/** What `manifest.json` says, or why it is not believed. @param {Uint8Array} bytes @returns {Manifest | 'bad_manifest' | 'other_schema'} */
export function readManifest(bytes) {
  const whole = parsed(bytes);
  if (!isRecord(whole)) return 'bad_manifest';
  if (isCount(whole.schema, limits.bytes) && whole.schema !== TERMS.schema) return 'other_schema';
  if (!hasKeys(whole, ['schema', 'made', 'entries']) || whole.schema !== TERMS.schema || !isLike(TIME, whole.made)) return 'bad_manifest';
  const { entries } = whole;
  if (!Array.isArray(entries) || entries.length > limits.entries || !entries.every(isRow)) return 'bad_manifest';
  const names = new Set(entries.map(({ path }) => path));
  return names.size < entries.length || names.has(paths.manifest) ? 'bad_manifest' : /** @type {Manifest} */ (whole);
}

function parsed(bytes) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
}

const isRecord = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const hasKeys = (value, keys) => isRecord(value) && Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));
const isText = (value) => typeof value === 'string' && value.length <= 2 * limits.name && [...value].length <= limits.name;
const isLike = (pattern, value) => typeof value === 'string' && pattern.test(value);
const isCount = (value, most) => Number.isInteger(value) && value >= 0 && value <= most;
const hasTexts = (value, keys) => hasKeys(value, keys) && Object.values(value).every(isText);

const isRow = (row) =>
  hasKeys(row, KEYS) &&
  isLike(OURS, row.path) &&
  ROLES.includes(row.role) &&
  isCount(row.size, limits.bytes) &&
  isLike(HASH, row.sha256) &&
  isText(row.name) &&
  isText(row.type) &&
  (row.modified === null || isLike(TIME, row.modified)) &&
  Array.isArray(row.proves) &&
  row.proves.length <= MOST_FACTS &&
  row.proves.every((fact) => hasTexts(fact, ['kind', 'name', 'fact'])) &&
  (row.masked_copy_of === null || (hasTexts(row.masked_copy_of, ['name', 'sha256']) && isLike(HASH, row.masked_copy_of.sha256)));
