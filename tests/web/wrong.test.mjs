/** A link to report an error says what it is about, and its places are those of the page. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { filledIn, wrongHere } from '../../checker/web/wrong.mjs';

const HREF = 'mailto:a@b.example?subject=x%3A%7Btitle%7D&body=%7Btitle%7D%0D%0A%7Bwhere%7D';

test('what it is about is filled in wherever it stands, encoded', () => {
  const href = filledIn(HREF, { title: '申诉 & “$&”', where: 'appeal' });
  const [, query] = href.split('?');
  assert.deepEqual(Object.fromEntries(new URLSearchParams(query)), { subject: 'x:申诉 & “$&”', body: '申诉 & “$&”\r\nappeal' });
});

test('where there is nobody to write to, there is nothing', () => {
  assert.equal(wrongHere({ title: '申诉', where: 'appeal' }, /** @type {any} */ ({ querySelector: () => null })), null);
});
