/** The course of events as the texts tell it: a line each, which the reader may add to, move, and leave out of the texts. */

import { givenAs, withAdded, withChanged, withDay, withRisen, withStruck } from '../events.mjs';
import { ChatPicker } from './chat.mjs';
import { settled } from './days.mjs';
import { element } from './element.mjs';

/**
 * @typedef {object} CourseActions
 * @property {import('../events.mjs').Entry[]} events what the reader has made of it so far
 * @property {{ when: string, what: string, of?: string }} draft what is being written, kept while it is; `of` the line that it changes
 * @property {HTMLElement | null} said where it is said what came of a change
 * @property {(draft: { when: string, what: string, of?: string }) => void} keep called at every change of the draft
 * @property {(event: import('../events.mjs').Entry) => Promise<string>} ask what is wrong with a line; empty where nothing is
 * @property {(events: import('../events.mjs').Entry[], said: string) => void} change the texts follow
 * @property {(question: string) => (() => void) | null} asks leads to the question, where it is asked
 * @property {import('./chat.mjs').ChatPlace | null} chat where lines are picked from a chat; null where another matter has it
 */

const button = (words, label, click) => element('button', { type: 'button', class: 'plain', 'aria-label': label, click }, words);

/** @param {string} id unique on the page @param {import('../events.mjs').Line[]} lines @param {CourseActions} actions */
export function drawCourse(id, lines, actions) {
  if (!lines.length) return null;
  const own = lines.filter((line) => line.by_reader).length;
  const form = drawForm(id, lines, actions);
  return element(
    'details',
    { class: 'course', id, open: Boolean(actions.draft.what || actions.draft.when) },
    element('summary', {}, `经过，写进每份文本的，共 ${lines.filter((line) => !line.struck).length} 条${own ? `，你写的 ${own} 条` : ''}`),
    element('p', { class: 'hint' }, '按时间先后排。漏了的可以加，用不着的可以不写。改了，下面的文本马上跟着变。'),
    element('ol', {}, lines.map((line, index) => drawLine(line, index, lines, actions, form))),
    actions.said,
    form.place,
    actions.chat && (actions.chat.picker ??= new ChatPicker(actions.chat)).follow(actions),
  );
}

function drawLine(line, index, lines, { events, change, asks }, form) {
  const { words, by_reader: own, struck, optional, may_rise: mayRise, undated, dated, question, remarks } = line;
  const next = lines[index + 1];
  const toQuestion = !own && asks(question);
  const buttons = [
    mayRise && button('上移', `上移：${words}`, () => change(withRisen(events, lines, index), '移好了。')),
    next?.may_rise && button('下移', `下移：${words}`, () => change(withRisen(events, lines, index + 1), '移好了。')),
    (undated || dated) && button(dated ? '改日期' : '补日期', `${dated ? '改日期' : '补日期'}：${words}`, () => form.edit(line)),
    own && button('改', `改：${words}`, () => form.edit(line)),
    own && button('删掉', `删掉：${words}`, () => change(withChanged(events, line, null), '删掉了。')),
    !own && optional && button(struck ? '写回去' : '不写这条', `${struck ? '写回去' : '不写这条'}：${words}`, () => change(withStruck(events, line), struck ? '写回去了。' : '这条不写了。')),
    toQuestion && button('改答案', `改答案：${words}`, toQuestion),
  ].filter(Boolean);
  const whose = own ? '你写的' : struck ? '不写进文本' : null;
  return element(
    'li',
    { class: struck ? 'struck' : null },
    element('p', {}, words, whose && element('span', { class: 'whose' }, whose)),
    remarks.map(({ advice }) => element('p', { class: 'remark' }, advice)),
    buttons.length ? element('div', { class: 'buttons' }, buttons) : null,
  );
}

/** One line to add, to change, or to give a day. What is typed stays until it is taken. */
function drawForm(id, lines, { events, draft, keep, ask, change }) {
  const told = () => keep({ when: when.value, what: what.value, of: edited?.id });
  const field = { autocomplete: 'off', input: told, change: told };
  const when = /** @type {HTMLInputElement} */ (element('input', { ...field, type: 'text', id: `${id}-when`, name: 'when', 'aria-describedby': `${id}-when-hint ${id}-wrong` }));
  const what = /** @type {HTMLTextAreaElement} */ (element('textarea', { ...field, id: `${id}-what`, name: 'what', rows: 2, 'aria-describedby': `${id}-what-hint ${id}-wrong` }));
  const wrong = element('p', { class: 'error', id: `${id}-wrong`, role: 'alert' });
  const heading = element('strong');
  const done = element('button', { type: 'button', class: 'plain', click: () => take() });
  const words = element('div', {}, element('label', { for: what.id }, '这一天的事，写一句'), element('p', { class: 'hint', id: `${id}-what-hint` }, '只写事实：谁，怎么做的，结果怎样。对方的话加引号。卡密、密码、身份证号不要写。'), what);
  let edited = lines.find((line) => line.id === draft.of) ?? null;
  /** Of a line that the answers make, the day and nothing else. */
  const asksDay = () => edited !== null && !edited.by_reader;
  const show = () => {
    heading.textContent = asksDay() ? `补上日期：${edited.words}` : edited ? '改这一条' : '加一条';
    done.textContent = edited ? '改好了' : '加进去';
    words.hidden = asksDay();
  };
  const take = async () => {
    const given = { when: settled(when.value, new Date()).trim(), what: what.value.trim() };
    const problem = await ask(asksDay() ? { of: edited.id, when: given.when } : given);
    const place = problem.startsWith('时间') ? when : what;
    wrong.textContent = problem;
    for (const each of [when, what]) each.toggleAttribute('aria-invalid', Boolean(problem) && each === place);
    if (problem) return place.focus();
    keep({ when: '', what: '' });
    if (asksDay()) return change(withDay(events, edited, given.when), given.when ? '日期写上了。' : '日期去掉了。');
    return change(edited ? withChanged(events, edited, given) : withAdded(events, given), edited ? '改好了，文本里已经是新的。' : '加进去了，文本里已经有这一条。');
  };
  const edit = (line) => {
    edited = line;
    const given = line.by_reader ? givenAs(events, line) : { when: /** @type {any} */ (events.find((each) => 'of' in each && each.of === line.id))?.when, what: '' };
    [when.value, what.value] = [given.when ?? '', given.what];
    told();
    show();
    (asksDay() ? when : what).focus();
  };
  [when.value, what.value] = [draft.when, draft.what];
  show();
  const place = element(
    'div',
    { class: 'add' },
    element('p', {}, heading),
    element('label', { for: when.id }, '哪一天的事'),
    element('p', { class: 'hint', id: `${id}-when-hint` }, '例如 2026-11-05、三天前、上周三晚上。记不起来就空着。'),
    when,
    words,
    wrong,
    element('div', { class: 'buttons' }, done),
  );
  return { place, edit };
}
