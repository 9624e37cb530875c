/** Draws the verdict. Everything in it is data: it becomes text and never markup. */

import { answerLists } from './components/answers.mjs';
import { element } from './components/element.mjs';
import { LetterView } from './components/letter.mjs';
import {
  drawActs, drawClaim, drawDates, drawEvidence, drawLadder, drawMissing, drawObjection, drawReasons, drawViews, list, section,
} from './components/matter.mjs';
import { LEVELS, chineseDate } from './components/words.mjs';

/**
 * @typedef {object} Actions what the page does when the reader touches something in the result
 * @property {any} form the questions in the reader's words
 * @property {(topic: any) => void} edit leads back to a topic
 * @property {Record<string, string>} links addresses of the pages on law, rules and templates
 * @property {import('./case.mjs').Case} kept
 * @property {(route: string, name: string, text: string) => Promise<object[]>} lint
 * @property {(blank: string, value: string) => void} fill a name or number was given; the page tells every text
 * @property {(letter: any) => void} sent
 * @property {(reply: string | null) => void} replied
 * @property {(reply: string) => string} replyWords
 * @property {(() => void) | null} takeBack undoes what was noted last
 * @property {() => void} reopen it was not solved after all
 * @property {() => Promise<string>} calendar offers the dates; what to say of it
 * @property {() => void} changed something that is kept has changed
 */

/** Puts the verdict into `place`. Returns the views of all texts. @param {Actions} actions */
export function drawResult(place, verdict, actions) {
  const open = verdict.matters.find(({ level }) => level === 'needs_facts');
  /** @type {LetterView[]} */
  const views = [];
  const matters = verdict.matters.flatMap((matter, index) => {
    const missing = matter === open ? verdict.missing : [];
    return drawMatter(matter, { ...actions, verdict, missing, views, number: index + 1, count: verdict.matters.length });
  });
  const content = [...matters, ...section('warnings', '注意', verdict.warnings.map((words) => element('p', {}, words)))];
  // Where nothing is to be sent, nothing is to be said of afterwards.
  const hasGone = actions.kept.status.sent.length + actions.kept.replies.length > 0;
  const canSend = hasGone || verdict.matters.some(({ letters }) => letters.length > 0);
  const isSolved = actions.kept.status.state === 'solved';
  place.replaceChildren(
    ...(isSolved ? drawSolved(content, actions) : [...content, ...section('back', '发出去以后', canSend ? drawComingBack(actions) : [])]),
    ...section('orphans', '现在不再建议的文本，你改过的还在', drawOrphans(verdict, actions.kept)),
    ...section('answers', '你的回答', [element('div', { class: 'answers' }, answerLists(actions.form, actions.edit, 'h4'))]),
  );
  return views;
}

function drawMatter(matter, context) {
  const { verdict, links, missing, number, count } = context;
  const id = (name) => `${name}-${number}`;
  const letters = matter.letters.map((letter, index) => drawText(matter, letter, index, context));
  const openLetter = (name) => openText(letters[matter.letters.findIndex((letter) => letter.name === name)]);
  const acts = [id('acts'), '今天要做的事', drawActs(matter.acts)];
  // What cannot wait for the reasons to be read stands above them.
  const isUrgent = matter.acts.some((act) => act.at_once);
  const sections = [
    ...(isUrgent ? [acts] : []),
    [id('why'), '为什么', drawReasons(matter.reasons, links)],
    [id('views'), '两边怎么看', drawViews(matter)],
    ...(isUrgent ? [] : [acts]),
    [id('missing'), '还缺这几项', drawMissing(missing, context)],
    [id('claims'), '可以要求什么', matter.claims.map(drawClaim)],
    [id('texts'), '要发的文本', letters],
    [id('dates'), '时间表', drawDates(matter, { ...context, events: number === 1 ? verdict.events : [], today: verdict.now.slice(0, 10) })],
    [id('proof'), '凭证', list('ul', matter.evidence.map(drawEvidence), 'evidence')],
    [id('objections'), '对方可能怎么说', matter.objections.map(drawObjection)],
    [id('ladder'), '对方拒绝或者不回复，怎么办', drawLadder(matter.ladder, { ...context, openLetter })],
  ];
  return [
    element(
      'section',
      { class: 'matter' },
      count > 1 ? element('p', { class: 'stage' }, `第 ${number} 件事，共 ${count} 件`) : null,
      element('p', { class: `level ${matter.level}` }, LEVELS[matter.level]),
      element('h2', { tabindex: '-1' }, matter.headline),
      drawJumps(sections),
      sections.flatMap(([name, heading, content]) => section(name, heading, content)),
    ),
  ];
}

