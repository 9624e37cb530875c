/**
 * Which questions are asked, and which topic comes next. `checker/ask/question.py` prunes by the same conditions, and both are tested on
 * `tests/web/asked-when.json`.
 *
 * @typedef {{question: string, one_of: string[]} | {all: Condition[]} | {any: Condition[]}} Condition
 */

/**
 * The condition of a `data-asked-when` attribute; without one it always holds.
 *
 * @param {string} [text]
 * @returns {Condition}
 */
export function condition(text) {
  return text ? JSON.parse(text) : { all: [] };
}

/** The values of an answer, whatever its shape; an empty answer has none. */
export function chosen(answer) {
  if (answer === undefined || answer === null || answer === '') return [];
  return Array.isArray(answer) ? answer : [answer];
}

/**
 * Whether a condition holds, given the ids of the questions that are asked themselves.
 *
 * @param {Condition} when
 */
export function holds(when, answers, askedIds) {
  if ('all' in when) return when.all.every((part) => holds(part, answers, askedIds));
  if ('any' in when) return when.any.some((part) => holds(part, answers, askedIds));
  return askedIds.has(when.question) && chosen(answers[when.question]).some((value) => when.one_of.includes(value));
}

/** The ids of the questions that are asked, in order. Questions are `{id, when}` and only ever depend on earlier ones. */
export function asked(questions, answers) {
  const ids = new Set();
  for (const { id, when } of questions) {
    if (holds(when, answers, ids)) ids.add(id);
  }
  return ids;
}

/**
 * The first topic on the way to the conclusion that is not done, or the last one when all are. Topics that may wait (`later`) are never
 * in the way.
 */
export function firstOpen(topics, isDone) {
  return topics.slice(0, -1).find((topic) => !topic.later && !isDone(topic)) ?? topics[topics.length - 1];
}

/** The topic after this one, on the way to the conclusion. */
export function next(topics, topic) {
  return topics.slice(topics.indexOf(topic) + 1).find(({ later }) => !later);
}

/** The topic before this one, on the way to the conclusion; none before the first. */
export function previous(topics, topic) {
  return topics.slice(0, topics.indexOf(topic)).filter(({ later }) => !later).pop();
}

/** Whether every topic before this one is done. */
export function isReachable(topics, topic, isDone) {
  const place = topics.indexOf(topic);
  return place >= 0 && topics.slice(0, place).every((each) => each.later || isDone(each));
}
