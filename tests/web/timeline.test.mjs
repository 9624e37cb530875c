import assert from 'node:assert/strict';
import { test } from 'node:test';

import './vocabulary.mjs';
import { dayOf, isOver } from '../../checker/web/components/timeline.mjs';
import { proofNote } from '../../checker/web/components/matter.mjs';

const range = { last_day: null, earliest: '2026-11-25', latest: '2026-11-29', certain: false };

test('a period with two possible ends stands on the earlier one that is not over', () => {
  assert.equal(dayOf(range, '2026-11-25'), '2026-11-25');
  assert.equal(dayOf(range, '2026-11-26'), '2026-11-29');
  assert.equal(dayOf({ last_day: '2026-11-20' }, '2026-11-26'), '2026-11-20');
});

test('it is over when its later end is', () => {
  assert.equal(isOver({ ...range, basis: 'statute' }, '2026-11-29'), false);
  assert.equal(isOver({ ...range, basis: 'statute' }, '2026-11-30'), true);
  assert.equal(isOver({ last_day: '2026-11-29', basis: 'platform' }, '2026-11-29'), false);
  assert.equal(isOver({ last_day: '2026-11-29', basis: 'platform' }, '2026-11-30'), true);
});

test('a custom of three to seven days is never called over', () => {
  assert.equal(isOver({ ...range, basis: 'practice' }, '2026-12-30'), false);
});

test('proof that nobody spoke of is not called missing', () => {
  assert.equal(proofNote([{ have: null }, { have: null }]), '还没说有哪些，先找最要紧的');
  assert.equal(proofNote([{ have: true }, { have: false }, { have: false }]), '有 1 样，缺 2 样');
  assert.equal(proofNote([{ have: true }]), '1 样都有');
});
