/** What a tool hands over is taken out once, by its shape alone; what was given to a tool is there again in the tab, and nothing is kept where nothing is to be. */

import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';

import { GIVEN, takeGiven } from '../../checker/web/given.mjs';
import { Tab } from '../../checker/web/tab.mjs';
import { inTab } from '../../checker/web/tools/in-tab.mjs';
import { takeAlong } from '../../checker/web/tools/taking-along.mjs';

const PROPOSED = { question: 'refund_days', label: '对方说退款多久到账？', value: '3', shown: '3 个工作日', words: '3 个工作日' };
const WHOLE = { from: '平台规则', lines: ['“概不退换”可能无效。'], proposals: [PROPOSED] };
let entries = {};
/** As a browser's: what lies in it are its own keys. */
const PLACE = new Proxy({ getItem: (key) => entries[key] ?? null, setItem: (key, value) => (entries[key] = `${value}`), removeItem: (key) => delete entries[key] }, {
  ownKeys: () => Object.keys(entries),
  getOwnPropertyDescriptor: (_, key) => Object.getOwnPropertyDescriptor(entries, key),
});
const handed = (given) => ((entries[GIVEN] = JSON.stringify(given)), takeGiven());

beforeEach(() => {
  entries = {};
  Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, get: () => PLACE });
});

test('what is taken along is found once, and the address carries none of it', () => {
  const gone = [];
  assert.equal(takeAlong(WHOLE, '../check/', (address) => gone.push(address)), '');
  assert.deepEqual(gone, ['../check/']);
  assert.deepEqual(takeGiven(), WHOLE);
  assert.deepEqual([takeGiven(), Object.keys(entries)], [null, []]);
});

test('where nothing can be put down it is said, and nobody goes anywhere', () => {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get() {
      throw new Error('SecurityError');
    },
  });
  const gone = [];
  assert.match(takeAlong(WHOLE, '../check/', (address) => gone.push(address)), /带不过去/);
  assert.deepEqual([gone, takeGiven(), inTab('policy').text()], [[], null, '']);
  inTab('policy').keep('甲');
});

test('what is not as a tool writes it is left out, and the rest stays', () => {
  for (const wrong of [null, 7, 'x', [], {}, { from: 7, lines: ['甲'] }, { from: '平台规则' }, { from: '平台规则', lines: '甲', proposals: {} }, { from: '长'.repeat(4_001), lines: ['甲'] }]) {
    assert.equal(handed(wrong), null, JSON.stringify(wrong).slice(0, 60));
    assert.deepEqual(entries, {});
  }
  entries[GIVEN] = '{';
  assert.deepEqual([takeGiven(), entries], [null, {}]);
  const { lines, proposals } = handed({ from: '平台规则', lines: [7, '', ' ', null, '甲'], proposals: [null, 7, { ...PROPOSED, value: 3 }, { ...PROPOSED, words: undefined }, PROPOSED] });
  assert.deepEqual([lines, proposals], [['甲'], [PROPOSED]]);
});

test('not more is taken than anybody could have ticked', () => {
  const { lines, proposals } = handed({ from: '平台规则', lines: Array(10_000).fill('甲'), proposals: Array(10_000).fill(PROPOSED) });
  assert.ok(lines.length <= 200 && proposals.length <= 200);
});

test('each tool finds its own words again, and they go with everything', () => {
  inTab('policy').keep('一经售出');
  inTab('link').keep('example.com');
  assert.deepEqual([inTab('policy').text(), inTab('link').text(), inTab('reviews').text()], ['一经售出', 'example.com', '']);
  assert.ok(Object.keys(entries).every((key) => key.startsWith('anxinmai.')));
  inTab('link').keep('');
  assert.equal(Object.keys(entries).length, 1);
  // Another case is begun: the rules that somebody reads are none of it.
  new Tab().dropWords('b2');
  assert.equal(inTab('policy').text(), '一经售出');
  new Tab().dropWords(null);
  assert.deepEqual(entries, {});
});

test('who has turned keeping off has nothing kept of a tool either', () => {
  inTab('policy').keep('一经售出');
  new Tab().turnOff();
  inTab('policy').keep('又贴');
  inTab('link').keep('example.com');
  assert.ok(!JSON.stringify(entries).match(/一经|又贴|example/));
});
