/** What a reader makes of the course of events, without a browser. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { givenAs, withAdded, withChanged, withRisen, withStruck } from '../../checker/web/events.mjs';

const line = (id, rest = {}) => ({ id, words: id, own: id.startsWith('own-'), struck: false, optional: true, may_rise: true, question: '', remarks: [], ...rest });

test('a line is added at the end, with a time where there is one', () => {
  const events = withAdded(withAdded([], { when: '', what: '甲' }), { when: '2026-11-05', what: '乙' });
  assert.deepEqual(events, [{ what: '甲' }, { when: '2026-11-05', what: '乙' }]);
  assert.deepEqual(givenAs([{ of: 'order' }, ...events], line('own-2')), { when: '2026-11-05', what: '乙' });
});

test('of several lines of one’s own the one that is meant changes or goes', () => {
  const events = [{ what: '甲' }, { of: 'use', struck: true }, { what: '乙' }];
  assert.deepEqual(withChanged(events, line('own-2'), { when: '', what: '丙' }), [{ what: '甲' }, { of: 'use', struck: true }, { what: '丙' }]);
  assert.deepEqual(withChanged(events, line('own-1'), null), [{ of: 'use', struck: true }, { what: '乙' }]);
});

test('a line is left out and put back, and keeps the place that it was given', () => {
  const struck = withStruck([], line('use'));
  assert.deepEqual(struck, [{ of: 'use', struck: true }]);
  assert.deepEqual(withStruck(struck, line('use', { struck: true })), []);
  const placed = [{ of: 'use' }, { of: 'order' }];
  assert.deepEqual(withStruck(placed, line('use')), [{ of: 'use', struck: true }, { of: 'order' }]);
  assert.deepEqual(withStruck([{ of: 'use', struck: true }, { of: 'order' }], line('use', { struck: true })), placed);
});

test('a line that rises brings the order of all', () => {
  const events = [{ what: '甲' }, { of: 'use', struck: true }];
  const lines = [line('order'), line('use', { struck: true }), line('own-1')];
  assert.deepEqual(withRisen(events, lines, 2), [{ of: 'order' }, { what: '甲' }, { of: 'use', struck: true }]);
});
