/** Megabytes are fetched ahead only where nobody pays for them. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { isFree } from '../../checker/web/offline/fetch-ahead.mjs';

const WITH_MOUSE = true;
const BY_TOUCH = false;

test('what is metered, or may be, fetches nothing ahead', () => {
  assert.equal(isFree({ saveData: true, type: 'wifi' }, WITH_MOUSE), false);
  assert.equal(isFree({ type: 'cellular' }, WITH_MOUSE), false);
  assert.equal(isFree({ type: 'unknown' }, BY_TOUCH), false);
  assert.equal(isFree({}, BY_TOUCH), false);
  assert.equal(isFree(undefined, BY_TOUCH), false);
});

test('a network of a house, and a desk that does not say, do', () => {
  assert.equal(isFree({ saveData: false, type: 'wifi' }, BY_TOUCH), true);
  assert.equal(isFree({ type: 'ethernet' }, WITH_MOUSE), true);
  assert.equal(isFree({}, WITH_MOUSE), true);
  assert.equal(isFree(undefined, WITH_MOUSE), true);
});
