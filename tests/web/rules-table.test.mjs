/** What is typed above the table of rules, and old addresses that lead on. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { leadOn } from '../../checker/web/moved.mjs';
import { matching } from '../../checker/web/rules-table.mjs';

const ROWS = ['付了款，东西一直没到 没到账 不发货', '激活码、账号用不了 卡密用过 激活不了', '退款扣手续费 QQ'];

for (const [typed, found, close] of /** @type {[string, boolean[], boolean][]} */ ([
  ['', [true, true, true], false],
  ['  ', [true, true, true], false],
  ['没到账', [true, false, false], false],
  ['账号 激活', [false, true, false], false],
  ['账号，激活', [false, true, false], false],
  ['qq', [false, false, true], false],
  ['卡密没到账怎么办', [true, true, false], true],
  ['彩票', [false, false, false], true],
  ['退', [false, false, true], false],
])) {
  test(`typed: “${typed}”`, () => assert.deepEqual(matching(ROWS, typed), { found, close }));
}

const led = (hash, there) => {
  /** @type {string[]} */
  const to = [];
  const page = { getElementById: (id) => (id === there.id ? { href: 'https://site.example/law/mfd/#mfd-497', matches: (way) => way === 'a.moved' && there.moved } : null) };
  leadOn(/** @type {any} */ (page), { hash, replace: (address) => void to.push(address) });
  return to;
};

test('an anchor of what moved leads to its page, and no other does', () => {
  assert.deepEqual(led('#mfd-497', { id: 'mfd-497', moved: true }), ['https://site.example/law/mfd/#mfd-497']);
  assert.deepEqual(led('#mfd-497', { id: 'mfd-497', moved: false }), []);
  for (const hash of ['', '#nothing', '#%']) assert.deepEqual(led(hash, { id: 'mfd-497', moved: true }), []);
});
