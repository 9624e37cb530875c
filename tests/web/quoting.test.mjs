/** Quotations as lines of the course of events. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { count } from '../../checker/web/code-points.mjs';
import { LONGEST, MOST_LINES, newLines, quotation, roomIn } from '../../checker/web/quoting.mjs';

test('a line is as long, and there are as many, as Python takes', () => {
  const source = readFileSync(new URL('../../checker/ask/events.py', import.meta.url), 'utf8');
  const number = (name) => Number(new RegExp(`^${name} = (\\d+)$`, 'm').exec(source)[1]);
  assert.deepEqual([MOST_LINES, LONGEST], [number('AT_MOST'), number('LONGEST')]);
});

test('it is said who said it, or that nobody knows', () => {
  assert.equal(quotation('me', '退钱'), '我说：“退钱”');
  assert.equal(quotation('them', '不退'), '对方说：“不退”');
  assert.equal(quotation(null, '不退'), '聊天记录里写着：“不退”');
});

test('a quotation inside of it has the other marks, and it is one line', () => {
  assert.equal(quotation('them', ' 系统提示\n“已使用” '), '对方说：“系统提示 ‘已使用’”');
});

test('what does not fit is cut, and says so inside of the marks', () => {
  for (const speaker of ['me', 'them', null]) {
    for (const sign of ['不', '😡']) {
      const line = quotation(speaker, sign.repeat(300));
      assert.equal(count(line), LONGEST);
      assert.ok(line.endsWith(`${sign}……”`), line);
      const room = count(line) - count(quotation(speaker, ''));
      assert.ok(!quotation(speaker, sign.repeat(room)).includes('……'));
    }
  }
});

test('no more lines are added than there is room for, and none twice', () => {
  const events = [...Array.from({ length: 18 }, (_, index) => ({ what: `第 ${index} 条` })), { of: 'use', struck: true }];
  const line = (what, when = '') => ({ when, what });
  assert.equal(roomIn(events), 2);
  assert.deepEqual(newLines(events, [line('第 3 条'), line('甲'), line('甲'), line('甲', '2026-11-03'), line('乙')]), [line('甲'), line('甲', '2026-11-03')]);
  assert.deepEqual(newLines([...events, { what: '丙' }, { what: '丁' }], [line('甲')]), []);
  assert.equal(roomIn(Array.from({ length: 30 }, () => ({ what: '甲' }))), 0);
});
