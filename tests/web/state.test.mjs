/** One state of the page: what changes, what that makes void, and who hears of it. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';

import './vocabulary.mjs';

import { PageState } from '../../checker/web/state.mjs';

const VERDICT = { come_back_on: '2026-12-01', their_turn: false };

function begun(given = { answers: { goods: 'game_card' }, parties: { order_no: 'A1' } }) {
  const state = new PageState();
  state.write(given);
  const heard = [];
  state.subscribe((changed) => heard.push([...changed].sort().join(' ')));
  return { state, heard };
}

test('other answers make the conclusion void, the same answers do not', () => {
  const { state, heard } = begun();
  state.conclude(VERDICT);
  state.write({ answers: { goods: 'game_card' }, parties: { order_no: 'A1' } });
  assert.equal(state.verdict, VERDICT);
  state.write({ answers: { goods: 'membership' }, parties: { order_no: 'A1' } });
  assert.equal(state.verdict, null);
  assert.deepEqual(heard, ['kept verdict', 'answers verdict']);
});

test('a name given to a text leaves the conclusion standing, and an empty one is no name', () => {
  const { state, heard } = begun();
  state.conclude(VERDICT);
  state.name('order_no', 'B2');
  assert.deepEqual([state.parties, state.verdict], [{ order_no: 'B2' }, VERDICT]);
  state.name('order_no', '');
  assert.deepEqual(state.parties, {});
  assert.deepEqual(heard.slice(1), ['parties', 'parties']);
});

test('nobody who reads the answers can change them', () => {
  const { state } = begun();
  assert.throws(() => (state.answers.goods = 'account'), TypeError);
  assert.throws(() => (state.parties.order_no = 'C3'), TypeError);
});

test('a mark goes with the answer that it was about, and with no other', () => {
  const { state } = begun({ answers: { goods: 'game_card', paid_on: '上月' }, parties: {} });
  state.mark([{ field: 'paid_on', message: '读不懂' }], { byChecker: true });
  state.mark([{ field: 'goods', message: '选一项' }]);
  state.write({ answers: { goods: 'membership', paid_on: '上月' }, parties: {} });
  assert.deepEqual([state.wrongAt('goods'), state.wrongAt('paid_on')], [null, '读不懂']);
  state.unmark(['paid_on'], { keepUnread: true });
  assert.deepEqual(state.unread, [{ field: 'paid_on', message: '读不懂' }]);
  state.write({ answers: { goods: 'membership', paid_on: '2026-10-02' }, parties: {} });
  assert.deepEqual(state.unread, []);
});

test('a conclusion says that all could be read, and nothing empty was given', () => {
  const { state } = begun({ answers: { goods: 'game_card', evidence: [] }, parties: { order_no: '' } });
  assert.deepEqual([state.answers, state.parties], [{ goods: 'game_card' }, {}]);
  state.mark([{ field: 'part_used', message: '比总数多' }], { byChecker: true });
  state.conclude(VERDICT);
  assert.deepEqual(state.unread, []);
  state.open(undefined, { answers: { evidence: [] } });
  assert.equal(state.isEmpty, true);
});

test('another case takes everything of the last one away', () => {
  const { state, heard } = begun();
  state.see(['goods']);
  state.mark([{ field: 'goods', message: '选一项' }]);
  state.alter((kept) => kept.fillIn('route/letter', '开户行', '某行'));
  state.conclude(VERDICT);
  const { id } = state.kept;
  state.open(undefined, { answers: {}, parties: {} });
  assert.deepEqual([state.isEmpty, state.seen, state.wrongAt('goods'), state.kept.texts, state.verdict], [true, [], null, {}, null]);
  assert.notEqual(state.kept.id, id);
  assert.ok(heard.at(-1).includes('case'));
});

test('the file holds what was given and what was written', () => {
  const { state } = begun();
  state.alter((kept) => kept.edit('route/letter/text', '原文', '改过'));
  const { v, answers, parties, texts } = state.file;
  assert.deepEqual([v, answers, parties], [1, { goods: 'game_card' }, { order_no: 'A1' }]);
  assert.deepEqual(Object.values(texts), [{ from: '原文', edited: '改过' }]);
});

test('no module writes into the elements of another one', () => {
  const folder = new URL('../../checker/web/', import.meta.url);
  const modules = readdirSync(folder, { recursive: true }).filter((name) => /** @type {string} */ (name).endsWith('.mjs'));
  // `this.views.trouble.hidden = true`, `view.area.value = …`, `form.place.replaceChildren()`: an element of one that is not this.
  const others = '(?:this\\.)?(?:views|form|conclusion|keeping|list|line|result|reply|checker|questionnaire|state|view|letter|letters)';
  const write = new RegExp(`\\b${others}\\.\\w+(?:\\.\\w+)*?(?:\\.(?:hidden|textContent|value|checked|className|title) = |\\.(?:replaceChildren|append|prepend|remove)\\()`);
  const found = modules.flatMap((name) => {
    const lines = readFileSync(new URL(String(name), folder), 'utf8').split('\n');
    return lines.flatMap((line, index) => (write.test(line) ? [`${name}:${index + 1} ${line.trim()}`] : []));
  });
  assert.deepEqual(found, []);
});
