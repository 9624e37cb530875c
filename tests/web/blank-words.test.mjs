/** Texts with blanks: what is typed into one, and what its reader changes around it. */

import assert from 'node:assert/strict';
import test from 'node:test';

import './vocabulary.mjs';
import { blanksIn, carriedOver, changedTo, filledIn, grown, inASentence, isLong, isTale, leftOf, openBlanks } from '../../checker/web/components/blank-words.mjs';

const TEXT = '本人购买【请填写：商品名称】，订单编号【请填写：订单编号】。\n【请填写：商品名称】已经退回。';
const valueOf = (values) => (blank) => values[blank] ?? '';

test('each blank is named once, in the order of the text', () => {
  assert.deepEqual(blanksIn(TEXT), ['商品名称', '订单编号']);
  assert.deepEqual(blanksIn('没有空。'), []);
});

test('a value stands wherever its blank does, as it is, and without spaces at its ends', () => {
  assert.equal(filledIn(TEXT, valueOf({ 商品名称: ' A$&B$1 ' })), '本人购买A$&B$1，订单编号【请填写：订单编号】。\nA$&B$1已经退回。');
  assert.equal(filledIn(TEXT, valueOf({ 商品名称: '  ' })), TEXT);
  assert.equal(filledIn('【请填写：甲】', valueOf({ 甲: '【请填写：乙】' })), '【请填写：乙】');
});

test('what is changed around a blank leaves the blank one', () => {
  const value = valueOf({ 商品名称: '点卡', 订单编号: '11' });
  const shown = filledIn(TEXT, value);
  for (const [changed, wanted] of [
    [`你好。${shown}`, `你好。${TEXT}`],
    [`${shown}完`, `${TEXT}完`],
    [shown.replace('购买', '买了'), TEXT.replace('购买', '买了')],
    [shown.replace('编号11。', '编号11号。'), TEXT.replace('。\n', '号。\n')],
    [shown.replace('，订单编号11', ''), TEXT.replace('，订单编号【请填写：订单编号】', '')],
    [shown.replace('11', '111'), TEXT.replace('。\n', '1。\n')],
    ['', ''],
    [shown, TEXT],
  ]) assert.equal(changedTo(TEXT, changed, value), wanted);
});

test('who writes into a value or into an open blank leaves words there', () => {
  const value = valueOf({ 商品名称: '点卡' });
  const shown = filledIn(TEXT, value);
  assert.equal(changedTo(TEXT, shown.replace('点卡，', '点的卡，'), value), TEXT.replace('【请填写：商品名称】，', '点的卡，'));
  assert.equal(changedTo(TEXT, shown.replace('【请填写：订单编号】', 'A1'), value), TEXT.replace('【请填写：订单编号】', 'A1'));
  assert.equal(changedTo(TEXT, '全部重写', value), '全部重写');
});

test('whatever is made of a text, it is shown as it was made', () => {
  // A change at every place, of every short length, to every short word.
  for (const values of [{}, { 商品名称: '点卡' }, { 商品名称: '点点', 订单编号: '，，' }]) {
    const value = valueOf(values);
    const shown = filledIn(TEXT, value);
    for (let from = 0; from <= shown.length; from += 1) {
      for (const length of [0, 1, 5, 30]) {
        for (const words of ['', '点', '，订']) {
          const changed = shown.slice(0, from) + words + shown.slice(from + length);
          assert.equal(filledIn(changedTo(TEXT, changed, value), value), changed);
        }
      }
    }
  }
});

test('a change stays one to the text when nothing but blanks was filled in', () => {
  const edit = { from: TEXT, edited: `${TEXT}我补的一句。` };
  assert.equal(carriedOver(edit, TEXT), edit.edited);
  const named = '本人购买“点卡”，订单编号【请填写：订单编号】。\n“点卡”已经退回。';
  assert.equal(carriedOver(edit, named), `${named}我补的一句。`);
  const all = '本人购买“点卡”，订单编号 A1。\n“点卡”已经退回。';
  assert.equal(carriedOver(edit, all), `${all}我补的一句。`);
  assert.equal(carriedOver({ from: '【请填写：甲】', edited: '改【请填写：甲】' }, 'A'), '改A');
});

