/** One text to send: long or short, open to edits, with what is still to be filled in, and ways to take it along. */

import { localDay } from '../case.mjs';
import { canShareText, offerFile, offerHint, offerWord, shareText } from '../take.mjs';
import { vocabulary } from '../vocabulary.mjs';
import { wrongHere } from '../wrong.mjs';
import { blanksIn, carriedOver, changedTo, filledIn, openBlanks } from './blank-words.mjs';
import { Blanks } from './blanks.mjs';
import { DONE, copyFrom } from './copy.mjs';
import { element } from './element.mjs';
import { drawPlaces } from './places.mjs';
import { WholeBlanks } from './whole-blanks.mjs';

const EARLIER = '这份是按以前的答案写的。发出以前，对一遍日期、金额和经过。';
const NOT_THIS = '文本又改过了，要用就再复制或者再下载一次。';

const PAUSE_MS = 700;

/**
 * @typedef {object} LetterCallbacks
 * @property {string} path the name of the text: route/letter
 * @property {(text: string) => Promise<object[]>} lint what is to be said of a text that was changed; rejects when there is nobody to ask
 * @property {(which: string) => { from: string, edited: string }[]} edits what the reader made of this text, and of what it was earlier
 * @property {(which: string, from: string, edited: string, renewed?: string) => void} keep called at every change
 * @property {(blank: string) => { label: string, go: () => void } | null} asked the question that fills a blank
 * @property {(blank: string) => string} value what was filled into a blank
 * @property {() => string} told what was told in one's own words
 * @property {(blank: string, value: string) => void} fill called at every change; whoever changes what the blanks hold calls `refill`
 * @property {(texts: { letter: string, text: string }[]) => Promise<Uint8Array | null>} word a Word file with these texts; null where it cannot be had
 * @property {(letter: object) => void} sent the reader says that it is on its way
 * @property {(view: LetterView) => HTMLElement} print the choice of what goes onto paper
 * @property {import('../checker.mjs').Checker} checker
 */

export class LetterView {
  #shown = 'text';
  #pause = null;

