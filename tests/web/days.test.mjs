/** Words for a day become the day; what means another time on another day is kept with the moment at which it was said. */

import assert from 'node:assert/strict';
import test from 'node:test';

import './vocabulary.mjs';
import { settled, timeIn } from '../../checker/web/components/days.mjs';

const NOON = new Date(2026, 10, 24, 12);

test('each of the three words becomes its day', () => {
  assert.equal(settled('今天', NOON), '2026-11-24');
  assert.equal(settled('昨天', NOON), '2026-11-23');
  assert.equal(settled('前天', NOON), '2026-11-22');
});

test('a time stays behind the day, with one space between', () => {
  assert.equal(settled('昨天14:05', NOON), '2026-11-23 14:05');
  assert.equal(settled('昨天  14:05', NOON), '2026-11-23 14:05');
  assert.equal(settled('今天下午3点半', NOON), '2026-11-24 下午3点半');
  assert.equal(settled('前天，晚上8点', NOON), '2026-11-22 ，晚上8点');
});

test('spaces around a word are dropped, full-width ones too', () => {
  assert.equal(settled('  昨天 ', NOON), '2026-11-23');
  assert.equal(settled('\u3000今天\u3000晚上8点\u3000', NOON), '2026-11-24 晚上8点');
  assert.equal(settled('\t前天\n', NOON), '2026-11-22');
});

for (const typed of ['', ' ', '2026-11-24', '2026年5月', '2026 年 11 月 3 日', '不记得', '记不清了'])
  test(`stays as typed: ${JSON.stringify(typed)}`, () => assert.equal(settled(typed, NOON), typed));

for (const typed of ['两个月前', '上个月', '11月3日', '618', '等了一个多小时', '大前天', '去年双11'])
  test(`is kept with its moment: ${typed}`, () => assert.equal(settled(typed, NOON), `${typed}（2026-11-24 12:00 说的）`));

test('what is settled stays settled, on any later day', () => {
  const rough = settled('两个月前', NOON);
  assert.equal(settled(rough, new Date(2026, 11, 31)), rough);
  const once = settled('昨天 14:05', NOON);
  assert.equal(settled(once, new Date(2026, 11, 31)), once);
});

test('months, years and leap days are passed over rightly', () => {
  assert.equal(settled('昨天', new Date(2026, 2, 1)), '2026-02-28');
  assert.equal(settled('昨天', new Date(2028, 2, 1)), '2028-02-29');
  assert.equal(settled('前天', new Date(2027, 0, 1)), '2026-12-30');
  assert.equal(settled('昨天', new Date(2027, 0, 1)), '2026-12-31');
});

test('the first and the last minute of a day belong to it', () => {
  assert.equal(settled('今天', new Date(2026, 10, 24, 0, 0, 0)), '2026-11-24');
  assert.equal(settled('今天', new Date(2026, 10, 24, 23, 59, 59, 999)), '2026-11-24');
  assert.equal(settled('昨天', new Date(2026, 10, 24, 0, 0, 0)), '2026-11-23');
});

test('days are counted on the calendar, not in hours: a day of 23 hours, or of 25, is one day', () => {
  const zone = process.env.TZ;
  try {
    // In Berlin the clock is put forward on 2026-03-29 and back on 2026-10-25.
    process.env.TZ = 'Europe/Berlin';
    assert.equal(settled('昨天', new Date(2026, 2, 30, 0, 30)), '2026-03-29');
    assert.equal(settled('昨天', new Date(2026, 9, 25, 23, 30)), '2026-10-24');
    // Where the day begins first, it is still the day before in UTC.
    process.env.TZ = 'Pacific/Kiritimati';
    assert.equal(settled('今天', new Date(2026, 10, 24, 1)), '2026-11-24');
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('the time of day that was typed is found behind whatever day, and nothing else is', () => {
  for (const [typed, time] of [['14:05', '14:05'], ['2026-11-20 14:05', '14:05'], ['11月3日晚上8点半', '晚上8点半'], ['昨天 下午 3：20', '下午 3：20'], ['2026-11-20', ''], ['11月3日', ''], ['', '']]) {
    assert.equal(timeIn(typed), time, typed);
  }
});
