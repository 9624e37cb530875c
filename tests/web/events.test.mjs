/** What a reader makes of the course of events, without a browser. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { givenAs, withAdded, withChanged, withDay, withRisen, withStruck } from '../../checker/web/events.mjs';

const line = (id, rest = {}) => ({ id, words: id, by_reader: id.startsWith('own-'), struck: false, optional: true, may_rise: true, undated: false, dated: false, question: '', remarks: [], ...rest });

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

test('a day is given to a line that no question asks it of, and goes with it wherever it goes', () => {
  const dated = withDay([], line('asked'), '2026-11-05');
  assert.deepEqual(dated, [{ of: 'asked', when: '2026-11-05' }]);
  assert.deepEqual(withStruck(dated, line('asked')), [{ of: 'asked', when: '2026-11-05', struck: true }]);
  assert.deepEqual(withStruck([{ of: 'asked', when: '2026-11-05', struck: true }], line('asked', { struck: true })), dated);
  assert.deepEqual(withRisen(dated, [line('order'), line('asked')], 1), [{ of: 'asked', when: '2026-11-05' }, { of: 'order' }]);
  assert.deepEqual(withDay(dated, line('asked'), ''), []);
  assert.deepEqual(withDay([{ of: 'asked', when: '2026-11-05' }, { of: 'order' }], line('asked'), ''), [{ of: 'asked' }, { of: 'order' }]);
  assert.deepEqual(withStruck([...dated, { of: 'use', struck: true }], line('use', { struck: true })), dated);
});
