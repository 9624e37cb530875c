/** One case and its file, without a browser. */

import assert from 'node:assert/strict';
import test from 'node:test';

import './vocabulary.mjs';
import { Case, localDay, newId } from '../../checker/web/case.mjs';
import { MAX_FILE, parseFile, standing } from '../../checker/web/case-list.mjs';
import { settled } from '../../checker/web/components/days.mjs';
import { hostApp, hostNote } from '../../checker/web/take.mjs';

test('an edit is kept with the text it was made from, and a text changed back is no edit', () => {
  const kept = new Case();
  kept.edit('ordinary/appeal/text', '原文', '改过');
  assert.deepEqual(kept.texts, { 'ordinary/appeal/text': { from: '原文', edited: '改过' } });
  kept.edit('ordinary/appeal/text', '原文', '原文');
  assert.deepEqual(kept.texts, {});
});

test('texts changed under earlier answers and under later ones are kept side by side', () => {
  const kept = new Case();
  kept.edit('ordinary/appeal/text', '旧', '旧的改过');
  kept.edit('ordinary/appeal/short', '短', '短的改过');
  kept.edit('ordinary/appeal/text', '新', '新的改过');
  kept.edit('ordinary/appeal/text', '旧', '旧的又改过');
  assert.deepEqual(kept.edits('ordinary/appeal/text'), [{ from: '旧', edited: '旧的又改过' }, { from: '新', edited: '新的改过' }]);
  kept.edit('ordinary/appeal/text', '第三', '第三');
  assert.equal(kept.edits('ordinary/appeal/text').length, 2);
  kept.edit('ordinary/appeal/text', '旧', '旧');
  assert.deepEqual(kept.edits('ordinary/appeal/text'), [{ from: '新', edited: '新的改过' }]);
});

test('what the answers fill in changes a text and what it was changed from', () => {
  const kept = new Case();
  kept.edit('a/b/text', '【订单】', '改过【订单】');
  kept.edit('a/b/text', '【订单】', '改过 A1', 'A1');
  assert.deepEqual(kept.texts, { 'a/b/text': { from: 'A1', edited: '改过 A1' } });
  kept.edit('a/b/text', 'A1', 'A2', 'A2');
  assert.deepEqual(kept.texts, {});
});

test('however often a text is changed under other answers, none of it is written over', () => {
  const kept = new Case();
  for (let number = 0; number < 30; number += 1) kept.edit('a/b/text', `原文 ${number}`, `改过 ${number}`);
  assert.equal(kept.edits('a/b/text').length, 30);
  kept.edit('a/b/text', '原文 7', '又改 7');
  assert.deepEqual(kept.edits('a/b/text').filter(({ from }) => from === '原文 7'), [{ from: '原文 7', edited: '又改 7' }]);
});

test('what is filled into a blank holds in every text of its matter, the last word of all, and nothing filled in is nothing kept', () => {
  const kept = new Case();
  const told = () => ['a/b', 'a/c', 'other/b'].map((letter) => kept.filled(letter, '你的通讯地址'));
  kept.fillIn('a/b', '你的通讯地址', '某路 1 号');
  kept.fillIn('a/b', '几页', '几页');
  assert.deepEqual(told(), ['某路 1 号', '某路 1 号', '']);
  kept.fillIn('a/c', '你的通讯地址', '别处');
  assert.deepEqual(told(), ['别处', '别处', '']);
  assert.deepEqual([kept.filled('a/c', '几页'), kept.edits('a/b/text')], ['几页', []]);
  kept.fillIn('a/b', '你的通讯地址', '');
  assert.deepEqual(told(), ['', '', '']);
  assert.equal(Object.keys(kept.texts).length, 1);
});

