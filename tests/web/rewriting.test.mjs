/** What a tap changes in a text: the sentence where it stands, counted as Python counts, and nothing else. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addedTo, inPlaceOf, made, takenBack } from '../../checker/web/rewriting.mjs';

const at = (text, words) => [[...text.slice(0, text.indexOf(words))].length, [...text.slice(0, text.indexOf(words) + words.length)].length];

test('a clause gives way to a sentence, wherever emoji stand before it and in it', () => {
  const text = '😡😡你好。\n你们这些骗子😡，退钱。';
  const done = made(text, inPlaceOf(text, at(text, '你们这些骗子😡，'), '本人不同意。'));
  assert.equal(done.text, '😡😡你好。\n本人不同意。退钱。');
  assert.equal(made(done.text, takenBack(done.change)).text, text);
});

test('space around the clause and the end of its line stay', () => {
  const text = '一。\n  二三\n四。';
  assert.equal(made(text, inPlaceOf(text, [3, 8], '五。')).text, '一。\n  五。\n四。');
  assert.equal(made('   ', inPlaceOf('   ', [0, 3], '五。')).text, '   五。');
});

test('who has gone on writing has moved the place, and the nearest of several is meant', () => {
  const text = '骗子。骗子。骗子。';
  const change = inPlaceOf(text, [3, 6], '不。');
  assert.equal(made(text, change).text, '骗子。不。骗子。');
  assert.equal(made(`又${text}`, change).text, '又骗子。不。骗子。');
  assert.equal(made('骗子。', change).text, '不。');
  assert.equal(made('都改了', change), null);
});

test('a change is taken back after more was written before and behind it, and not once it is gone', () => {
  const text = '你们骗我。';
  const { text: changed, change } = made(text, inPlaceOf(text, [0, 5], '没有按约定履行。'));
  assert.equal(made(`先说一句。${changed}又说一句。`, takenBack(change)).text, `先说一句。${text}又说一句。`);
  assert.equal(made('没有按约定', takenBack(change)), null);
});

test('a sentence is added behind all others, on a line of its own where there are lines', () => {
  const added = (text) => made(text, addedTo(text, '请答复。')).text;
  assert.equal(added(''), '请答复。');
  assert.equal(added('退钱'), '退钱。请答复。');
  assert.equal(added('退钱！ \n'), '退钱！请答复。');
  assert.equal(added('一\n二\n'), '一\n二\n请答复。');
  const { text, change } = made('退钱 \n', addedTo('退钱 \n', '请答复。'));
  assert.equal(made(text, takenBack(change)).text, '退钱 \n');
});

test('the words that stood there are put back as they were, however they look', () => {
  const text = '$& $1 \\n <b>骗</b>\u202e\u0000。';
  const done = made(text, inPlaceOf(text, [0, [...text].length], '$&。'));
  assert.equal(done.text, '$&。');
  assert.equal(made(done.text, takenBack(done.change)).text, text);
});
