/** A query means what it sounds like, where the pages do not know it as it stands. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { Asked } from '../../checker/web/searching/asked.mjs';

const cut = (words) => words.replace(/(<[^>]*>)(?=.)/g, '$1 ').replace('</p>', ' </p>').replaceAll(' ', '\u200b');
const filling = Array.from({ length: 30 }, (_, at) => ({ location: `law/#a-${at}`, title: cut('法律 条文'), text: cut('<p>同时 依据 什么 Steam</p>') }));
const asked = new Asked(
  [
    { location: 'rules/', title: cut('退款 规则'), text: cut('<p>已经 使用 ， 已经 使用 ， qq qq ， 退款</p>') },
    { location: 'rules/#minor-payment', title: cut('孩子 付的 钱'), text: cut('<p>未成年 充值 ， 卡密 ， 没到账 ， 账号</p>') },
    { location: 'situations/never-came/', title: cut('没到账'), text: cut('<p>客服 ， 用不了 ， 盗刷</p>') },
    ...filling,
  ],
  ['退款', '卡密', '没到账', '未成年', '客服', '账号', '盗刷', '重复扣款', '没写到'].map((word) => `${word} 9999 n`).join('\n'),
);
/** Without the signs that weigh words. */
const means = (query) => [...new Set(asked.meaning(query).replace(/\^\d+/g, '').split(' '))].join(' ');

for (const [typed, meant] of Object.entries({
  tuikuan: '退款',
  'tui kuan': '退款',
  TuiK: '退款',
  tk: '退款',
  kami: '卡密',
  'km yjsy': '卡密 已经使用',
  kmyjsy: '卡密 已经使用',
  'mei dao zhang': '没到账',
  meidaozan: '没到账',
  congfukoukuan: '重复扣款',
  'steam tuikuan': 'steam 退款',
  '12315 tuikuan': '12315 退款',
})) {
  test(`the sounds ${typed} mean ${meant}`, () => assert.equal(means(typed), meant));
}

for (const [typed, meant] of Object.entries({ 卡蜜: '卡密', 退宽: '退款', 推款: '退款', 没到帐: '没到账', 为成年: '未成年', '我的卡蜜 用不了': '我的 卡密 用不了' })) {
  test(`${typed} is ${meant}`, () => assert.equal(means(typed), meant));
}

for (const typed of ['退款', '用不了', '同事', 'refund', 'x', '12315', '', 'steam', 'zzzz', '罕', '（）']) {
  test(`“${typed}” stays as it was typed`, () => assert.equal(means(typed), typed));
}

test('a name of two letters may be first letters as well', () => assert.equal(means('qq'), 'qq'));

test('the words of an address mean the page or section that it names', () => {
  assert.equal(asked.meaning('minor-payment'), '孩子付的钱');
  assert.equal(means('never came'), '没到账');
});

test('a word of the dictionary outweighs what stands around it, where the index has it whole', () => {
  assert.match(asked.meaning('微信被盗刷'), /^微信被 盗刷\^\d+ 盗刷$/);
  assert.equal(asked.meaning('没写到'), '没写到');
});
