/** An archive of evidence as one Blob. The files stay where they are until it is saved: a part of a Blob is no copy. */

import { crc32 } from './crc32.mjs';
import { indexText, keptName, manifestText, safePath, timeOf, typeOf } from './manifest.mjs';
import { Sha256 } from './sha256.mjs';
import { TERMS } from './terms.mjs';
import { refused, shown, wellFormed } from './wording.mjs';
import { directory, localHeader, wholeSize } from './zip.mjs';

const { limits, paths } = TERMS;

/**
 * @typedef {import('./manifest.mjs').Listed} Listed
 * @typedef {{ listed: Listed, crc32: number, content: Blob | Uint8Array }} Source
 * @typedef {{ file: Blob, name: string, size: number, modified: string | null, sha256: string | null, crc32: number, proves?: import('./manifest.mjs').Fact[], maskedCopyOf?: import('./manifest.mjs').Original | null }} Piece a row of `files.mjs` with what it proves
 *
 * @typedef {object} Given
 * @property {Piece[]} evidence in the order of the list
 * @property {{ name: string, text: string }[]} [texts] letters
 * @property {string | null} [caseFile] JSON
 * @property {Uint8Array} verifier the bytes of verify.html
 * @property {number} now milliseconds since 1970
 */

/**
 * The archive, its list, and the SHA-256 of the list. Reads no file: what was read is in the rows. Throws `Refused` where it is not made.
 *
 * @param {Given} given @returns {{ blob: Blob, made: string, entries: Listed[], seal: string }}
 */
export function makeArchive({ evidence, texts = [], caseFile = null, verifier, now }) {
  const made = timeOf(now) ?? '';
  const proofs = evidenceSources(evidence);
  const index = given(paths.index, 'index', bytesOf(indexText(made, proofs.map(({ listed }) => listed))), made);
  const own = caseFile === null ? [] : [given(paths.case, 'case', limited(caseFile, limits.case, paths.case), made)];
  const sources = [index, given(paths.verifier, 'verifier', verifier, made), ...own, ...letters(texts, made), ...proofs];
  const entries = sources.map(({ listed }) => listed);
  const listing = bytesOf(manifestText(made, entries));
  const members = [{ path: paths.manifest, size: listing.length, crc32: crc32(listing), modified: made }, ...sources.map((each) => memberOf(each, made))];
  if (wholeSize(members) > limits.bytes) throw refused('big');
  const contents = [listing, ...sources.map(({ content }) => content)];
  const parts = members.flatMap((member, place) => [localHeader(member), contents[place]]);
  const blob = new Blob(/** @type {BlobPart[]} */ ([...parts, ...directory(members)]), { type: 'application/zip' });
  return { blob, made, entries, seal: new Sha256().update(listing).hex() };
}

/** @param {Piece[]} evidence @returns {Source[]} */
function evidenceSources(evidence) {
  if (!evidence.length) throw refused('empty');
  if (evidence.length > limits.evidence) throw refused('many', { most: limits.evidence });
  return evidence.map(({ file, name, size, modified, sha256, crc32: sum, proves = [], maskedCopyOf = null }, place) => {
    if (sha256 === null) throw refused('unreadable', { name: shown(name) });
    if (file.size !== size) throw refused('changed', { name: shown(name) });
    const path = safePath('evidence', place + 1, evidence.length, name);
    const listed = { path, role: /** @type {'evidence'} */ ('evidence'), size, sha256, name: keptName(name), type: typeOf(path), modified };
    return { listed: { ...listed, proves: proves.map(asKept), masked_copy_of: maskedCopyOf && { name: keptName(maskedCopyOf.name), sha256: maskedCopyOf.sha256 } }, crc32: sum, content: file };
  });
}

/** @param {import('./manifest.mjs').Fact} fact */
const asKept = ({ kind, name, fact }) => ({ kind: keptName(kind), name: keptName(name), fact: keptName(fact) });

/** @param {{ name: string, text: string }[]} texts @param {string} made @returns {Source[]} */
function letters(texts, made) {
  if (texts.length > limits.texts) throw refused('many_texts', { most: limits.texts });
  return texts.map(({ name, text }, place) => given(safePath('texts', place + 1, texts.length, `${name}.txt`), 'text', limited(text, limits.text, name), made, name));
}

/** What was made with the archive has its time. @param {string} path @param {import('./manifest.mjs').Role} role @param {Uint8Array} content @param {string} made @returns {Source} */
function given(path, role, content, made, name = path) {
  const listed = {
    path,
    role,
    size: content.length,
    sha256: new Sha256().update(content).hex(),
    name: keptName(name),
    type: typeOf(path),
    modified: made,
    proves: [],
    masked_copy_of: null,
  };
  return { listed, crc32: crc32(content), content };
}

/** @param {Source} source @param {string} made @returns {import('./zip.mjs').Member} */
const memberOf = ({ listed: { path, size, role, modified }, crc32: sum }, made) => ({ path, size, crc32: sum, modified: role === 'evidence' ? modified : made });

/** @param {string} text @param {number} most @param {string} name */
function limited(text, most, name) {
  const bytes = bytesOf(text);
  if (bytes.length > most) throw refused('big_text', { name: shown(name) });
  return bytes;
}

/** @param {string} text */
const bytesOf = (text) => new TextEncoder().encode(wellFormed(text));
