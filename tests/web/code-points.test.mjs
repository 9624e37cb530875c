/** Places in a text, counted as Python counts them. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { aroundMarks, count, first, isPair, pieces, shortened, wordsAt } from '../../checker/web/code-points.mjs';

const TEXT = '花了😡100块，𠮷祥卡用不了';
const at = (words) => {
  const points = [...TEXT];
  const from = points.findIndex((_, index) => points.slice(index).join('').startsWith(words));
  return [from, from + [...words].length];
};
const marked = (spans) => pieces([...TEXT], spans).map(({ words, isMarked }) => (isMarked ? `[${words}]` : words)).join('');

test('an emoji and a rare character are one character each', () => {
  assert.deepEqual([count(TEXT), TEXT.length], [[...TEXT].length, [...TEXT].length + 2]);
  assert.equal(first(TEXT, 3), '花了😡');
  assert.equal(first(TEXT, 99), TEXT);
  assert.equal(first('', 3), '');
  assert.deepEqual([isPair('a😡', 0), isPair('a😡', 1)], [false, true]);
});

test('words are marked where Python says they stand', () => {
  assert.equal(marked([at('100块'), at('用不了')]), '花了😡[100块]，𠮷祥卡[用不了]');
  assert.equal(marked([at('𠮷祥卡')]), '花了😡100块，[𠮷祥卡]用不了');
  assert.equal(marked([]), TEXT);
});

test('places that overlap or touch are one, in whatever order they come, and what lies outside of the text is nothing', () => {
  const [from, to] = at('100块');
  assert.equal(marked([[from + 2, to], [from, from + 3]]), '花了😡[100块]，𠮷祥卡用不了');
  assert.equal(marked([[from + 2, to], [from, from + 2]]), '花了😡[100块]，𠮷祥卡用不了');
  assert.equal(marked([[-3, 1], [5, 5], [6, 2], [10, 999]]), '[花]了😡100块，𠮷祥[卡用不了]');
});

test('whatever is marked, nothing of the text is lost', () => {
  for (let from = 0; from <= 14; from += 1) for (let to = 0; to <= 14; to += 1) {
    assert.equal(pieces([...TEXT], [[from, to], [3, 7]]).map(({ words }) => words).join(''), TEXT);
  }
});

test('of a long text what stands around the marks is shown, and it says where something is left out', () => {
  const text = [...`${'😡'.repeat(50)}一百块${'乙'.repeat(9)}用不了`];
  const shown = aroundMarks(pieces(text, [[50, 53], [62, 65]]), 5);
  assert.equal(shown.map(({ words, isMarked }) => (isMarked ? `[${words}]` : words)).join(''), `${'😡'.repeat(5)}……${'😡'.repeat(5)}[一百块]${'乙'.repeat(9)}[用不了]`);
});

test('quoted words stand on one line and say where something was left out', () => {
  assert.equal(wordsAt([...'一百\n块，很久，用不了'], [[0, 4], [8, 11]]), '一百 块……用不了');
  assert.equal(shortened('甲'.repeat(12), 10), `${'甲'.repeat(8)}……`);
  assert.equal(shortened('甲'.repeat(10), 10), '甲'.repeat(10));
});
