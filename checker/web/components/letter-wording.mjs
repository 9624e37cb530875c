/**
 * A letter that its reader has changed, read again for how it is worded: beside the lint, which knows the case, and never twice what the lint says.
 * Fetched when a letter was changed. Where anything of it cannot be had, the lint goes on alone, without a word.
 */

import { arriving } from '../python/arriving.mjs';
import { partsOf } from '../python/parts.mjs';
import { element } from './element.mjs';
import { Rewording } from './rewording.mjs';
import { PARTS, reading } from './telling.mjs';

/**
 * @typedef {import('./letter.mjs').LetterView} LetterView
 * @typedef {import('./rewording.mjs').Wording} Wording
 * @typedef {{ sentence: string, advice: string, better?: string }} Remark of the lint
 */

/** What Python says of texts, by the text: those that we wrote ourselves, and the sentences of the lint. @type {Map<string, Promise<Wording | null>>} */
const known = new Map();
const MOST_KNOWN = 50;
/** Whether what reads has come. It is fetched here first, so that Python never waits for it and is ended for that. @type {Promise<unknown> | null} */
let coming = null;

/** @param {LetterView} view @param {string} from the text as we wrote it @param {Remark[]} lint what the lint says of it now */
export async function reword(view, from, lint) {
  const { area, callbacks: { checker } } = view;
  const text = area.value;
  const found = await read(checker, text);
  const ours = found && (await knownOf(checker, from));
  if (!ours) return;
  const more = withoutOurs(found, ours);
  const said = await saidByLint(view, text, more, lint);
  if (area.value !== text || !area.isConnected) return;
  view.wording ??= begin(view);
  show(view, text, more, said);
}

/** @param {LetterView} view */
function begin(view) {
  const { area } = view;
  const put = (text) => {
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const wording = new Rewording({ text: () => area.value, put }, `${view.letter.title}的措辞`);
  view.remarks.after(wording.place);
  return wording;
}

/** @param {import('../checker.mjs').Checker} checker @param {string} text @returns {Promise<Wording | null>} */
async function read(checker, text) {
  if (checker.client.state !== 'ready') return null;
  try {
    await (coming ??= Promise.all(PARTS.wording.map((name) => fetched(partsOf(checker.client.address).later(name)))));
  } catch {
    coming = null;
    return null;
  }
  const reply = await reading(checker, 'wording', text);
  return reply.kind === 'wording' ? reply : null;
}

async function fetched(address) {
  await (await arriving(address)).arrayBuffer();
}

/** The same, asked once. @param {import('../checker.mjs').Checker} checker @param {string} text */
function knownOf(checker, text) {
  if (known.size > MOST_KNOWN) known.clear();
  if (!known.has(text)) known.set(text, read(checker, text).then((found) => (found ?? known.delete(text), found)));
  return known.get(text);
}

/** What stood so in the text that we wrote is nothing that its reader has done. @param {Wording} found @param {Wording} ours @returns {Wording} */
function withoutOurs(found, ours) {
  const missing = ours.clears.filter(({ present }) => !present).map(({ id }) => id);
  const lacking = ours.statements.map((each) => `${each.missing}`);
  return {
    phrases: found.phrases,
    statements: found.statements.filter((each) => !lacking.includes(`${each.missing}`)),
    clears: found.clears.filter(({ id, present }) => !present && !missing.includes(id)),
  };
}

/**
 * Which remark of the lint says what: of words that hurt, the lint is asked what it says of these words alone; of what is missing, what its own
 * sentence would bring.
 *
 * @param {LetterView} view @param {string} text @param {Wording} found @param {Remark[]} lint
 * @returns {Promise<Map<any, Remark>>} phrases and clears, with the remark that says the same
 */
async function saidByLint({ callbacks: { lint: ask, checker } }, text, { phrases, clears }, lint) {
  const said = new Map();
  const points = [...text];
  const wordsOf = ({ spans }) => points.slice(...spans[0]).join('');
  const [ofWhole, ofSentences] = [lint.filter(({ sentence }) => !sentence), lint.filter(({ sentence }) => sentence)];
  const alone = phrases.length && ofSentences.length ? await ask(phrases.map(wordsOf).join('\n')).catch(() => []) : [];
  for (const phrase of phrases) {
    const words = wordsOf(phrase);
    const says = ({ advice }) => alone.some((each) => each.sentence && words.includes(each.sentence) && each.advice === advice);
    const same = ofSentences.find((remark) => !taken(said, remark) && remark.sentence.includes(words) && (remark.better === phrase.better || says(remark)));
    if (same) said.set(phrase, same);
  }
  for (const remark of clears.length ? ofWhole : []) {
    const brings = remark.better && (await knownOf(checker, remark.better));
    const same = clears.find(({ id }) => brings && !brings.clears.some((each) => each.id === id && !each.present) && !said.has(id));
    if (same) said.set(same, remark);
  }
  return said;
}

const taken = (said, remark) => [...said.values()].includes(remark);

/** What the lint says gets a button there; the rest gets rows of its own. @param {LetterView} view @param {string} text @param {Wording} found @param {Map<any, Remark>} said */
function show(view, text, { phrases, statements, clears }, said) {
  const { wording } = view;
  for (const [each, { sentence, advice, better }] of said) {
    const place = [...view.remarks.children].find((row) => row.querySelector('strong')?.textContent === advice && row.textContent.includes(sentence));
    if (!place || place.querySelector('button')) continue;
    const [shown, button] = each.clause ? wording.replacement(each, text, better || each.better) : wording.addition(better || each.add);
    // The lint says its better sentence itself.
    place.append(...(better ? [] : [element('span', { class: 'better' }, shown.textContent)]), button);
  }
  const own = (all) => all.filter((each) => !said.has(each));
  const rest = { phrases: own(phrases), statements, clears: own(clears) };
  const count = rest.phrases.length + rest.statements.length + rest.clears.length;
  wording.show(rest, text, count ? `措辞上还有 ${count} 处可以改。` : '');
}
