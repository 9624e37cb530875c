/**
 * A field for one's own words, and having them read. What stands in it is kept for this tab; what is pasted and too long is cut before it gets there,
 * with a word about it. Whatever fails is said, and the words stay.
 */

import { first } from '../code-points.mjs';
import { pastedText } from '../hearing.mjs';
import { keepRuntime } from '../offline/keep-runtime.mjs';
import { partsOf } from '../python/parts.mjs';
import { Tab } from '../tab.mjs';
import { wordsOf } from '../words.mjs';
import { element, unseen } from './element.mjs';
import { inFigures, putPasted } from './pasting.mjs';

/** The parts of Python that read each kind of words. */
export const PARTS = {
  story: ['story'],
  reply: ['story', 'reply'],
  chat: ['chat'],
  policy: ['grammar', 'policy'],
  link: ['grammar', 'link', 'suffixes'],
  reviews: ['reviews'],
  wording: ['grammar', 'wording'],
};
const NOT_FETCHED = '读文字的那一部分没能下载，可能是网络断了。';

/**
 * @typedef {{ text: () => string, keep: (text: string) => void }} Kept where words are kept while the tab is open
 * @typedef {object} Told
 * @property {keyof typeof PARTS} what
 * @property {string} kind of the reply that is meant
 * @property {number} most characters that are read
 * @property {string} empty what is said where nothing was written
 * @property {Kept} [kept] without one, with the case
 * @property {string} [otherwise] what else one can do where it could not be read
 */

/** Words that belong to the case. @param {import('../words.mjs').Kind} what @param {import('../state.mjs').PageState} state @returns {Kept} */
const ofCase = (what, state) => ({
  text: () => wordsOf(what, state.kept.id, state.isEmpty),
  keep: (text) => new Tab().keepWords(what, state.kept.id, text),
});

/** What Python says of some words. Where a part of it had to come, it is there without a network from then on. @param {Asker} checker @param {keyof typeof PARTS} what @param {string} text */
export async function reading(checker, what, text) {
  const reply = await checker.ask('read', { needs: PARTS[what].join(' '), what, text });
  if (reply.kind !== 'not-fetched' && reply.kind !== 'failed') keepRuntime(PARTS[what].map(partsOf(checker.client.address).later));
  return reply;
}

/** Why there is nothing to say of the words. @param {any} reply */
export const whyNot = (reply) => (reply.kind === 'not-fetched' ? NOT_FETCHED : (reply.message ?? ''));

/** @typedef {{ ask: (kind: string, payload: any) => Promise<any>, client: import('../client.mjs').CheckerClient }} Asker */

/** What is longer holds up the page wherever it is laid out: a field shows the beginning of it alone. */
export const MOST_IN_FIELD = 40_000;
const BEGINNING = 1_000;

export class Telling {
  /** All of what the field shows the beginning of. @type {string | null} */
  #held = null;
  /** Stands for what is being read; other words make it void. */
  #asking = null;

  /**
   * @param {HTMLElement} place with a `textarea` and a status in it, and an `.anew` where more is read than a field takes
   * @param {Pick<import('../state.mjs').PageState, 'subscribe'>} state of a case, where the words belong to one
   * @param {Asker} checker @param {Told} told
   */
  constructor(place, state, checker, told) {
    this.place = place;
    this.field = place.querySelector('textarea');
    /** Begins anew where the field cannot be written in. @type {HTMLElement | null} */
    this.anew = place.querySelector('.anew');
    this.anew?.addEventListener('click', () => (this.fill(''), this.field.focus()));
    this.said = /** @type {HTMLElement} */ (place.querySelector('[role=status]'));
    this.checker = checker;
    this.told = told;
    this.kept = told.kept ?? ofCase(/** @type {any} */ (told.what), /** @type {any} */ (state));
    for (const type of ['input', 'change']) this.field.addEventListener(type, () => this.#changed());
    state.subscribe((changed) => {
      if (changed.has('case')) this.show();
      // What was written before anything was answered belongs to the case that is answered now.
      else if (changed.has('answers')) this.#keep();
    });
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.show());
    // What the browser has put there by itself, or somebody has written before this was there, is the newer one.
    if (this.field.value) this.#changed();
    else this.show();
  }