test('that a text is true is said of that text alone, and a sum has its unit', () => {
  const kept = new Case();
  kept.fillIn('a/b', '逐条核对，再写上“以上内容属实”', '以上内容属实');
  assert.deepEqual([kept.filled('a/b', '逐条核对，再写上“以上内容属实”'), kept.filled('a/c', '逐条核对，再写上“以上内容属实”')], ['以上内容属实', '']);
  for (const [typed, meant] of [['51', '51 元'], ['1,234.50', '1,234.50 元'], ['五十一元', '五十一元'], ['51 元', '51 元'], ['', '']]) {
    kept.fillIn('a/b', '没有用到的部分是多少元', typed);
    assert.equal(kept.filled('a/b', '没有用到的部分是多少元'), meant);
  }
  kept.fillIn('a/b', '几页', '3');
  assert.equal(kept.filled('a/b', '几页'), '3');
});

test('whose turn it is follows from the conclusion until something was sent', () => {
  const kept = new Case();
  kept.concluded('2026-11-30', true);
  assert.deepEqual([kept.status.state, kept.status.until], ['waiting', '2026-11-30']);
  kept.concluded(null, false);
  assert.equal(kept.status.state, 'open');
  kept.markSent('申诉', '2026-11-24');
  kept.concluded(null, false);
  assert.equal(kept.status.state, 'waiting');
  kept.markReplied('agreed', '2026-11-25');
  assert.equal(kept.status.state, 'waiting');
  kept.markReplied('paid', '2026-11-26');
  kept.remember({}, {});
  kept.concluded(null, true);
  assert.equal(kept.status.state, 'solved');
  kept.takeBack();
  assert.deepEqual([kept.status.state, kept.replies.length], ['waiting', 1]);
});

test('what was sent makes a case wait, a reply opens it again, and money ends it', () => {
  const kept = new Case();
  kept.markSent('退款申请', '2026-11-24');
  kept.markSent('退款申请', '2026-11-25');
  kept.markSent('退款申请', '2026-11-25');
  assert.deepEqual([kept.status.state, kept.status.sent.map(({ on }) => on)], ['waiting', ['2026-11-24', '2026-11-25']]);
  kept.markReplied('silence', '2026-11-28');
  assert.equal(kept.status.state, 'waiting');
  kept.markReplied('refused', '2026-11-29');
  assert.equal(kept.status.state, 'open');
  kept.markReplied('paid', '2026-11-30');
  assert.equal(kept.status.state, 'solved');
  assert.deepEqual(kept.replies.map(({ reply }) => reply), ['silence', 'refused', 'paid']);
});

test('replies of one day all stay, in the order in which they came, between what was sent', () => {
  const kept = new Case();
  kept.markSent('退款申请', '2026-11-24');
  kept.markReplied('silence', '2026-11-24');
  kept.markReplied('refused', '2026-11-24');
  kept.markSent('申诉', '2026-11-24');
  kept.markReplied('refused', '2026-11-24');
  const words = (each) => each.noted.map(({ letter, reply }) => letter ?? reply);
  assert.deepEqual(words(kept), ['退款申请', 'silence', 'refused', '申诉', 'refused']);
  const { replies, status } = structuredClone(kept.file({ answers: {}, parties: {} }));
  assert.deepEqual(words(new Case({ replies, status })), words(kept));
});

test('each thing noted is taken back with the answers that it changed, the last first, also by a later visit', () => {
  const kept = new Case();
  kept.markReplied('silence', '2026-11-24');
  kept.remember({ stage: 'not_asked', goods: 'other' }, { stage: 'asked_waiting', goods: 'other' });
  kept.markReplied('refused', '2026-11-24');
  kept.remember({ stage: 'asked_waiting', truthful: 'yes' }, { stage: 'refused' });
  const later = new Case(structuredClone(kept.file({ answers: {}, parties: {} })));
  assert.deepEqual(later.takeBack(), { stage: 'asked_waiting', truthful: 'yes' });
  assert.deepEqual([later.replies.map(({ reply }) => reply), later.status.state], [['silence'], 'open']);
  later.markReplied('more_proof', '2026-11-24');
  later.remember({}, { stage: 'more_proof' });
  assert.deepEqual(later.takeBack(), { stage: null });
  assert.deepEqual(later.takeBack(), { stage: 'not_asked' });
  assert.deepEqual([later.last, later.noted], [null, []]);
});

