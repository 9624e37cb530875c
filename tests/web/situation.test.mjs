/** A situation's page puts down what goes along when its link is followed, and leaves the going to the browser. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { GIVEN, takeGiven } from '../../checker/web/given.mjs';
import { listen } from '../../checker/web/situation.mjs';

const GIVES = { from: '“没到账”这一页', proposals: [{ question: 'problem', value: 'late', words: '晚到' }], lines: [] };

function pageWith(storage) {
  Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, get: storage });
  const link = Object.assign(new EventTarget(), { href: 'https://site.example/check/' });
  const place = { dataset: { given: JSON.stringify(GIVES) }, querySelector: () => link };
  listen(/** @type {any} */ ({ querySelectorAll: () => [place] }));
  const click = new Event('click', { cancelable: true });
  link.dispatchEvent(click);
  return click;
}

test('what the page is about lies ready when the link is followed', () => {
  const entries = {};
  const store = { getItem: (key) => entries[key] ?? null, setItem: (key, value) => (entries[key] = value), removeItem: (key) => delete entries[key] };
  const click = pageWith(() => store);
  assert.equal(click.defaultPrevented, false);
  assert.deepEqual(Object.keys(entries), [GIVEN]);
  assert.deepEqual(takeGiven(() => /** @type {any} */ (store)), GIVES);
});

test('where nothing may be put down the link is a link all the same', () => {
  const click = pageWith(() => {
    throw new Error('SecurityError');
  });
  assert.equal(click.defaultPrevented, false);
});