/** On a phone the texts lie screens below; the address stays, since it names what is on view. */
function drawJumps(sections) {
  const wanted = sections.filter(([name, , content]) => /^(texts|dates|proof|ladder)-/.test(name) && content.length);
  if (wanted.length < 2) return null;
  const jump = (event, name) => {
    event.preventDefault();
    const heading = document.getElementById(name);
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  };
  return element('p', { class: 'jumps' }, '直接看：', wanted.map(([name, heading]) => element('a', { href: `#${name}`, click: (event) => jump(event, name) }, heading)));
}

/** The text for the next step stands open; the others are one touch away. */
function drawText({ route }, letter, index, { number, views, kept, form, edit, lint, fill, sent, changed }) {
  const key = (which) => `${route}/${letter.name}/${which}`;
  const view = new LetterView(letter, `letter-${number}-${index + 1}`, {
    lint: (text) => lint(route, letter.name, text),
    edits: (which) => kept.edits(key(which)),
    keep: (which, from, edited, renewed) => (kept.edit(key(which), from, edited, renewed), changed()),
    asked: (blank) => whoAsks(blank, form, edit),
    fill,
    sent,
  });
  views.push(view);
  if (index === 0) return element('div', { class: 'text' }, element('h4', {}, letter.title), view.place);
  return element('details', { class: 'text' }, element('summary', {}, letter.title), view.place);
}

function whoAsks(blank, form, edit) {
  const item = form.itemOfBlank(blank);
  if (!item) return null;
  const topic = form.topicOf(item.id);
  const isAsked = form.askedTopics().includes(topic);
  const go = () => (edit(topic), form.focus(item.id));
  return isAsked ? { label: item.label, isName: item.place.dataset.party !== undefined, go } : null;
}

function openText(place) {
  if (place.matches('details')) place.open = true;
  place.scrollIntoView();
  place.querySelector('textarea').focus({ preventScroll: true });
}

/** The money is there. What was concluded before is still of use to those who keep records, and urges nobody any more. */
function drawSolved(content, actions) {
  return [
    element('h2', { tabindex: '-1' }, '这件事已经解决'),
    element('p', {}, '你说钱已经全部到账，不用再发什么。到账的记录截图存好。'),
    ...drawHistory(actions),
    actions.takeBack ? null : element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: actions.reopen }, '没有全部到账，改回来')),
    element('details', { class: 'earlier' }, element('summary', {}, '解决以前的结论和文本'), content),
  ].filter(Boolean);
}

function drawComingBack(actions) {
  const { replied } = actions;
  return [...drawHistory(actions), element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: () => replied(null) }, '他们回复了'))];
}

/** What was sent and what came back, day by day, and a way to undo the last of it. */
function drawHistory({ kept, replyWords, takeBack }) {
  const rows = [
    ...kept.status.sent.map(({ letter, on }) => ({ on, words: `发出：${letter}` })),
    ...kept.replies.map(({ reply, on }) => ({ on, words: `对方：${replyWords(reply)}` })),
  ];
  const inOrder = rows.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  const undo = takeBack ? element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: takeBack }, '点错了，撤销刚才记的')) : null;
  return [...inOrder.map(({ on, words }) => element('p', {}, `${chineseDate(on)}${words}`)), undo].filter(Boolean);
}

/** Texts that the reader changed and that the answers, as they are now, no longer lead to. */
function drawOrphans(verdict, kept) {
  const offered = new Set(verdict.matters.flatMap(({ route, letters }) => letters.map(({ name }) => `${route}/${name}`)));
  const left = Object.entries(kept.texts).filter(([key]) => !offered.has(key.split('/').slice(0, 2).join('/')));
  return left.map(([, { edited }], index) =>
    element('details', { class: 'text' }, element('summary', {}, `${edited.trim().split('\n')[0].slice(0, 30)}……`), element('textarea', { readonly: true, rows: 10, 'aria-label': `改过的文本 ${index + 1}` }, edited)),
  );
}