test('what an earlier edition has noted stays and comes first in its day', () => {
  const kept = new Case({ replies: [{ on: '2026-11-24', reply: 'silence' }] });
  assert.equal(kept.last, null);
  kept.markReplied('refused', '2026-11-24');
  assert.deepEqual(kept.noted.map(({ reply }) => reply), ['silence', 'refused']);
});

test('a case made from a file shares nothing with it', () => {
  const file = { texts: { a: { from: '1', edited: '2' } }, replies: [], status: { sent: [] } };
  const kept = new Case(file);
  kept.edit('b', '1', '2');
  kept.markSent('x', '2026-11-24');
  assert.deepEqual([Object.keys(file.texts), file.status.sent], [['a'], []]);
});

test('the file holds what the command line reads', () => {
  const file = new Case().file({ answers: { goods: 'membership' }, parties: {} });
  assert.deepEqual(Object.keys(file), ['v', 'answers', 'parties', 'events', 'texts', 'replies', 'status']);
  assert.equal(file.v, 1);
});

test('how a case stands on a day', () => {
  const words = (status) => standing(status, '2026-11-24').words;
  assert.equal(words({}), '还没发出');
  assert.equal(words({ state: 'open', sent: [{ letter: '申诉', on: '2026-11-20' }] }), '该你处理');
  assert.equal(words({ state: 'waiting', until: null }), '等待回复');
  assert.equal(words({ state: 'waiting', until: '2026-11-25' }), '等待回复');
  assert.equal(words({ state: 'open', until: '2026-11-24' }), '今天到期');
  assert.equal(words({ state: 'waiting', until: '2026-11-23' }), '已过期');
  assert.equal(words({ state: 'solved', until: '2026-11-23' }), '已解决');
});

test('a day is that of the reader, padded', () => assert.equal(localDay(new Date(2026, 0, 5, 23, 59)), '2026-01-05'));

test('an id is what the calendar takes, and no two are the same', () => {
  assert.match(newId(), /^[0-9a-f]{24}$/);
  assert.notEqual(newId(), newId());
});

test('a file is read with spaces and a mark before it; what is none is refused in words', () => {
  assert.deepEqual(parseFile(' \uFEFF{"v": 1} \n'), { v: 1 });
  assert.throws(() => parseFile('{"v": 1'), /不是案件文件/);
  assert.throws(() => parseFile(' '.repeat(MAX_FILE + 1)), /太大/);
});

test('a word for a day becomes the day, the rest stays as typed', () => {
  const now = new Date(2026, 2, 1, 9);
  assert.equal(settled('昨天', now), '2026-02-28');
  assert.equal(settled(' 前天下午2点半', now), '2026-02-27 下午2点半');
  assert.equal(settled('今天 14:05', now), '2026-03-01 14:05');
  assert.equal(settled('2025年11月3日', now), '2025年11月3日');
});

const AGENTS = {
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Version/4.0 Chrome/116.0 Mobile Safari/537.36 XWEB/1160117 MicroMessenger/8.0.49': '微信',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50(0x1800322f) NetType/WIFI Language/zh_CN': '微信',
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Version/4.0 Chrome/109.0 MQQBrowser/6.2 Mobile Safari/537.36 V1_AND_SQ_9.0.8 QQ/9.0.8.14755 NetType/WIFI': 'QQ',
  'Mozilla/5.0 (Linux; U; Android 13) AppleWebKit/537.36 Version/4.0 Chrome/109.0 MQQBrowser/14.5 Mobile Safari/537.36': null,
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1': null,
};
for (const [agent, app] of Object.entries(AGENTS)) test(`${app ?? 'a browser'}: ${agent.slice(-40)}`, () => assert.equal(hostApp(agent), app));

test('only a web view is told what works there', () => {
  assert.equal(hostNote(null), null);
  assert.match(hostNote('微信'), /微信.*在浏览器打开/);
});
