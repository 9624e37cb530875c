/**
 * What a query means: the words of our pages that it sounds like, where the pages do not know it as it stands. Readers type `tuikuan` or `tk` before they have
 * chosen 退款, and 卡蜜 where their keyboard has guessed wrong. What the pages know stays as it was typed.
 *
 * Runs in the theme's search worker, which `checker/publish/search.py` makes ask here; nothing is loaded before somebody searches.
 */

import { SOUNDS } from './sounds.mjs';

/** Signs of a word at most: longer ones are found by their parts. */
const LONGEST = 6;
const LETTERS = 40;
/** What a word of the dictionary weighs, more than any that only stands on pages often. */
const OWN = 1_000;
/** What a piece of sounds costs: a whole word, one that is still being typed, first letters. Fewer and surer pieces win. */
const COST = { whole: 1, begun: 2, initials: 2.5 };
/** First letters of so many signs tell two words in a row that stand together so often; of fewer only words of headings and of the dictionary. */
const ROW = { signs: 4, times: 2 };
/** What is heard the same by many: zh and z, ing and in. The same is done to what is typed. */
const heard = (letters) => letters.replace(/([zcs])h/g, '$1').replace(/ng/g, 'n');

/** @typedef {{ word: string, weight: number }} Found */
/** Of several words the one that stands more often. @param {Map<string, Found>} map @param {string} key @param {Found} found */
const better = (map, key, found) => (map.get(key)?.weight ?? 0) < found.weight && map.set(key, found);

/** @typedef {{ title: string, text: string, location: string }} Section */

/** @typedef {{ cost: number, words: string }} Spelled */
/** @type {Spelled} */
const NOTHING = { cost: Infinity, words: '' };

export class Asked {
  /** @param {Section[]} sections as in the index, cut into words @param {string} dictionary words that the cutting keeps whole, one a line, each followed by numbers */
  constructor(sections, dictionary) {
    this.sections = sections;
    this.dictionary = new Set(dictionary.split('\n').map((line) => line.split(' ')[0]).filter(Boolean));
  }

  /** @param {string} query @returns {string} */
  meaning(query) {
    if (!/[a-z]|\p{sc=Han}{2}/iu.test(query)) return query;
    this.#learn();
    const typed = query.replace(/[a-z][a-z' -]*/gi, (letters) => this.#ofLetters(letters));
    return typed.replace(/\p{sc=Han}{2,}/gu, (signs) => this.#weighed(this.#ofSigns(signs))).trim();
  }

  /** Once: which words there are, how they sound, which of them are what the pages are about. */
  #learn() {
    if (this.whole) return;
    /** @type {Map<string, string[]>} */
    this.readings = new Map();
    for (const [, sound, signs] of SOUNDS.matchAll(/([a-z]+):(\S+)/g)) {
      for (const sign of signs) this.readings.set(sign, [...(this.readings.get(sign) ?? []), sound]);
    }
    /** @type {Map<string, number>} */
    const weights = new Map([...this.dictionary].map((word) => [word, OWN]));
    const count = (word, weight) => weights.set(word, (weights.get(word) ?? 0) + weight);
    /** @type {Map<string, number>} */
    const rows = new Map();
    /** @type {Map<string, number>} */
    this.latin = new Map();
    this.text = '';
    /** @type {Set<string>} */
    this.subjects = new Set(this.dictionary);
    for (const { title, text } of this.sections) {
      for (const [part, weight] of /** @type {[string, number][]} */ ([[title, 20], [text, 1]])) {
        const bare = part.replace(/<[^>]*>/g, ' ');
        for (const name of bare.toLowerCase().match(/[a-z]{2,}/g) ?? []) this.latin.set(name, (this.latin.get(name) ?? 0) + 1);
        let before = '';
        for (const word of bare.split('\u200b')) {
          const known = /^\p{sc=Han}+$/u.test(word);
          if (known && word.length > 1) count(word, weight);
          if (known && word.length > 1 && weight > 1) this.subjects.add(word);
          const row = before + word;
          if (known && before && row.length >= ROW.signs && row.length <= LONGEST) rows.set(row, (rows.get(row) ?? 0) + 1);
          if (word) before = known ? word : '';
        }
        this.text += `${bare.replaceAll('\u200b', '')}\n`;
      }
    }
    this.weights = weights;
    /** Those of the dictionary that the index has as one word: to the theme another one would be two. */
    this.telling = new Set([...this.dictionary].filter((word) => weights.get(word) > OWN));
    /** @type {Map<string, Found>} */
    this.whole = new Map();
    /** @type {Map<string, Found>} */
    this.initials = new Map();
    /** @type {Map<string, Found>} */
    this.begun = new Map();
    for (const [word, weight] of weights) this.#file({ word, weight });
    for (const [word, weight] of rows) if (weight >= ROW.times) this.#fileInitials({ word, weight });
  }

  /** @param {Found} found */
  #file(found) {
    const subject = this.subjects.has(found.word);
    for (const syllables of this.#spoken(found.word)) {
      const sound = heard(syllables.join(''));
      better(this.whole, sound, found);
      if (subject) for (let end = 3; end < sound.length; end++) better(this.begun, sound.slice(0, end), found);
    }
    if (subject) this.#fileInitials(found);
  }

  /** @param {Found} found */
  #fileInitials(found) {
    for (const syllables of this.#spoken(found.word)) better(this.initials, syllables.map((each) => each[0]).join(''), found);
  }

  /** All ways to say a word, without tones; none where a sign is not known. @param {string} word @returns {string[][]} */
  #spoken(word) {
    if (word.length > LONGEST) return [];
    return [...word].reduce((ways, sign) => ways.flatMap((way) => (this.readings.get(sign) ?? []).map((sound) => [...way, sound])), [[]]);
  }

