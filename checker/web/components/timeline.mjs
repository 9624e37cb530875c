/** What happened, today, and the days ahead, on one line from top to bottom. */

import { element } from './element.mjs';
import { vocabulary } from '../vocabulary.mjs';
import { chineseDate } from './words.mjs';

/**
 * @param {{ what: string, said: string, earliest: string }[]} events times in the reader's story
 * @param {any[]} deadlines of one matter
 * @param {string} today as 2026-11-24
 */
export function drawTimeline(events, deadlines, today) {
  if (!deadlines.length) return [];
  const rows = [
    ...events.map(({ what, said, earliest }) => ({ day: earliest, name: 'past', content: [what], when: said })),
    { day: today, name: 'today', content: ['今天'], when: null },
    ...deadlines.map((deadline) => ({ day: dayOf(deadline, today), name: isOver(deadline, today) ? 'over' : 'ahead', content: drawDeadline(deadline), when: whenOf(deadline) })),
  ];
  // A story may name a day that is over; what ends today is still ahead.
  const rank = { past: 0, today: 1, over: 2, ahead: 2 };
  const inOrder = rows.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : rank[one.name] - rank[other.name]));
  const items = inOrder.map(({ day, name, content, when }) => {
    return element('li', { class: name }, element('p', { class: 'when' }, when ?? chineseDate(day)), ...content.map((each) => (typeof each === 'string' ? element('p', {}, each) : each)));
  });
  return [element('ol', { class: 'timeline' }, items)];
}

/** The day a period stands on: of two possible ends the earlier one, as long as it is not over. */
export function dayOf({ last_day: lastDay, earliest, latest }, today) {
  return lastDay ?? (earliest < today ? latest : earliest);
}

/** Whether a period is over. A range that is a mere custom may have ended on any day, or be none here: it is never called over. */
export function isOver({ last_day: lastDay, latest, basis }, today) {
  return lastDay ? lastDay < today : !vocabulary().never_over.includes(basis) && latest < today;
}

function whenOf({ last_day: lastDay, earliest, latest, certain }) {
  if (lastDay) return certain ? chineseDate(lastDay) : `大约 ${chineseDate(lastDay)}`;
  return `最早 ${chineseDate(earliest)}，最晚 ${chineseDate(latest)}`;
}

function drawDeadline({ what, counted, basis }) {
  return [
    element('p', {}, element('span', { class: `basis ${basis}` }, vocabulary().bases[basis]), what),
    element('p', { class: 'hint' }, `怎么算：${counted}`),
  ];
}
