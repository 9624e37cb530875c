/** When the note appears: after the day is over in China, whatever clock the reader's machine keeps. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { isOver, showOverdue } from '../../checker/web/stale.mjs';

const at = (time) => Date.parse(time);

test('the due day itself still counts', () => {
  assert.equal(isOver('2027-05-22', at('2027-05-21T12:00:00+08:00')), false);
  assert.equal(isOver('2027-05-22', at('2027-05-22T23:59:59+08:00')), false);
  assert.equal(isOver('2027-05-22', at('2027-05-23T00:00:00+08:00')), true);
  assert.equal(isOver('2027-05-22', at('2027-05-22T16:00:00Z')), true);
});

test('a day that cannot be read shows nothing', () => {
  assert.equal(isOver('', at('2027-05-23T00:00:00+08:00')), false);
});

test('only notes whose day is over are shown', () => {
  const old = { hidden: true, dataset: { due: '2027-05-22' } };
  const fresh = { hidden: true, dataset: { due: '2027-09-01' } };
  showOverdue({ querySelectorAll: () => [old, fresh] }, at('2027-06-01T00:00:00+08:00'));
  assert.deepEqual([old.hidden, fresh.hidden], [false, true]);
});
