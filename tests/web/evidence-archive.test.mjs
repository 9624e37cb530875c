/** Chosen files to an archive and back: rows, slices, stopping, and what is said of an archive that was changed. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';

import { makeArchive } from '../../checker/web/evidence/archive.mjs';
import { byName, rowsOf } from '../../checker/web/evidence/files.mjs';
import { SLICE_MS, takePieces } from '../../checker/web/evidence/slices.mjs';
import { TERMS } from '../../checker/web/evidence/terms.mjs';
import { sealWords } from '../../checker/web/evidence/verify-page.mjs';
import { linesOf, verify } from '../../checker/web/evidence/verify.mjs';
import { Refused } from '../../checker/web/evidence/wording.mjs';

const NOW = Date.UTC(2026, 10, 29, 7, 40, 5);
const VERIFIER = new TextEncoder().encode('<!doctype html>');
const file = (name, content, lastModified = NOW) => new File([content], name, { lastModified });
const made = async (files, more = {}) => makeArchive({ evidence: await rowsOf(files), verifier: VERIFIER, now: NOW, ...more });
const bytesOf = async (blob) => new Uint8Array(await blob.arrayBuffer());
const replaced = (bytes, was, is) => Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(was, is), 'latin1');
const codes = async (bytes) => (await verify(new Blob([bytes]))).findings.map(({ code, path }) => `${code} ${path}`.trim());

/** A file that cannot be read, as when it was moved meanwhile. */
class Gone extends File {
  slice() {
    return /** @type {Blob} */ (/** @type {unknown} */ ({ size: 3, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }));
  }
}

test('a row says what a file is, and whether another is the same', async () => {
  const rows = await rowsOf([file('甲.JPG', 'one', 1_700_000_000_999), file('../乙\u202e', 'two'), file('丙', 'one'), new Gone(['x'], '丁.png'), file('空', '')]);
  assert.deepEqual(rows.map(({ name, size, type, sameAs }) => [name, size, type, sameAs]), [
    ['甲.JPG', 3, 'image/jpeg', null],
    ['../乙\u202e', 3, 'application/octet-stream', null],
    ['丙', 3, 'application/octet-stream', 0],
    ['丁.png', 1, 'image/png', null],
    ['空', 0, 'application/octet-stream', null],
  ]);
  assert.equal(rows[0].modified, '2023-11-15T06:13:20+08:00');
  assert.equal(rows[0].sha256, createHash('sha256').update('one').digest('hex'));
  assert.deepEqual(rows.map(({ problem }) => problem), ['', '', '', '“丁.png”打不开。可能移走了，或者没有权限', '']);
});

test('it is read in slices that let the page go on, and never in one piece', async () => {
  let now = 0;
  let longest = 0;
  const lengths = [];
  const slow = 300 * 1024;
  // So many bytes take a whole slice.
  await takePieces(new Blob([new Uint8Array(3_000_000)]), (bytes) => lengths.push(bytes.length) && (now += (bytes.length / slow) * SLICE_MS), { clock: () => now });
  for (const length of lengths.slice(1)) longest = Math.max(longest, (length / slow) * SLICE_MS);
  assert.ok(longest <= SLICE_MS, `${longest} ms`);
  assert.equal(lengths.reduce((sum, each) => sum + each), 3_000_000);

  const quick = [];
  await takePieces(new Blob([new Uint8Array(40_000_000)]), (bytes) => void quick.push(bytes.length), { clock: () => 0 });
  assert.equal(Math.max(...quick), 4 * 1024 * 1024);
});

test('other work gets its turn while files are read', async () => {
  let turns = 0;
  let goesOn = true;
  const other = () => goesOn && setImmediate(() => other(void (turns += 1)));
  other();
  await rowsOf([file('a', new Uint8Array(2_000_000))]);
  goesOn = false;
  assert.ok(turns >= 3, `${turns} turns`);
});

test('progress goes up to all, and whoever stops it is told so', async () => {
  const told = [];
  const files = [file('a', new Uint8Array(400_000)), file('b', new Uint8Array(600_000))];
  await rowsOf(files, { onProgress: (done, of) => void told.push([done, of]) });
  assert.deepEqual(told.at(-1), [1_000_000, 1_000_000]);
  assert.ok(told.length > 2 && told.every(([done], place) => !place || done > told[place - 1][0]));
  const stopping = new AbortController();
  await assert.rejects(rowsOf(files, { signal: stopping.signal, onProgress: () => stopping.abort(new Error('enough')) }), /enough/);
  const { blob } = await made(files);
  const again = new AbortController();
  await assert.rejects(verify(blob, { signal: again.signal, onBytes: () => again.abort(new Error('enough')) }), /enough/);
});

