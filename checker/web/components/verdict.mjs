/**
 * The whole conclusion: what holds and what is to be done first, then the texts, and all the rest one touch away. Fetched when a case is begun, since
 * nobody has a conclusion before. Everything in it is data: it becomes text and never markup.
 */

import { localDay } from '../case.mjs';
import { offerWord } from '../take.mjs';
import { vocabulary } from '../vocabulary.mjs';
import { wordsOf } from '../words.mjs';
import { drawActs, list } from './acts.mjs';
import { blanksIn, filledIn } from './blank-words.mjs';
import { drawCourse } from './chronology.mjs';
import { DONE, copyFrom } from './copy.mjs';
import { element, unseen } from './element.mjs';
import { drawHistory } from './history.mjs';
import { LetterView } from './letter.mjs';
import {
  drawClaim, drawDates, drawEvidence, drawLadder, drawMissing, drawObjection, drawReasons, drawSum, drawViews, fold, nextDay, proofNote, section,
} from './matter.mjs';
import { reveal } from './place.mjs';
import { printing } from './print.mjs';

export { foldsOf, keepPlace, reveal } from './place.mjs';

/** What is drawn, and the views of all its texts. @param {any} verdict @param {HTMLElement} answers @param {any} context */
export function drawResult(verdict, answers, context) {
  const { kept } = context.state;
  const open = verdict.matters.find(({ level }) => level === vocabulary().open_level);
  /** @type {LetterView[]} */
  const letters = [];
  const print = printing(context.place, letters);
  const matters = verdict.matters.flatMap((matter, index) => {
    const missing = matter === open ? verdict.missing : [];
    return drawMatter(matter, { ...context, verdict, missing, print, views: letters, number: index + 1, count: verdict.matters.length });
  });
  const found = [...matters, ...section('warnings', '注意', verdict.warnings.map((words) => element('p', {}, words)))];
  // Where nothing is to be sent, nothing is to be said of afterwards.
  const hasGone = kept.status.sent.length + kept.replies.length > 0;
  const canSend = hasGone || verdict.matters.some((matter) => matter.letters.length > 0);
  const content = [
    ...(kept.status.state === 'solved' ? drawSolved(found, context) : [...found, ...section('back', '发出去以后', canSend ? drawComingBack(context) : [])]),
    ...section('orphans', '现在不再建议的文本，你改过的还在', drawOrphans(verdict, context)),
    ...fold('answers', '你的回答', [answers], { note: '可以改' }),
  ];
  return { content, letters };
}

function drawMatter(matter, context) {
  const { verdict, links, missing, number, count } = context;
  const id = (name) => `${name}-${number}`;
  const today = verdict.now.slice(0, 10);
  const first = context.views.length;
  const letters = matter.letters.map((letter, index) => drawText(matter, letter, index, context));
  const together = letters.length > 1 ? [drawTogether(context.views.slice(first), context.word)] : [];
  const openLetter = (name) => openText(letters[matter.letters.findIndex((letter) => letter.name === name)]);
  // Where nothing is to be asked for, the reasons are what one has come for.
  const isReason = !matter.claims.length && !matter.acts.some((act) => act.at_once);
  return [
    element(
      'section',
      { class: 'matter' },
      count > 1 ? element('p', { class: 'stage' }, `第 ${number} 件事，共 ${count} 件`) : null,
      element('h2', { tabindex: '-1' }, element('span', { class: `level ${matter.level}` }, vocabulary().levels[matter.level]), unseen('：'), element('span', { class: 'headline' }, matter.headline)),
      matter.claims.map(drawSum),
      section(id('acts'), '今天要做的事', drawActs(matter.acts)),
      section(id('missing'), '还缺这几项', drawMissing(missing, context)),
      section(id('texts'), '要发的文本', letters.length ? [drawTold(matter, id('course'), context), ...letters, ...together].filter(Boolean) : []),
      fold(id('why'), '为什么', drawReasons(matter.reasons, links), { open: isReason }),
      fold(id('claims'), '可以要求什么', matter.claims.map(drawClaim), { note: '怎么算，向谁要' }),
      fold(id('views'), '两边怎么看', drawViews(matter), { note: '平台和法律' }),
      fold(id('proof'), '凭证', list('ul', matter.evidence.map(drawEvidence), 'evidence'), { note: proofNote(matter.evidence) }),
      fold(id('dates'), '时间表', drawDates(matter, { ...context, events: number === 1 ? verdict.events : [], today }), { note: nextDay(matter.deadlines, matter.acts, today) }),
      fold(id('objections'), '对方可能怎么说', matter.objections.map(drawObjection), { note: '你可以怎么回' }),
      fold(id('ladder'), '对方拒绝或者不回复，怎么办', drawLadder(matter.ladder, { ...context, openLetter })),
    ),
  ];
}

/** What the texts tell, in the reader's hands. */
function drawTold({ chronology }, id, { state, questionnaire, edit, event, retell, course, number, chat }) {
  return drawCourse(id, chronology, {
    events: state.kept.events,
    said: number === 1 ? course : null,
    chat: number === 1 ? chat : null,
    draft: state.kept.draft,
    keep: (draft) => state.alter((kept) => (kept.draft = draft)),
    ask: event,
    change: retell,
    asks: (question) => {
      const topic = questionnaire.topicOf(question);
      return topic && questionnaire.askedTopics().includes(topic) ? () => edit(topic, question) : null;
    },
  });
}

