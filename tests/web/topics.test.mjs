/** Which questions are asked, on the situations that tests/ask/test_asked_when_fixture.py runs through Python; and which topic is next. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { asked, condition, firstOpen, isReachable, next, previous } from '../../checker/web/topics.mjs';

const shared = JSON.parse(readFileSync(new URL('./asked-when.json', import.meta.url), 'utf8'));
const questions = shared.questions.map(({ id, asked_when: when }) => ({ id, when }));

for (const { situation, answers, asked: expected } of shared.situations) {
  test(situation, () => assert.deepEqual([...asked(questions, answers)], expected));
}

test('a condition is read from its attribute, and without one a question is always asked', () => {
  assert.deepEqual(condition('{"question":"goods","one_of":["card"]}'), { question: 'goods', one_of: ['card'] });
  for (const none of ['', undefined]) assert.deepEqual([...asked([{ id: 'goods', when: condition(none) }], {})], ['goods']);
});

const TOPICS = ['goods', 'problem', 'truth'];
const doneAre = (...names) => (topic) => names.includes(topic);

test('a topic that may wait is never in the way', () => {
  const [goods, quotes, truth] = [{ id: 'goods' }, { id: 'quotes', later: true }, { id: 'truth' }];
  const topics = [goods, quotes, truth];
  const isDone = (topic) => topic === goods;
  assert.equal(firstOpen(topics, isDone), truth);
  assert.equal(next(topics, goods), truth);
  assert.equal(previous(topics, truth), goods);
  assert.equal(previous(topics, quotes), goods);
  assert.ok(isReachable(topics, truth, isDone) && isReachable(topics, quotes, isDone));
  assert.ok(!isReachable(topics, quotes, () => false));
});

test('the first topic that is not done is where a reader has to go on', () => {
  assert.equal(firstOpen(TOPICS, doneAre()), 'goods');
  assert.equal(firstOpen(TOPICS, doneAre('goods')), 'problem');
  assert.equal(firstOpen(TOPICS, doneAre('problem')), 'goods');
  assert.equal(firstOpen(TOPICS, doneAre('goods', 'problem')), 'truth');
  assert.equal(firstOpen(TOPICS, doneAre('goods', 'problem', 'truth')), 'truth');
});

test('a topic can be reached once all before it are done', () => {
  assert.equal(isReachable(TOPICS, 'goods', doneAre()), true);
  assert.equal(isReachable(TOPICS, 'truth', doneAre('goods')), false);
  assert.equal(isReachable(TOPICS, 'truth', doneAre('goods', 'problem')), true);
  assert.equal(isReachable(TOPICS, 'nowhere', doneAre('goods', 'problem', 'truth')), false);
});

test('there is nothing before the first topic and nothing after the last', () => {
  assert.equal(previous(TOPICS, 'goods'), undefined);
  assert.equal(next(TOPICS, 'truth'), undefined);
  assert.equal(next(TOPICS, 'goods'), 'problem');
  assert.equal(previous(TOPICS, 'truth'), 'problem');
});
