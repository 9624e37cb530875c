/** The reader's answers in lists, stage by stage, each with a way back to its question. */

import { element, unseen } from './element.mjs';

/**
 * Every question that is asked, as one `<dl>` for each stage. `edit(topic)` is called when 修改 or 补填 is chosen. Topics that may wait
 * and hold nothing yet come last, since nothing is missing there.
 */
export function answerLists(questionnaire, edit, headingLevel = 'h3') {
  const ids = questionnaire.askedIds();
  // The page of the list itself needs no row there.
  const topics = questionnaire.askedTopics().filter(({ isLast }) => !isLast);
  const inWords = (topic) => questionnaire.itemsOf(topic, ids).map((item) => ({ ...questionnaire.inWords(item), wrong: questionnaire.state.wrongAt(item.id) }));
  const rowsOf = (topic) => inWords(topic).map((each) => row(each, topic, edit));
  const isEmpty = (topic) => topic.later && inWords(topic).every(({ words }) => !words);
  const filled = topics.filter((topic) => !isEmpty(topic));
  const stages = [...new Set(filled.map(({ stage }) => stage))];
  const lists = stages.flatMap((stage) => [
    element(headingLevel, {}, stage),
    element('dl', {}, filled.filter((topic) => topic.stage === stage).flatMap(rowsOf)),
  ]);
  const waiting = topics.filter(isEmpty);
  if (!waiting.length) return lists;
  const links = waiting.map((topic) => element('li', {}, link(topic, edit, topic.heading.textContent)));
  return [...lists, element(headingLevel, { class: 'more-heading' }, '可以补充，不补也能得出结论'), element('ul', { class: 'more' }, links)];
}

function link(topic, edit, ...words) {
  return element('a', { href: `#/${topic.id}`, click: (event) => (event.preventDefault(), edit(topic)) }, ...words);
}

function row({ label, words, wrong }, topic, edit) {
  return element(
    'div',
    { class: wrong ? 'answer wrong' : 'answer' },
    element('dt', {}, label),
    element('dd', { class: words ? null : 'nothing' }, words || '未填写', wrong && element('p', { class: 'error' }, unseen('错误：'), wrong)),
    element('dd', { class: 'edit' }, link(topic, edit, '修改', unseen(`：${label}`))),
  );
}
