/** The verdict on view. Everything in it is data: it becomes text and never markup. */

import { localDay } from './case.mjs';
import { answerLists } from './components/answers.mjs';
import { filledIn } from './components/blank-words.mjs';
import { DONE, copyFrom } from './components/copy.mjs';
import { element } from './components/element.mjs';
import { drawHistory } from './components/history.mjs';
import { LetterView } from './components/letter.mjs';
import {
  drawActs, drawClaim, drawDates, drawEvidence, drawLadder, drawMissing, drawObjection, drawReasons, drawViews, list, section,
} from './components/matter.mjs';
import { keepPlace } from './components/place.mjs';
import { chineseDate } from './components/words.mjs';
import { offerWord } from './take.mjs';
import { vocabulary } from './vocabulary.mjs';

/**
 * @typedef {object} Actions what the page does when the reader touches something in the result
 * @property {(topic: any, id?: string) => void} edit leads back to a topic, or to one question of it
 * @property {(route: string, name: string, text: string) => Promise<object[]>} lint
 * @property {(texts: { letter: string, text: string }[]) => Promise<Uint8Array | null>} word
 * @property {(event: import('./events.mjs').Entry) => Promise<string>} event what is wrong with a line of the course of events
 * @property {(events: import('./events.mjs').Entry[], said: string) => void} retell the course of events has changed
 * @property {import('./components/chat.mjs').ChatPlace} chat
 * @property {(letter: any) => void} sent
 * @property {(reply: string | null) => void} replied
 * @property {(reply: string) => string} replyWords
 * @property {() => void} takeBack undoes what was noted last
 * @property {() => void} reopen it was not solved after all
 * @property {() => Promise<string>} calendar offers the dates; what to say of it
 */

/** The answers under the conclusion are listed anew when nobody has typed for so long. */
const PAUSE_MS = 700;

/** The conclusion as the state has it. What was drawn stays, though answers have changed since, until there is another. */
export class ResultView {
  /** @type {LetterView[]} */
  #letters = [];
  #answers = element('div', { class: 'answers' });
  #course = element('p', { class: 'said', role: 'status', tabindex: '-1' });
  #pause = null;

