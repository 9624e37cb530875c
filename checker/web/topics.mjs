/**
 * Which questions are asked, and which topic comes next. Equality is all there is: `checker/ask/question.py` prunes by the same rule,
 * and both are tested on `tests/web/asked-when.json`.
 */

/** The pairs [question id, values] of a `data-asked-when` attribute: `problem=late|unusable&goods=game_card`. */
export function conditions(text) {
  if (!text) return [];
  return text.split('&').map((pair) => {
    const [source, values] = pair.split('=');
    return [source, values.split('|')];
  });
}

/** The values of an answer, whatever its shape; an empty answer has none. */
export function chosen(answer) {
  if (answer === undefined || answer === null || answer === '') return [];
  return Array.isArray(answer) ? answer : [answer];
}

/** Whether all conditions hold, given the ids of the questions that are asked themselves. */
export function holds(when, answers, askedIds) {
  return when.every(([source, values]) => askedIds.has(source) && chosen(answers[source]).some((value) => values.includes(value)));
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
