/** Sums of what comes in pieces, against Node's own. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';

import { crc32 } from '../../checker/web/evidence/crc32.mjs';
import { Sha256 } from '../../checker/web/evidence/sha256.mjs';

/** The same numbers at every run (Park and Miller). */
const chance = (seed) => () => (seed = (seed * 48271) % 0x7fffffff) / 0x7fffffff;
const bytes = (count, next) => Uint8Array.from({ length: count }, () => next() * 256);
const hash = (all) => createHash('sha256').update(all).digest('hex');

test('every length around a block gives the hash that Node gives', () => {
  const next = chance(3);
  for (let length = 0; length < 200; length += 1) {
    const all = bytes(length, next);
    assert.equal(new Sha256().update(all).hex(), hash(all), `${length} bytes`);
  }
});

test('however it is cut into pieces', () => {
  const next = chance(11);
  for (let round = 0; round < 150; round += 1) {
    const all = bytes(Math.floor(next() * 5000), next);
    const sum = new Sha256();
    let crc = 0;
    for (let at = 0; at < all.length; ) {
      const piece = all.subarray(at, at + Math.floor(next() * [1, 70, 700][round % 3]) + (round % 2));
      at += piece.length || 1;
      const taken = piece.length ? piece : all.subarray(at - 1, at);
      sum.update(taken);
      crc = crc32(taken, crc);
    }
    assert.equal(sum.hex(), hash(all));
    assert.equal(crc, crc32(all));
  }
});

test('the values that the standards print', () => {
  const letters = (text) => new TextEncoder().encode(text);
  assert.equal(new Sha256().update(letters('abc')).hex(), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.equal(new Sha256().update(new Uint8Array(1_000_000).fill(97)).hex(), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
  assert.equal(crc32(letters('123456789')), 0xcbf43926);
  assert.equal(crc32(new Uint8Array()), 0);
});

test('more bytes than fit into 32 bits of a length in bits', () => {
  const piece = new Uint8Array(64 * 1024 * 1024);
  const own = new Sha256();
  const theirs = createHash('sha256');
  for (let round = 0; round < 8; round += 1) {
    own.update(piece);
    theirs.update(piece);
  }
  assert.equal(own.hex(), theirs.digest('hex'));
});
