/** The reader's answers in a list, each with a way back to its question. */

import { element, unseen } from './element.mjs';

/** Rows for a `<dl>`: every question that is asked, stage by stage. `edit(topic)` is called when 修改 is chosen. */
export function answerRows(form, edit) {
  const ids = form.askedIds();
  return form.askedTopics().flatMap((topic) => {
    const items = [...topic.questions.filter(({ id }) => ids.has(id)), ...topic.parties];
    return items.filter(({ place }) => !isIn(place, topic)).map((item) => row(form.inWords(item), topic, edit));
  });
}

/** The question on the page of the list itself needs no row there. */
const isIn = (place, topic) => topic.section.querySelector('.answers') !== null && topic.section.contains(place);

function row({ label, words }, topic, edit) {
  const follow = (event) => (event.preventDefault(), edit(topic));
  return element(
    'div',
    { class: 'answer' },
    element('dt', {}, label),
    element('dd', { class: words ? null : 'nothing' }, words || '未填写'),
    element('dd', { class: 'edit' }, element('a', { href: `#/${topic.id}`, click: follow }, '修改', unseen(`：${label}`))),
  );
}