test('too many and too much are refused before anything is read', async () => {
  const many = Array.from({ length: TERMS.limits.evidence + 1 }, () => new Gone([], 'x'));
  await assert.rejects(rowsOf(many), new Refused(`证据超过 ${TERMS.limits.evidence} 份。先去掉无关的，或者分成几包`));
  const big = Object.defineProperty(new Gone([], 'x'), 'size', { value: 2 ** 31 });
  await assert.rejects(rowsOf([big]), /超过 2 GB/);
  assert.throws(() => makeArchive({ evidence: [], verifier: VERIFIER, now: NOW }), /没有文件/);
});

test('together with their names and the list they must fit too', async () => {
  const [row] = await rowsOf([file('a', 'a')]);
  const size = TERMS.limits.bytes - 100;
  const film = Object.defineProperty(new File([], 'film'), 'size', { value: size });
  assert.throws(() => makeArchive({ evidence: [{ ...row, file: film, size }], verifier: VERIFIER, now: NOW }), /超过 2 GB/);
});

test('what could not be read, or is another size by now, makes no archive', async () => {
  const [gone] = await rowsOf([new Gone(['x'], '丁.png')]);
  assert.throws(() => makeArchive({ evidence: [gone], verifier: VERIFIER, now: NOW }), /“丁.png”打不开/);
  const [row] = await rowsOf([file('甲', 'one')]);
  assert.throws(() => makeArchive({ evidence: [{ ...row, file: new Blob(['longer']) }], verifier: VERIFIER, now: NOW }), /“甲”读到一半变了/);
});

test('what was put in comes out, and every change is told', async () => {
  const masked = { proves: [{ kind: 'payment', name: '支付记录', fact: '付了 100 元' }], maskedCopyOf: { name: '原图.png', sha256: 'a'.repeat(64) } };
  const [one, two] = await rowsOf([file('甲.png', 'money'), file('乙.txt', 'words')]);
  const { blob, entries, seal } = makeArchive({ evidence: [{ ...one, ...masked }, two], texts: [{ name: '投诉', text: '退钱' }], caseFile: '{}', verifier: VERIFIER, now: NOW });
  const bytes = await bytesOf(blob);
  const report = await verify(blob);
  assert.deepEqual([report.state, report.same, report.findings, report.seal], ['same', entries.length, [], seal]);
  assert.deepEqual(entries.at(-2)?.masked_copy_of, masked.maskedCopyOf);
  const text = Buffer.from(bytes).toString('utf8');
  assert.ok(text.includes('付了 100 元（支付记录）') && text.includes('遮住了一部分的副本，原图是“原图.png”'));
  assert.deepEqual(await codes(replaced(bytes, 'money', 'monex')), ['content_differs 证据/01-甲.png']);
  assert.deepEqual(await codes(replaced(bytes, 'PK\x05\x06\0\0\0\0\x07', 'PK\x05\x06\0\0\0\0\x06')), ['several_disks']);
});

test('a list in which somebody noted the changed hash is told by the seal alone', async () => {
  const { blob, seal } = await made([file('a.txt', 'money')]);
  const { blob: forged } = await made([file('a.txt', 'monex')]);
  const report = await verify(forged);
  assert.equal(report.state, 'same');
  assert.notEqual(report.seal, seal);
  assert.equal(sealWords(seal.toUpperCase().replace(/(.{8})/g, '$1 '), (await verify(blob)).seal), TERMS.verifier.seal_same);
  assert.equal(sealWords(seal, report.seal), TERMS.verifier.seal_differs);
  assert.deepEqual([sealWords('abc', seal), sealWords(' ', seal), sealWords(seal, null)], [TERMS.verifier.seal_odd, null, null]);
});

test('a report says it in lines, not too many of them', async () => {
  const { blob } = await made(Array.from({ length: 120 }, (_, place) => file(`${place}.txt`, `<b>${place}</b>`)));
  const report = await verify(new Blob([replaced(await bytesOf(blob), '<b>', '<i>')]));
  assert.equal(report.findings.length, 120);
  const lines = linesOf(report);
  assert.equal(lines.filter((line) => line.includes('内容和目录里的不一样')).length, TERMS.limits.told);
  assert.ok(lines.includes('还有 20 处没有列出') && lines.some((line) => line.includes(report.seal ?? '?')));
});

test('what cannot be read is an outcome', async () => {
  for (const given of [new Gone(['x'.repeat(40)], 'a.zip'), new Blob([]), new Blob(['PK']), new Blob([new Uint8Array(100)])]) {
    const report = await verify(given);
    assert.deepEqual([report.state, report.findings.length, report.seal], ['unreadable', 1, null]);
  }
});

test('files go by their names, code point by code point', () => {
  const names = ['b', 'a', 'ab', '𠮷', '\uffff', '证', ''];
  const sorted = names.map((name) => ({ name })).sort(byName).map(({ name }) => name);
  assert.deepEqual(sorted, ['', 'a', 'ab', 'b', '证', '\uffff', '𠮷']);
});
