/** Draws the verdict. Everything in it is data: it becomes text and never markup. */

import { answerLists } from './components/answers.mjs';
import { filledIn } from './components/blank-words.mjs';
import { DONE, copyFrom } from './components/copy.mjs';
import { element } from './components/element.mjs';
import { drawHistory } from './components/history.mjs';
import { LetterView } from './components/letter.mjs';
import {
  drawActs, drawClaim, drawDates, drawEvidence, drawLadder, drawMissing, drawObjection, drawReasons, drawViews, list, section,
} from './components/matter.mjs';
import { vocabulary } from './vocabulary.mjs';

/**
 * @typedef {object} Actions what the page does when the reader touches something in the result
 * @property {any} form the questions in the reader's words
 * @property {(topic: any) => void} edit leads back to a topic
 * @property {Record<string, string>} links addresses of the pages on law, rules and templates
 * @property {import('./case.mjs').Case} kept
 * @property {(route: string, name: string, text: string) => Promise<object[]>} lint
 * @property {(party: any, value: string) => void} fill a name or number was given; the page tells every text
 * @property {(letter: any) => void} sent
 * @property {(reply: string | null) => void} replied
 * @property {(reply: string) => string} replyWords
 * @property {(() => void) | null} takeBack undoes what was noted last
 * @property {() => void} reopen it was not solved after all
 * @property {() => Promise<string>} calendar offers the dates; what to say of it
 * @property {() => void} changed something that is kept has changed
 */

/** Puts the verdict into `place`. Returns the views of all texts, and a way to list the answers anew. @param {Actions} actions */
export function drawResult(place, verdict, actions) {
  const open = verdict.matters.find(({ level }) => level === vocabulary().open_level);
  /** @type {LetterView[]} */
  const views = [];
  const matters = verdict.matters.flatMap((matter, index) => {
    const missing = matter === open ? verdict.missing : [];
    return drawMatter(matter, { ...actions, verdict, missing, views, number: index + 1, count: verdict.matters.length });
  });
  const content = [...matters, ...section('warnings', '注意', verdict.warnings.map((words) => element('p', {}, words)))];
  const answers = element('div', { class: 'answers' });
  const listAnswers = () => answers.replaceChildren(...answerLists(actions.form, actions.edit, 'h4'));
  listAnswers();
  // Where nothing is to be sent, nothing is to be said of afterwards.
  const hasGone = actions.kept.status.sent.length + actions.kept.replies.length > 0;
  const canSend = hasGone || verdict.matters.some(({ letters }) => letters.length > 0);
  const isSolved = actions.kept.status.state === 'solved';
  place.replaceChildren(
    ...(isSolved ? drawSolved(content, actions) : [...content, ...section('back', '发出去以后', canSend ? drawComingBack(actions) : [])]),
    ...section('orphans', '现在不再建议的文本，你改过的还在', drawOrphans(verdict, actions)),
    ...section('answers', '你的回答', [answers]),
  );
  return { views, listAnswers };
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
      element('p', { class: `level ${matter.level}` }, vocabulary().levels[matter.level]),
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
  const path = `${route}/${letter.name}`;
  const view = new LetterView(letter, `letter-${number}-${index + 1}`, {
    path,
    lint: (text) => lint(route, letter.name, text),
    edits: (which) => kept.edits(`${path}/${which}`),
    keep: (which, from, edited, renewed) => (kept.edit(`${path}/${which}`, from, edited, renewed), changed()),
    asked: (blank) => whoAsks(blank, form, edit),
    value: (blank) => valueOf(blank, path, { form, kept }),
    fill: (blank, value) => {
      const party = form.partyOfBlank(blank);
      if (party) return fill(party, value);
      kept.fillIn(path, blank, value);
      changed();
      return view.refill();
    },
    sent,
  });
  views.push(view);
  if (index === 0) return element('div', { class: 'text' }, element('h4', {}, letter.title), view.place);
  return element('details', { class: 'text' }, element('summary', {}, letter.title), view.place);
}

/** Names and numbers are the same in every text; what only a text asks for is kept with that text. */
function valueOf(blank, path, { form, kept }) {
  const party = form.partyOfBlank(blank);
  return party ? party.inputs[0].value : kept.filled(path, blank);
}

function whoAsks(blank, form, edit) {
  const item = form.questionOfBlank(blank);
  const topic = item && form.topicOf(item.id);
  if (!topic || !form.askedTopics().includes(topic)) return null;
  return { label: item.label, go: () => (edit(topic), form.focus(item.id)) };
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
    ...drawHistory({ ...actions, takeBack: null }),
    element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: actions.reopen }, '没有全部到账，改回来')),
    element('details', { class: 'earlier' }, element('summary', {}, '解决以前的结论和文本'), content),
  ].filter(Boolean);
}

function drawComingBack(actions) {
  const { replied } = actions;
  return [...drawHistory(actions), element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: () => replied(null) }, '他们回复了'))];
}

/** Texts that the reader changed or filled in and that the answers, as they are now, no longer lead to. */
function drawOrphans(verdict, { kept, form }) {
  const offered = new Set(verdict.matters.flatMap(({ route, letters }) => letters.map(({ name }) => `${route}/${name}`)));
  const left = Object.entries(kept.texts).map(([key, edit]) => ({ path: key.split('/').slice(0, 2).join('/'), isBlank: key.split('/')[2] === 'blank', ...edit })).filter(({ path }) => !offered.has(path));
  const texts = left.filter(({ isBlank }) => !isBlank).map(({ path, edited }) => filledIn(edited, (blank) => valueOf(blank, path, { form, kept })));
  const isInText = ({ edited }) => texts.some((text) => text.includes(edited.trim()));
  const words = left.filter((each) => each.isBlank && !isInText(each)).map(({ from, edited }) => `${from}：${edited}`);
  return [...texts, ...words].map((text, index) => drawOrphan(text, index + 1));
}

function drawOrphan(text, number) {
  const area = element('textarea', { readonly: true, rows: 10, 'aria-label': `改过的文本 ${number}` }, text);
  const said = element('p', { class: 'said', role: 'status' });
  const copy = async () => (said.textContent = DONE[await copyFrom(area)]);
  const button = element('button', { type: 'button', class: 'plain', click: copy }, '复制');
  return element('details', { class: 'text' }, element('summary', {}, `${text.trim().split('\n')[0].slice(0, 30)}……`), area, element('div', { class: 'buttons' }, button), said);
}