  /** @param {string} letters with spaces between */
  #ofLetters(letters) {
    const parts = letters.toLowerCase().split(/[\s'-]+/).filter(Boolean);
    const named = this.#named(parts.join('-'));
    if (named) return named;
    /** @type {string[][]} What the pages know stands alone, between runs of what they do not. */
    const runs = [[]];
    for (const part of parts) {
      if (this.#isKnown(part)) runs.push([part], []);
      else runs.at(-1).push(part);
    }
    return runs.map((run) => this.#ofRun(run)).filter(Boolean).join(' ') + (/\s$/.test(letters) ? ' ' : '');
  }

  /** Whether this stands on our pages as a name, or begins one. Two letters that stand once are none. @param {string} part */
  #isKnown(part) {
    if (part.length < 3) return this.latin.get(part) > 1;
    return [...this.latin.keys()].some((name) => name.startsWith(part));
  }

  /** @param {string[]} run */
  #ofRun(run) {
    // Two letters may be a name and first letters as well: either will do.
    if (run.length === 1 && this.#isKnown(run[0])) return run[0].length > 2 ? run[0] : `${run[0]} ${this.#spelled(run[0]).words}`.trim();
    const each = run.map((part) => this.#spelled(part));
    const joined = this.#spelled(run.join(''));
    if (joined.words && joined.cost <= each.reduce((sum, { cost }) => sum + cost, 0)) return joined.words;
    return each.map(({ words }, at) => words || run[at]).join(' ');
  }

  /** The words that these letters spell; none, at any cost, where a letter is left over. @param {string} letters @returns {Spelled} */
  #spelled(letters) {
    if (letters.length < 2 || letters.length > LETTERS) return NOTHING;
    const typed = heard(letters);
    /** @type {Spelled[]} */
    const best = [{ cost: 0, words: '' }];
    for (let end = 2; end <= typed.length; end++) {
      for (let start = 0; start <= end - 2; start++) {
        if (!best[start]) continue;
        const piece = typed.slice(start, end);
        const last = end === typed.length ? this.begun.get(piece) : undefined;
        for (const [found, cost] of /** @type {const} */ ([[this.whole.get(piece), COST.whole], [this.initials.get(piece), COST.initials], [last, COST.begun]])) {
          if (!found) continue;
          // Between equals, the word that stands more often.
          const whole = best[start].cost + cost - Math.min(found.weight, OWN) / (10 * OWN);
          if (!(whole >= best[end]?.cost)) best[end] = { cost: whole, words: `${best[start].words} ${found.word}`.trim() };
        }
      }
    }
    return best[typed.length] ?? NOTHING;
  }

  /** The heading of the page or section whose address ends so: old addresses lead here too. @param {string} name */
  #named(name) {
    const section = this.sections.find(({ location }) => location.replace(/\/$/, '').split(/[/#]/).at(-1) === name);
    return section ? section.title.replace(/<[^>]*>|\u200b/g, '') : '';
  }

  /** @param {string} signs */
  #ofSigns(signs) {
    let meant = '';
    for (let at = 0; at < signs.length; ) {
      const next = this.#next(signs, at);
      meant += next.word;
      at += next.length;
    }
    return meant;
  }

  /**
   * A word that the dictionary keeps whole tells more of what is meant than what stands around it, the more so the fewer sections have it: the theme's
   * sign for that goes behind it. Of 微信被盗刷 it is 盗刷.
   * @param {string} signs
   */
  #weighed(signs) {
    let told = '';
    for (let at = 0; at < signs.length; ) {
      let length = Math.min(LONGEST, signs.length - at);
      while (length > 1 && !this.telling.has(signs.slice(at, at + length))) length -= 1;
      const word = signs.slice(at, at + length);
      // Once more without the sign: with it, no longer word that begins so is found.
      told += length > 1 ? ` ${word}^${this.#rarity(word)} ${word} ` : word;
      at += length;
    }
    return told.trim();
  }

  /** How much a word says, from one on. @param {string} word */
  #rarity(word) {
    const having = this.sections.filter(({ title, text }) => title.includes(word) || text.includes(word)).length;
    return Math.max(1, Math.round(2 * Math.log2(this.sections.length / (having || 1)) - 3));
  }

  /** @param {string} signs @param {number} at */
  #next(signs, at) {
    for (let length = Math.min(LONGEST, signs.length - at); length > 1; length--) {
      const typed = signs.slice(at, at + length);
      if (this.weights.has(typed)) return { word: typed, length };
      const word = !this.text.includes(typed) && this.#soundingLike(typed);
      if (word) return { word, length };
    }
    return { word: signs[at], length: 1 };
  }

  /** A word that the pages are about, with at least one sign in its place. @param {string} typed */
  #soundingLike(typed) {
    const words = this.#spoken(typed).map((syllables) => this.whole.get(heard(syllables.join('')))?.word);
    return words.find((word) => word?.length === typed.length && this.subjects.has(word) && [...word].some((sign, at) => sign === typed[at]));
  }
}