  /**
   * `letter` as the verdict has it; `id` is unique on the page.
   * @param {any} letter @param {string} id @param {LetterCallbacks} callbacks
   */
  constructor(letter, id, callbacks) {
    this.letter = letter;
    this.id = id;
    this.callbacks = callbacks;
    /** Of each length the text that the answers give now, as its reader has it, and then those changed under earlier answers. Blanks are open in them. */
    this.versions = { text: this.#versionsOf('text'), short: this.#versionsOf('short') };
    /** Which of them is on view: first the one that agrees with the answers. */
    this.chosen = { text: 0, short: 0 };
    this.area = element('textarea', { id, rows: 5, spellcheck: 'false', focus: () => this.place.classList.add('writing'), blur: () => this.#left() });
    // Mends before what stands there is read.
    this.whole = new WholeBlanks(this.area, () => openBlanks(this.#version.text, callbacks.value));
    this.area.addEventListener('input', () => this.#edited());
    this.paper = element('div', { class: 'paper', 'aria-hidden': 'true' });
    this.count = element('p', { class: 'count' });
    this.choice = element('div', { class: 'versions' });
    this.blanks = new Blanks(`${id}-blank`, callbacks);
    this.remarks = element('div', { class: 'remarks' });
    this.places = letter.places && drawPlaces(letter.places, callbacks.value);
    /** What is said of how it is worded, once that is there. @type {import('./rewording.mjs').Rewording | null} */
    this.wording = null;
    this.said = element('p', { class: 'said', role: 'status' });
    this.place = this.#draw();
    this.#show('text');
  }

  #draw() {
    const { letter, id } = this;
    const words = vocabulary().sent_words[letter.name];
    const button = (label, click, kind = 'plain') => element('button', { type: 'button', class: kind, click }, label);
    return element(
      'div',
      { class: 'letter', 'data-text': this.callbacks.path },
      element('p', { class: 'hint' }, `发到：${letter.channel}`),
      ...drawChecks(letter.checks),
      this.#lengths(),
      this.choice,
      this.blanks.place,
      element('label', { for: id, class: 'unseen' }, `${letter.title}的文字，可以修改`),
      element(
        'div',
        {},
        // The paper has the same words in the same type, so that the field is as high as its text.
        element('div', { class: 'written' }, this.area, this.paper),
        this.count,
        // In view as long as the text is, over nothing but the text, and out of the way of whoever writes in it.
        element(
          'div',
          { class: 'bar' },
          this.said,
          element(
            'div',
            { class: 'buttons' },
            button('复制', () => this.#copy(), null),
            canShareText() ? button('发给别的应用', () => this.#share()) : null,
            button('下载 .docx', () => this.#saveForWord()),
          ),
        ),
      ),
      element('div', { class: 'buttons after' }, words && button(words, () => this.callbacks.sent(letter)), button('下载 .txt', () => this.#save())),
      offerHint() ? element('p', { class: 'hint' }, offerHint()) : null,
      this.callbacks.print(this),
      // They come a moment after typing, when a finger may be on its way to a button: so they stand below.
      this.remarks,
      this.places?.place,
      wrongHere({ title: letter.title, where: this.callbacks.path }),
    );
  }

  /** Nobody writes in the text any more. What lies out of the way comes back once the finger that left it has done what it came for. */
  #left() {
    setTimeout(() => this.place.classList.toggle('writing', this.area === document.activeElement), PAUSE_MS);
  }

  /** Something was filled in, here or elsewhere. Where somebody writes, that is the newer text. */
  refill() {
    if (this.area === document.activeElement) return this.#update();
    const shown = this.#filled();
    if (shown === this.area.value) return this.#update();
    this.area.value = shown;
    this.#changed();
  }

  /** A change to a text that has since got nothing but blanks filled in is one to the new text. */
  #versionsOf(which) {
    const now = this.letter[which];
    const edits = this.callbacks.edits(which);
    const same = edits.find(({ from }) => from === now) ?? edits.find((edit) => carriedOver(edit, now) !== null);
    const text = same ? carriedOver(same, now) : now;
    if (same && same.from !== now) this.callbacks.keep(which, same.from, text, now);
    return [{ from: now, text }, ...edits.filter((edit) => edit !== same).map(({ from, edited }) => ({ from, text: edited }))];
  }

  #filled() {
    return filledIn(this.#version.text, this.callbacks.value);
  }

  get #version() {
    return this.versions[this.#shown][this.chosen[this.#shown]];
  }

  #edited() {
    const version = this.#version;
    version.text = changedTo(version.text, this.area.value, this.callbacks.value);
    this.callbacks.keep(this.#shown, version.from, version.text);
    this.#changed();
  }

  #changed() {
    this.#update();
    if (this.said.textContent) this.said.textContent = NOT_THIS;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#readAgain(), PAUSE_MS);
  }

  async #readAgain() {
    // Drawn anew meanwhile, or cleared.
    if (!this.area.isConnected) return;
    const text = this.area.value;
    let found = null;
    try {
      if (this.#shown === 'text') found = await this.callbacks.lint(text);
    } catch {
      // There is nobody to ask.
    }
    if (this.area.value !== text) return;
    if (found) this.remarks.replaceChildren(...drawRemarks(found));
    else this.#remark();
    const from = this.letter[this.#shown];
    // Of a text that nobody has changed nothing is said, and where it cannot be had the lint goes on alone.
    if (this.#version.text !== from) import('./letter-wording.mjs').then(({ reword }) => reword(this, filledIn(from, this.callbacks.value), found ?? []), () => {});
    else this.wording?.clear();
  }

  /** What was said of the text as it came, and still is true of what is left of it. */
  #remark() {
    const standing = this.letter.lint.filter(({ sentence }) => this.area.value.includes(sentence));
    this.remarks.replaceChildren(...drawRemarks(standing));
  }

  #show(which, index = this.chosen[which]) {
    this.#shown = which;
    this.chosen[which] = index;
    this.area.value = this.#filled();
    this.said.textContent = '';
    this.wording?.clear();
    this.#drawVersions();
    this.#update();
    this.#remark();
    if (this.#version.text !== this.letter[which]) this.#changed();
  }

  #update() {
    const text = this.area.value;
    this.paper.textContent = text;
    this.places?.refill();
    this.count.textContent = `共 ${[...text].length} 字`;
    // Rows above the text come and go; the text stays where it is for who writes in it.
    const isWriting = this.area === document.activeElement;
    const top = isWriting && this.area.getBoundingClientRect().top;
    this.blanks.show(blanksIn(this.#version.text));
    if (isWriting) scrollBy({ top: this.area.getBoundingClientRect().top - Number(top), behavior: 'instant' });
  }

  /** The answers have changed since the reader changed the text: all versions are there, and the reader chooses. */
  #drawVersions() {
    const versions = this.versions[this.#shown];
    const chosen = this.chosen[this.#shown];
    const standing = this.choice.querySelectorAll('input');
    const hint = chosen === 0 ? '' : EARLIER;
    if (versions.length === 1) return this.choice.replaceChildren();
    if (this.choice.dataset.of === this.#shown && standing.length) {
      this.choice.querySelector('.hint').textContent = hint;
      return undefined;
    }
    this.choice.dataset.of = this.#shown;
    const options = versions.map((_, index) => {
      const words = index === 0 ? '按新答案写的' : versions.length > 2 ? `我改过的，第 ${index} 份（按以前的答案）` : '我改过的（按以前的答案）';
      const input = element('input', { type: 'radio', id: `${this.id}-version-${index}`, name: `${this.id}-version`, checked: chosen === index, change: () => this.#show(this.#shown, index) });
      return element('div', { class: 'option' }, input, element('label', { for: input.id }, words));
    });
    const legend = element('legend', {}, '答案或者日期变了，文本已经按新的写好。你以前改过的也留着，可以换着看：');
    return this.choice.replaceChildren(element('fieldset', {}, legend, options), element('p', { class: 'hint', 'aria-live': 'polite' }, hint));
  }

  #lengths() {
    const choice = (which, words, checked) => {
      const input = element('input', { type: 'radio', id: `${this.id}-${which}`, name: `${this.id}-length`, checked, change: () => this.#show(which) });
      return element('div', { class: 'option' }, input, element('label', { for: input.id }, words));
    };
    const legend = element('legend', { class: 'unseen' }, `${this.letter.title}用长的还是短的`);
    return element('fieldset', { class: 'lengths' }, legend, choice('text', '完整文本', true), choice('short', '短文本，放得进对话框', false));
  }

  async #copy() {
    const done = DONE[await copyFrom(this.area)];
    this.said.textContent = `${done}${this.#openWords()}`;
  }

  async #save() {
    const said = await offerFile(`${this.fileName}.txt`, 'text/plain', `\uFEFF${this.area.value.replace(/\n/g, '\r\n')}\r\n`);
    this.said.textContent = `${said}${this.#openWords()}`;
  }

  async #share() {
    const said = await shareText(this.area.value, async () => DONE[await copyFrom(this.area)]);
    this.said.textContent = `${said}${this.#openWords()}`;
  }

  async #saveForWord() {
    const open = this.#openWords();
    if (await offerWord(this.said, this.fileName, this.callbacks.word([this.asWritten]))) this.said.append(open);
  }

  /** The text on view, as its reader has it. */
  get asWritten() {
    return { letter: this.letter.name, text: this.area.value };
  }

  /** What a file with this text is called. */
  get fileName() {
    return `${this.letter.title} ${localDay(new Date())}`;
  }

  #openWords() {
    const open = blanksIn(this.#version.text).filter((blank) => !this.blanks.isFilled(blank)).length;
    return `${open ? `还有 ${open} 处没填，填好再发。` : ''}${this.place.querySelector('.remarks p, .wording li') ? '下面有提醒，先看一遍再发。' : ''}`;
  }
}

/** What has to be so for the text to be accepted where it goes. */
function drawChecks(checks) {
  if (!checks.length) return [];
  const items = checks.map(({ condition, state, advice }) =>
    element('li', {}, element('span', { class: `mark ${state}` }, vocabulary().checks[state]), condition, advice ? element('br') : null, advice),
  );
  return [element('p', {}, '提交以前核对：'), element('ul', { class: 'checks' }, items)];
}

/** That a blank is a blank is said once, in the list of blanks. */
function drawRemarks(standing) {
  const isAboutBlanks = (advice) => standing.filter((each) => each.advice === advice).every(({ sentence }) => blanksIn(sentence).length > 0);
  const [blankAdvice] = standing.map(({ advice }) => advice).filter(isAboutBlanks);
  return standing
    .filter(({ advice }) => advice !== blankAdvice)
    .map(({ sentence, advice, better }) =>
      element('p', {}, element('strong', {}, advice), sentence ? `原句：${sentence}` : null, better ? element('span', { class: 'better' }, `可以改成：${better}`) : null),
    );
}