/** The text for the next step stands open; the others are one touch away. */
function drawText({ route }, letter, index, { number, views, state, questionnaire, edit, lint, word, sent, chat, print }) {
  const path = `${route}/${letter.name}`;
  const view = new LetterView(letter, `letter-${number}-${index + 1}`, {
    path,
    lint: (text) => lint(route, letter.name, text),
    word,
    edits: (which) => state.kept.edits(`${path}/${which}`),
    keep: (which, from, edited, renewed) => state.alter((kept) => kept.edit(`${path}/${which}`, from, edited, renewed)),
    asked: (blank) => whoAsks(blank, questionnaire, edit),
    value: (blank) => valueOf(blank, path, { state, questionnaire }),
    fill: (blank, value) => {
      const party = questionnaire.partyOfBlank(blank);
      if (party) state.name(party.id, value);
      else state.alter((kept) => kept.fillIn(path, blank, value));
    },
    told: () => wordsOf('story', state.kept.id, state.isEmpty),
    sent: (each) => sent(each, path),
    print,
    checker: chat.checker,
  });
  views.push(view);
  if (index === 0) return element('div', { class: 'text' }, element('h4', {}, letter.title), view.place);
  return element('details', { class: 'text', id: `text-${number}-${letter.name}` }, element('summary', {}, letter.title), view.place);
}

/** All texts of a matter in one file, as their reader has them. @param {LetterView[]} views @param {any} word */
function drawTogether(views, word) {
  const said = element('p', { class: 'said', role: 'status' });
  const save = () => offerWord(said, `全部要发的文本 ${localDay(new Date())}`, word(views.map((view) => view.asWritten)));
  return element('div', { class: 'together' }, element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: save }, '下载全部，一个 .docx')), said);
}

/** Names and numbers are the same in every text; what only a text asks for is kept with that text. */
function valueOf(blank, path, { state, questionnaire }) {
  const party = questionnaire.partyOfBlank(blank);
  return party ? (state.parties[party.id] ?? '') : state.kept.filled(path, blank);
}

function whoAsks(blank, questionnaire, edit) {
  const item = questionnaire.questionOfBlank(blank);
  const topic = item && questionnaire.topicOf(item.id);
  if (!topic || !questionnaire.askedTopics().includes(topic)) return null;
  return { label: item.label, go: () => edit(topic, item.id) };
}

function openText(place) {
  reveal(place);
  place.scrollIntoView();
  place.querySelector('.written textarea').focus({ preventScroll: true });
}

/** The money is there. What was concluded before is still of use to those who keep records, and urges nobody any more. */
function drawSolved(content, { state, replyWords, reopen }) {
  return [
    element('h2', { tabindex: '-1' }, '这件事已经解决'),
    element('p', {}, '你说钱已经全部到账，不用再发什么。到账的记录截图存好。'),
    ...drawHistory(state.kept, { replyWords, takeBack: null }),
    element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: reopen }, '没有全部到账，改回来')),
    element('details', { class: 'earlier' }, element('summary', {}, '解决以前的结论和文本'), content),
  ].filter(Boolean);
}

function drawComingBack({ state, replyWords, takeBack, replied }) {
  return [...drawHistory(state.kept, { replyWords, takeBack: state.kept.last && takeBack }), element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: () => replied(null) }, '他们回复了'))];
}

/** Texts that the reader changed or filled in and that the answers, as they are now, no longer lead to. */
function drawOrphans(verdict, { state, questionnaire }) {
  const offered = new Set(verdict.matters.flatMap(({ route, letters }) => letters.map(({ name }) => `${route}/${name}`)));
  const left = Object.entries(state.kept.texts).map(([key, edit]) => ({ path: key.split('/').slice(0, 2).join('/'), isBlank: key.split('/')[2] === 'blank', ...edit })).filter(({ path }) => !offered.has(path));
  const texts = left.filter(({ isBlank }) => !isBlank).map(({ path, edited }) => filledIn(edited, (blank) => valueOf(blank, path, { state, questionnaire })));
  const isInText = ({ edited }) => texts.some((text) => text.includes(edited.trim()));
  const asked = new Set(verdict.matters.flatMap(({ letters }) => letters.flatMap(({ text, short }) => blanksIn(`${text}${short ?? ''}`))));
  const words = left.filter((each) => each.isBlank && !asked.has(each.from) && !isInText(each)).map(({ from, edited }) => `${from}：${edited}`);
  return [...texts, ...words].map((text, index) => drawOrphan(text, index + 1));
}

function drawOrphan(text, number) {
  const area = element('textarea', { readonly: true, rows: 10, 'aria-label': `改过的文本 ${number}` }, text);
  const said = element('p', { class: 'said', role: 'status' });
  const copy = async () => (said.textContent = DONE[await copyFrom(area)]);
  const button = element('button', { type: 'button', class: 'plain', click: copy }, '复制');
  return element('details', { class: 'text' }, element('summary', {}, `${text.trim().split('\n')[0].slice(0, 30)}……`), area, element('div', { class: 'buttons' }, button), said);
}
