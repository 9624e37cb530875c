/** One matter of the verdict, apart from its texts: why, both views, when, with what proof, and what next. */

import { list } from './acts.mjs';
import { articleAt } from './article.mjs';
import { element } from './element.mjs';
import { offerHint } from '../take.mjs';
import { vocabulary } from '../vocabulary.mjs';
import { dayOf, drawTimeline, isOver } from './timeline.mjs';
import { wrongHere } from '../wrong.mjs';
import { chineseDate, yuan } from './words.mjs';

/** A heading with what belongs to it; nothing at all when that is nothing. */
export function section(id, heading, content) {
  return content.length ? [element('h3', { id, tabindex: '-1' }, heading), ...content] : [];
}

/** The same, one touch away. `note` says beside the heading what is in it; `open` stands open from the beginning. */
export function fold(id, heading, content, { note = '', open = false } = {}) {
  if (!content.length) return [];
  return [element('details', { class: 'part', id, open }, element('summary', {}, element('h3', {}, heading), note && element('span', { class: 'note' }, note)), element('div', {}, content))];
}

/** A link that leaves the page standing: names and texts would go with it. */
const outward = (address, words) => element('a', { href: address, target: '_blank', rel: 'noopener' }, words);

const badge = (basis) => element('span', { class: `basis ${basis}` }, vocabulary().bases[basis]);
const mark = (status, words) => element('span', { class: `mark ${status}` }, words[status]);

export function drawReasons(reasons, links) {
  const items = reasons.map(({ sentence, basis, rule, articles }) => [
    element('p', {}, badge(basis), sentence),
    element('p', { class: 'sources' }, drawSources(articles, links), outward(links.rules + vocabulary().places[rule], '看这条规则')),
    wrongHere({ title: sentence, where: `rules/${vocabulary().places[rule]}` }),
  ]);
  return list('ul', items, 'reasons');
}

function drawSources(articles, links) {
  if (!articles.length) return null;
  const linked = articles.flatMap(({ id, title }, index) => [index ? '、' : '依据：', outward(articleAt(links.law, id), title)]);
  return [...linked, '。'];
}

/** The platform may say no where the law says yes; both stand side by side. */
export function drawViews(matter) {
  if (!matter.platform_view.length) return [];
  const reasoned = new Set(matter.reasons.map(({ rule }) => rule));
  const [shown, others] = [[], []];
  for (const finding of matter.findings) (finding.status !== 'not_met' || reasoned.has(finding.rule) ? shown : others).push(finding);
  const platform = matter.platform_view.map(({ check, status, sentence }) => [mark(status, vocabulary().platform_checks), element('strong', {}, check), element('br'), sentence]);
  return [
    element(
      'div',
      { class: 'views' },
      element('div', {}, element('h4', {}, '平台会怎么看'), list('ul', platform)),
      element('div', {}, element('h4', {}, '法律怎么说'), list('ul', shown.map(({ status, title }) => [mark(status, vocabulary().findings), title])), drawOthers(others)),
    ),
  ];
}

function drawOthers(findings) {
  if (!findings.length) return null;
  return element('details', {}, element('summary', {}, `另外看过 ${findings.length} 条，都不成立`), list('ul', findings.map(({ title }) => title)));
}

/** Questions whose answers would decide, each with the way to it. */
export function drawMissing(missing, { questionnaire, edit }) {
  const askedIds = questionnaire.askedIds();
  const items = missing.filter((id) => askedIds.has(id)).map((id) => {
    const topic = questionnaire.topicOf(id);
    const follow = (event) => (event.preventDefault(), edit(topic, id));
    return element('a', { href: `#/${topic.id}`, click: follow }, questionnaire.item(id).label);
  });
  return list('ul', items);
}

/** What is asked for, in a line; how it is worked out stands in a fold of its own. */
export function drawSum({ remedy_label: remedy, amount_fen: fen }) {
  return element('p', { class: 'sum' }, '可以要：', element('strong', {}, fen === null ? remedy : `${remedy} ${yuan(fen)}`));
}

/** The articles behind a claim are those of its reasons. */
export function drawClaim({ remedy_label: remedy, amount_fen: fen, arithmetic, against }) {
  return element(
    'div',
    { class: 'claim' },
    element('p', { class: 'amount' }, fen === null ? remedy : `${remedy} ${yuan(fen)}`),
    element('p', {}, `怎么算：${arithmetic}`),
    element('p', {}, `向谁要求：${against}`),
  );
}

/** The day that comes next, for who has not opened the timetable: what is to be done by then, or what ends. */
export function nextDay(deadlines, acts, today) {
  const days = [...deadlines.filter((each) => !isOver(each, today)).map((each) => dayOf(each, today)), ...acts.map(({ by }) => by)];
  const [first] = days.filter((day) => day && day >= today).sort();
  return first ? `最近的一天是 ${chineseDate(first)}` : '';
}

/** How much of the proof is there. */
export function proofNote(evidence) {
  // What nobody was asked, or nobody knew, is not missing.
  if (evidence.some(({ have }) => have === null)) return '还没说有哪些，先找最要紧的';
  const lacking = evidence.filter(({ have }) => !have).length;
  return lacking ? `有 ${evidence.length - lacking} 样，缺 ${lacking} 样` : `${evidence.length} 样都有`;
}

export function drawDates(matter, { events, today, calendar }) {
  const drawn = drawTimeline(events, matter.deadlines, today);
  if (!drawn.length) return [];
  const said = element('p', { class: 'said', role: 'status' });
  const add = async () => (said.textContent = await calendar());
  const hint = offerHint();
  return [...drawn, element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: add }, '加入日历（.ics）')), hint ? element('p', { class: 'hint' }, hint) : null, said];
}

export function drawEvidence({ name, proves, have, needed, how_to_get: howToGet }) {
  const state = have ? '有' : have === null ? (needed ? '最要紧，先找' : '找找') : needed ? '缺，最要紧' : '缺';
  return [
    element('p', {}, element('span', { class: `mark ${have ? 'met' : have === null ? 'open' : 'not_met'}` }, state), element('strong', {}, name)),
    element('p', {}, `证明：${proves}`),
    have ? null : element('p', { class: 'hint' }, `怎么补：${howToGet}`),
  ];
}

export function drawObjection({ they_say: theySay, answer }) {
  return element('div', { class: 'objection' }, element('p', {}, `对方说：“${theySay}”`), element('p', {}, `你可以回：${answer}`));
}

/**
 * What comes next, rung by rung. A rung whose text is here opens it; one that waits for something to happen leads to saying that it did.
 */
export function drawLadder(rungs, { openLetter, replied, links }) {
  const items = rungs.map(({ when, do: what, letter, title, ready, reply }) => {
    const sample = outward(`${links.templates}kind-${letter.replaceAll('_', '-')}/`, `先看“${title}”的样子`);
    const open = element('button', { type: 'button', class: 'plain', click: () => (ready ? openLetter(letter) : replied(reply)) }, ready ? `打开“${title}”` : `已经这样了，写“${title}”`);
    return [element('p', {}, element('strong', {}, when), `：${what}`), element('div', { class: 'buttons' }, open, ready ? null : sample)];
  });
  return list('ol', items, 'ladder');
}