  get text() {
    return this.#held ?? this.field.value;
  }

  /** What is kept stands in the field. */
  show() {
    const text = this.kept.text();
    if (this.text === text) return;
    this.#set(text);
    this.#void();
  }

  /** Puts words in, and has them kept. @param {string} text */
  fill(text) {
    this.#set(text);
    this.#changed();
  }

  /** Puts in what was pasted, as much of it as is read. @param {string} text */
  async put(text) {
    const words = await putPasted(this.field, text, this.told.most, (whole, at) => {
      this.field.focus();
      this.#set(whole);
      if (!this.#held) this.field.setSelectionRange(at, at);
      this.#changed();
    });
    this.say(`${words}${this.#held ? '太长，这里只显示开头。' : ''}`);
  }

  /** What is too long does not get into the field, which would hold up the page for seconds. @param {any} event that is about to put something in @param {() => void} [coming] something else comes */
  guard(event, coming = () => {}) {
    const text = pastedText(event);
    const { readOnly: isShort, value } = this.field;
    const fits = !isShort && text.length + value.length <= MOST_IN_FIELD;
    if (!text || fits || (isShort && event.type === 'beforeinput')) return;
    event.preventDefault();
    // Of what is too long only the beginning stands there; another text takes its place.
    if (isShort) this.fill('');
    coming();
    this.put(text);
  }

  /** @param {string} text */
  #set(text) {
    this.#held = text.length > MOST_IN_FIELD ? text : null;
    this.field.value = this.#held ? `${first(text, BEGINNING)}……` : text;
    this.field.readOnly = this.#held !== null;
    if (this.anew) this.anew.hidden = !this.#held;
  }

  /** @param {(string | Node)[]} words */
  say(...words) {
    this.said.replaceChildren(...words);
  }

  /** What Python says of the words, with the text that it is about; null where it says nothing, or there is another text by now. */
  async read() {
    const { what, kind, most, empty, otherwise = '也可以照着题自己答' } = this.told;
    const whole = this.text;
    this.#mark(whole.trim() === '' ? empty : null);
    if (whole.trim() === '') return void this.field.focus();
    const asking = (this.#asking = {});
    this.say(this.checker.client.state === 'ready' ? '正在读。' : '自查程序还在准备，准备好就读，不用再点。');
    const text = first(whole, most);
    const reply = await reading(this.checker, what, text);
    if (asking !== this.#asking) return null;
    this.#asking = null;
    if (reply.kind !== kind) {
      this.say(`这次没有读成。${whyNot(reply)}写的还在，可以再点一次，${otherwise}。`);
      return null;
    }
    this.say();
    return { ...reply, text, cut: reply.cut || text !== whole };
  }

  #keep() {
    this.kept.keep(this.text);
  }

  #changed() {
    this.#keep();
    this.#mark(null);
    this.#void();
  }

  /** What was being read is not what stands here now. */
  #void() {
    if (this.#asking) this.say('你又改了，改好再点一次。');
    else if (this.said.textContent) this.say();
    this.#asking = null;
  }

  /** @param {string | null} message what has to be mended; null where nothing has */
  #mark(message) {
    const { field } = this;
    const id = `${field.id}-error`;
    this.place.classList.toggle('wrong', message !== null);
    this.place.querySelector('.error')?.remove();
    field.toggleAttribute('aria-invalid', message !== null);
    if (message !== null) field.setAttribute('aria-invalid', 'true');
    const hint = `${field.id}-hint`;
    field.setAttribute('aria-describedby', message === null ? hint : `${hint} ${id}`);
    if (message !== null) field.before(element('p', { class: 'error', id }, unseen('错误：'), message));
  }
}

/** What is said where more was written than is read. @param {number} most */
export const cutWords = (most) => `写得太长，只读了前 ${inFigures(most)} 字。`;
