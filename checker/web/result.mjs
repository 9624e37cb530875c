/** Draws the verdict. Everything in it is data: it becomes text and never markup. */

import { answerRows } from './components/answers.mjs';
import { element } from './components/element.mjs';
import { drawLetter } from './components/letter.mjs';

const LEVELS = { can_claim: '可以主张', needs_facts: '还缺信息', not_supported: '现有信息不支持', stop: '先别申请' };
const BASES = { statute: '法定', platform: '平台规则', practice: '惯例', own: '本站取值' };
const CHECKS = { pass: '过得去', fail: '过不去', unknown: '看不出' };
const FINDINGS = { met: '成立', not_met: '不成立', undetermined: '还不清楚' };

/**
 * Puts the verdict into `place`. `form` gives the questions in the reader's words, `edit(topic)` leads back to one,
 * `links` has the addresses of the pages on law and rules, `lint(route, name, text)` reads a text that was changed.
 */
export function drawResult(place, verdict, { form, edit, links, lint }) {
  const context = { form, edit, links, lint };
  const open = verdict.matters.find(({ level }) => level === 'needs_facts');
  place.replaceChildren(
    ...verdict.matters.flatMap((matter, index) => {
      const missing = matter === open ? verdict.missing : [];
      return drawMatter(matter, { ...context, missing, number: index + 1, count: verdict.matters.length });
    }),
    ...section('注意', verdict.warnings.map((words) => element('p', {}, words))),
    ...section('你的回答', [
      element('p', { class: 'hint' }, '改了答案，文本会重新写。你在文本里改过的字，先复制走。'),
      element('dl', { class: 'answers' }, answerRows(form, edit)),
    ]),
    element('p', { class: 'colophon' }, `${chineseDate(verdict.now)}，规则版本 ${verdict.rules_version}。自查结论不是法律意见。`),
  );
}

function drawMatter(matter, context) {
  const level = element('p', { class: `level ${matter.level}` }, LEVELS[matter.level]);
  const part = context.count > 1 ? element('p', { class: 'stage' }, `第 ${context.number} 件事，共 ${context.count} 件`) : null;
  const inside = [
    section('为什么', [drawReasons(matter.reasons, context.links)]),
    section('两边怎么看', drawViews(matter)),
    section('今天要做的事', list('ol', matter.acts.slice(0, 3).map(({ what, by }) => [element('strong', {}, by ? `到 ${chineseDate(by)}` : '今天'), `：${what}`]))),
    section('还缺这几项', drawMissing(context)),
    section('可以要求什么', matter.claims.map(drawClaim)),
    section('要发的文本', matter.letters.map((letter, index) => drawText(matter, letter, index, context))),
    section('日期', list('ul', matter.deadlines.map(drawDeadline), 'dates')),
    section('凭证', list('ul', matter.evidence.map(drawEvidence), 'evidence')),
    section('对方可能怎么说', matter.objections.map(drawObjection)),
  ];
  return [element('section', { class: 'matter' }, part, level, element('h2', { tabindex: '-1' }, matter.headline), ...inside.flat())];
}

/** A heading with what belongs to it; nothing at all when that is nothing. */
function section(heading, content) {
  return content.length ? [element('h3', {}, heading), ...content] : [];
}

function list(name, items, className = null) {
  return items.length ? [element(name, { class: className }, items.map((item) => element('li', {}, item)))] : [];
}

const badge = (basis) => element('span', { class: `basis ${basis}` }, BASES[basis]);

function drawReasons(reasons, links) {
  const items = reasons.map(({ sentence, basis, rule, articles }) => [
    element('p', {}, badge(basis), sentence),
    element('p', { class: 'sources' }, drawSources(articles, links), outward(`${links.rules}#${rule.replaceAll('_', '-')}`, '看这条规则')),
  ]);
  return element('ul', { class: 'reasons' }, items.map((item) => element('li', {}, item)));
}

function drawSources(articles, links) {
  if (!articles.length) return null;
  const linked = articles.flatMap(({ id, title }, index) => [index ? '、' : '依据：', outward(`${links.law}#${id}`, title)]);
  return [...linked, '。'];
}