test('a change to a text that says something else by now is not carried over', () => {
  const edit = { from: TEXT, edited: '改过' };
  for (const now of ['', '别的', `${TEXT}又一句`, `又一句${TEXT}`, TEXT.replace('已经', '没有'), '本人购买，订单编号【请填写：订单编号】。\n【请填写：商品名称】已经退回。', TEXT.replace('【请填写：订单编号】', 'A\nB')]) {
    assert.equal(carriedOver(edit, now), null, now);
  }
  assert.equal(carriedOver({ from: '付款 100 元。', edited: '改过' }, '付款 90 元。'), null);
});

test('several things asked for get lines, one of several does not', () => {
  for (const blank of ['日期、金额、收款账户，一笔一行', '网址、账号昵称、手机号、收款账户，知道多少写多少', '什么时间、用什么说法、在哪个软件']) assert.ok(isLong(blank), blank);
  for (const blank of ['商品名称', '父亲、母亲或者其他监护人', '被投诉人的地址，看执照或者平台公示']) assert.ok(!isLong(blank), blank);
});

test('an open blank has a place in what is shown, and one that was filled in has none', () => {
  const value = valueOf({ 商品名称: '点卡' });
  const shown = filledIn(TEXT, value);
  assert.deepEqual(openBlanks(TEXT, value).map(([from, to]) => shown.slice(from, to)), ['【请填写：订单编号】']);
  assert.equal(openBlanks(TEXT, valueOf({})).length, 3);
});

test('a selection takes in every blank that it touches the inside of', () => {
  const blanks = openBlanks(TEXT, valueOf({}));
  const [[from, to], [second, end]] = blanks;
  assert.deepEqual(grown([from + 3, from + 3], blanks), [from, to]);
  assert.deepEqual(grown([from - 1, from + 1], blanks), [from - 1, to]);
  assert.deepEqual(grown([to - 1, second + 1], blanks), [from, end]);
  for (const beside of [from, to]) assert.deepEqual(grown([beside, beside], blanks), [beside, beside]);
  assert.deepEqual(grown([from, to], blanks), [from, to]);
});

/** The text once what is left of broken blanks is gone. */
function mended(before, shown) {
  const cut = (text, [from, to]) => text.slice(0, from) + text.slice(to);
  return leftOf(before, shown, openBlanks(before, valueOf({}))).reduce(cut, shown);
}

test('of a blank that was broken nothing is left but what was put there', () => {
  assert.equal(mended(TEXT, TEXT.replace('【请填写：商品名称】，', '【请填点卡写：商品名称】，')), TEXT.replace('【请填写：商品名称】，', '点卡，'));
  assert.equal(mended(TEXT, TEXT.replace('订单编号】', '订单编号')), TEXT.replace('【请填写：订单编号】', ''));
  assert.equal(mended(TEXT, TEXT.replace('名称】，订单编号【请', '甲')), TEXT.replace('【请填写：商品名称】，订单编号【请填写：订单编号】', '甲'));
});

test('words beside a blank leave it whole, brackets too', () => {
  for (const words of ['【', '】', '甲', '【请', '：订单编号】', '\n']) {
    for (const [from, to] of openBlanks(TEXT, valueOf({}))) {
      for (const at of [from, to]) {
        const shown = TEXT.slice(0, at) + words + TEXT.slice(at);
        assert.equal(mended(TEXT, shown), shown);
      }
    }
  }
});

test('whatever is done to a text, each blank of it is whole or gone', () => {
  const wanted = new Set(['商品名称', '订单编号']);
  for (let from = 0; from <= TEXT.length; from += 1) {
    for (const length of [0, 1, 4, 30]) {
      for (const words of ['', '点卡']) {
        const text = mended(TEXT, TEXT.slice(0, from) + words + TEXT.slice(from + length));
        assert.ok(blanksIn(text).every((blank) => wanted.has(blank)), text);
        assert.equal(text.replace(/【请填写：(商品名称|订单编号)】/g, '').match(/[【】：]|请|填|写/), null, text);
      }
    }
  }
});

test('what was told goes into a sentence where a blank wants what happened', () => {
  assert.deepEqual(['什么时间、怎样联系不上，例如网站、订单、聊天', '什么时间、出了什么事，一两句，照实写'].map(isTale), [true, true]);
  assert.deepEqual(['订单编号', '什么时候、怎么发现的', '店铺名称'].map(isTale), [false, false, false]);
  assert.equal(inASentence(' 付款后没有订单号。\n\n客服把我删了。再打开是别的页面。\n'), '付款后没有订单号。客服把我删了。再打开是别的页面');
  assert.equal(inASentence('长'.repeat(501)), '');
  assert.equal(inASentence(''), '');
});