  /**
   * @param {HTMLElement} root the page; its data hold the addresses of the pages on law, rules and templates
   * @param {import('./state.mjs').PageState} state @param {import('./questionnaire.mjs').Questionnaire} questionnaire @param {Actions} actions
   */
  constructor(root, state, questionnaire, actions) {
    this.place = /** @type {HTMLElement} */ (root.querySelector('.result'));
    this.colophon = element('p', { class: 'colophon', hidden: true });
    this.place.after(this.colophon);
    this.state = state;
    this.questionnaire = questionnaire;
    /** @type {any} */
    this.context = { ...actions, links: root.dataset, state, questionnaire };
    state.subscribe((changed) => this.#follow(changed));
    // On paper everything stands open; on the screen again what stood open before.
    /** @type {HTMLDetailsElement[]} */
    let opened = [];
    window.addEventListener('beforeprint', () => {
      opened = [...this.place.querySelectorAll('details')].filter((each) => !each.open && !each.matches('.course, .places'));
      for (const each of opened) each.open = true;
    });
    window.addEventListener('afterprint', () => opened.forEach((each) => (each.open = false)));
  }

  /** Whether it is on view. @param {boolean} isShown */
  toggle(isShown) {
    this.place.hidden = !isShown;
    this.colophon.hidden = !isShown;
  }

  /** Whether somebody writes in one of the texts. */
  get isWrittenIn() {
    return this.place.contains(document.activeElement) && document.activeElement.matches('textarea, input[type=text]');
  }

  #follow(changed) {
    if (changed.has('case')) return this.clear();
    // What is void is not on view.
    if (!this.state.verdict) return undefined;
    if (changed.has('verdict')) return this.#draw(this.state.verdict);
    if (changed.has('kept') || changed.has('parties')) for (const letter of this.#letters) letter.refill();
    if (!changed.has('parties')) return undefined;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#listAnswers(), PAUSE_MS);
    return undefined;
  }

  /** Fetches what only a conclusion shows. Where it cannot be had, the conclusion stands without it. */
  async prepare() {
    try {
      for (const part of await Promise.all([import('./components/chronology.mjs'), import('./components/places.mjs')])) Object.assign(this.context, part);
    } catch {
      // Another conclusion tries again.
    }
  }

  /** What came of a change to the course of events. @param {string} words */
  sayOfCourse(words) {
    this.#course.textContent = words;
    // The button that was pressed is gone.
    if (this.#course.isConnected && !this.isWrittenIn) this.#course.focus({ preventScroll: true });
  }

  /** Nothing of a case stays here, seen or unseen. */
  clear() {
    this.#letters = [];
    this.place.replaceChildren();
    this.colophon.textContent = '';
  }

  #draw(verdict) {
    keepPlace(this.place, () => {
      this.#course.textContent = '';
      const { content, letters } = drawResult(verdict, this.#answers, { ...this.context, course: this.#course });
      this.place.replaceChildren(...content);
      this.#letters = letters;
      this.#listAnswers();
    });
    this.colophon.textContent = `${chineseDate(verdict.now)}，规则版本 ${verdict.rules_version}。${vocabulary().disclaimer}。`;
  }

  #listAnswers() {
    this.#answers.replaceChildren(...answerLists(this.questionnaire, this.context.edit, 'h4'));
  }
}

/** The whole conclusion, and the views of all its texts. */
function drawResult(verdict, answers, context) {
  const { kept } = context.state;
  const open = verdict.matters.find(({ level }) => level === vocabulary().open_level);
  /** @type {LetterView[]} */
  const letters = [];
  const matters = verdict.matters.flatMap((matter, index) => {
    const missing = matter === open ? verdict.missing : [];
    return drawMatter(matter, { ...context, verdict, missing, views: letters, number: index + 1, count: verdict.matters.length });
  });
  const found = [...matters, ...section('warnings', '注意', verdict.warnings.map((words) => element('p', {}, words)))];
  // Where nothing is to be sent, nothing is to be said of afterwards.
  const hasGone = kept.status.sent.length + kept.replies.length > 0;
  const canSend = hasGone || verdict.matters.some((matter) => matter.letters.length > 0);
  const content = [
    ...(kept.status.state === 'solved' ? drawSolved(found, context) : [...found, ...section('back', '发出去以后', canSend ? drawComingBack(context) : [])]),
    ...section('orphans', '现在不再建议的文本，你改过的还在', drawOrphans(verdict, context)),
    ...section('answers', '你的回答', [answers]),
  ];
  return { content, letters };
}

function drawMatter(matter, context) {
  const { verdict, links, missing, number, count } = context;
  const id = (name) => `${name}-${number}`;
  const first = context.views.length;
  const letters = matter.letters.map((letter, index) => drawText(matter, letter, index, context));
  const together = letters.length > 1 ? [drawTogether(context.views.slice(first), context.word)] : [];
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
    [id('texts'), '要发的文本', letters.length ? [drawTold(matter, id('course'), context), ...letters, ...together].filter(Boolean) : []],
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

/** What the texts tell, in the reader's hands. */
function drawTold({ chronology }, id, { state, questionnaire, edit, event, retell, course, number, chat, drawCourse }) {
  return drawCourse && drawCourse(id, chronology, {
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
function drawText({ route }, letter, index, { number, views, state, questionnaire, edit, lint, word, sent, drawPlaces, chat }) {
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
    sent,
    drawPlaces,
    checker: chat.checker,
  });
  views.push(view);
  if (index === 0) return element('div', { class: 'text' }, element('h4', {}, letter.title), view.place);
  return element('details', { class: 'text' }, element('summary', {}, letter.title), view.place);
}

/** All texts of a matter in one file, as their reader has them. @param {LetterView[]} views */
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
  if (place.matches('details')) place.open = true;
  place.scrollIntoView();
  place.querySelector('textarea').focus({ preventScroll: true });
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
