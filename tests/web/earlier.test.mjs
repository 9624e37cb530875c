/** What a browser kept while the form asked otherwise, without a browser. */

import assert from 'node:assert/strict';
import test from 'node:test';

import './vocabulary.mjs';
import { fileOfToday, ofToday } from '../../checker/web/earlier.mjs';
import { PageState } from '../../checker/web/state.mjs';

test('who bought to sell on has a supplier, and nothing else that was answered changes', () => {
  assert.deepEqual(ofToday({ goods: 'game_card', problem: ['unusable'], purpose: 'resale', seller_kind: 'shop' }), {
    goods: 'game_card',
    problem: ['unusable'],
    seller_kind: 'supplier',
  });
  const today = { goods: 'game_card', stage: 'asked_waiting', elsewhere: '12315', seller_kind: 'shop' };
  assert.deepEqual(ofToday(today), today);
  assert.equal(ofToday({ ...today, purpose: 'self' }).stage, 'complained');
});

test('a kept case opens with the answers of today, and what was noted of it too', () => {
  const state = new PageState();
  state.open('a', { answers: { goods: 'game_card', purpose: 'self' }, parties: {}, replies: [{ on: '2026-11-20', reply: 'refused', before: { refused_by: 'person' } }] });
  assert.deepEqual(state.answers, { goods: 'game_card', seller_kind: 'unclear' });
  assert.deepEqual(state.file.replies[0].before, { refused_by: 'unknown' });
  assert.deepEqual(fileOfToday({}), { answers: {} });
});