/** A link that leaves the answers standing: another page in this window would lose them. */
const outward = (address, words) => element('a', { href: address, target: '_blank', rel: 'noopener' }, words);

function drawMissing({ form, edit, missing }) {
  const askedIds = form.askedIds();
  const items = missing.filter((id) => askedIds.has(id)).map((id) => {
    const topic = form.topicOf(id);
    const follow = (event) => (event.preventDefault(), edit(topic), form.focus(id));
    const question = topic.questions.find((item) => item.id === id);
    return element('a', { href: `#/${topic.id}`, click: follow }, question.label);
  });
  return list('ul', items);
}

/** The platform may say no where the law says yes; both stand side by side. */
function drawViews(matter) {
  if (!matter.platform_view.length) return [];
  const reasoned = new Set(matter.reasons.map(({ rule }) => rule));
  const [shown, others] = [[], []];
  for (const finding of matter.findings) (finding.status !== 'not_met' || reasoned.has(finding.rule) ? shown : others).push(finding);
  const platform = matter.platform_view.map(({ check, status, sentence }) => [mark(status, CHECKS), element('strong', {}, check), element('br'), sentence]);
  return [
    element(
      'div',
      { class: 'views' },
      element('div', {}, element('h4', {}, '平台会怎么看'), list('ul', platform)),
      element('div', {}, element('h4', {}, '法律怎么说'), list('ul', shown.map(drawFinding)), drawOthers(others)),
    ),
  ];
}

/** The text for the next step stands open; the others are one touch away. */
function drawText({ route }, letter, index, { number, lint }) {
  const drawn = drawLetter(letter, `letter-${number}-${index + 1}`, (text) => lint(route, letter.name, text));
  if (index === 0) return element('div', { class: 'text' }, element('h4', {}, letter.title), drawn);
  return element('details', { class: 'text' }, element('summary', {}, letter.title), drawn);
}

const drawFinding = ({ status, title }) => [mark(status, FINDINGS), title];

const mark = (status, words) => element('span', { class: `mark ${status}` }, words[status]);

function drawOthers(findings) {
  if (!findings.length) return null;
  return element('details', {}, element('summary', {}, `另外看过 ${findings.length} 条，都不成立`), list('ul', findings.map(({ title }) => title)));
}

/** The articles behind a claim are those of its reasons, which stand further up. */
function drawClaim({ remedy_label: remedy, amount_fen: fen, arithmetic, against }) {
  return element(
    'div',
    { class: 'claim' },
    element('p', { class: 'amount' }, fen === null ? remedy : `${remedy} ${yuan(fen)}`),
    element('p', {}, `怎么算：${arithmetic}`),
    element('p', {}, `向谁要求：${against}`),
  );
}

function drawDeadline({ what, last_day: lastDay, earliest, latest, certain, counted, basis }) {
  const day = lastDay && certain ? chineseDate(lastDay) : earliest && latest ? `最早 ${chineseDate(earliest)}，最晚 ${chineseDate(latest)}` : null;
  return [
    element('p', {}, badge(basis), element('strong', {}, day ?? (lastDay ? `大约 ${chineseDate(lastDay)}` : '还算不出日期'))),
    element('p', {}, what),
    element('p', { class: 'hint' }, `怎么算：${counted}`),
  ];
}

function drawEvidence({ name, proves, have, needed, how_to_get: howToGet }) {
  const state = have ? '有' : needed ? '缺，最要紧' : '缺';
  return [
    element('p', {}, element('span', { class: `mark ${have ? 'met' : 'not_met'}` }, state), element('strong', {}, name)),
    element('p', {}, `证明：${proves}`),
    have ? null : element('p', { class: 'hint' }, `怎么补：${howToGet}`),
  ];
}

function drawObjection({ they_say: theySay, answer }) {
  return element('div', { class: 'objection' }, element('p', {}, `对方说：“${theySay}”`), element('p', {}, `你可以回：${answer}`));
}

/** 2026 年 11 月 24 日, for a date or the beginning of a time. */
function chineseDate(iso) {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
}

/** Whole yuan without decimals, anything else with two. */
function yuan(fen) {
  return `${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)} 元`;
}
