/** What was ticked becomes answers, and nothing else does. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { standing, withTaken } from '../../checker/web/taking.mjs';

const QUESTIONS = [
  { id: 'goods', many: false, alone: [] },
  { id: 'problem', many: true, alone: [] },
  { id: 'evidence', many: true, alone: ['none', 'unknown'] },
  { id: 'paid_amount', alone: [] },
];
const ticked = (question, value) => ({ question, value });

test('one answer takes the place of another, and one of several stands beside the others', () => {
  const before = Object.freeze({ goods: 'membership', problem: ['late_delivery'], channel: 'wechat' });
  const after = withTaken(before, [ticked('goods', 'game_card'), ticked('problem', 'unusable'), ticked('paid_amount', '100')], QUESTIONS);
  assert.deepEqual(after, { goods: 'game_card', problem: ['late_delivery', 'unusable'], channel: 'wechat', paid_amount: '100' });
  assert.deepEqual(before.problem, ['late_delivery']);
});

test('“都没有” goes with nothing else', () => {
  assert.deepEqual(withTaken({ evidence: ['none'] }, [ticked('evidence', 'chat')], QUESTIONS), { evidence: ['chat'] });
  assert.deepEqual(withTaken({ evidence: ['chat', 'order'] }, [ticked('evidence', 'none')], QUESTIONS), { evidence: ['none'] });
  assert.deepEqual(withTaken({ evidence: ['chat'] }, [ticked('evidence', 'chat')], QUESTIONS), { evidence: ['chat'] });
});

test('nothing ticked, nothing taken; what the form does not ask, or what is empty, is none', () => {
  assert.deepEqual(withTaken({ goods: 'account' }, [], QUESTIONS), { goods: 'account' });
  assert.deepEqual(withTaken({}, [ticked('secret', '1'), ticked('paid_amount', '  ')], QUESTIONS), {});
});

test('it is known how a proposal stands to what is answered already', () => {
  const [goods, problem, evidence] = QUESTIONS;
  assert.equal(standing({}, ticked('goods', 'game_card'), goods), 'open');
  assert.equal(standing({ goods: 'game_card' }, ticked('goods', 'game_card'), goods), 'same');
  assert.equal(standing({ goods: 'membership' }, ticked('goods', 'game_card'), goods), 'changes');
  assert.equal(standing({ problem: ['unusable'] }, ticked('problem', 'late_delivery'), problem), 'adds');
  assert.equal(standing({ evidence: ['none'] }, ticked('evidence', 'chat'), evidence), 'changes');
  assert.equal(standing({ evidence: ['chat'] }, ticked('evidence', 'none'), evidence), 'changes');
});
