/**
 * Blanks in a field of text are one thing each: who touches one has all of it selected, so that what comes next takes its place, whether it is typed,
 * composed, dictated or pasted; and what deletes a part of one deletes the whole. All of it can be undone.
 */

import { grown, leftOf } from './blank-words.mjs';

/** @typedef {[number, number]} Range from and to, in characters of the field */

export class WholeBlanks {
  /** The text and its blanks before what is going on now. @type {{ text: string, blanks: Range[] } | null} */
  #before = null;
  #isMending = false;

  /** @param {HTMLTextAreaElement} area @param {() => Range[]} blanks where they stand in it now */
  constructor(area, blanks) {
    this.area = area;
    this.blanks = blanks;
    area.addEventListener('click', () => this.#take());
    area.addEventListener('keyup', (event) => event.shiftKey || event.isComposing || this.#take());
    area.addEventListener('beforeinput', (event) => this.#about(/** @type {InputEvent} */ (event)));
    area.addEventListener('compositionstart', () => this.#remember());
    area.addEventListener('compositionend', () => this.#mend());
    area.addEventListener('input', (event) => {
      const { isComposing, inputType = '' } = /** @type {InputEvent} */ (event);
      if (event.isTrusted && !isComposing && !inputType.startsWith('history')) this.#mend();
    });
  }

  /** @returns {Range} */
  get #selection() {
    return [this.area.selectionStart, this.area.selectionEnd];
  }

  /** A caret inside a blank becomes the whole of it. */
  #take() {
    const [from, to] = this.#selection;
    const whole = grown([from, to], this.blanks());
    if (from === to && whole[0] < whole[1]) this.area.setSelectionRange(...whole);
  }

  #remember() {
    this.#before = { text: this.area.value, blanks: this.blanks() };
  }

  /** What would break a blank is done to the whole of it instead. @param {InputEvent} event */
  #about(event) {
    const { inputType, isComposing } = event;
    if (isComposing || this.#isMending || inputType.startsWith('history')) return;
    this.#remember();
    const [from, to] = this.#selection;
    const isCaret = from === to;
    const besides = this.blanks().find(([start, end]) => isCaret && ((inputType === 'deleteContentBackward' && end === from) || (inputType === 'deleteContentForward' && start === from)));
    const whole = besides ?? grown([from, to], this.blanks());
    if ((whole[0] === from && whole[1] === to) || !event.cancelable) return;
    event.preventDefault();
    this.#put(whole, wordsOf(event));
  }

  /** Takes away what is left of a blank after something that was not known beforehand. */
  #mend() {
    if (!this.#before || this.#isMending) return;
    const { text, blanks } = this.#before;
    this.#before = null;
    for (const piece of leftOf(text, this.area.value, blanks)) {
      const [from] = this.#selection;
      this.#put(piece, '');
      const caret = from >= piece[1] ? from - (piece[1] - piece[0]) : Math.min(from, piece[0]);
      this.area.setSelectionRange(caret, caret);
    }
  }

  /** As if it had been typed, so that it can be undone where the browser knows how. @param {Range} range @param {string} words */
  #put(range, words) {
    const { area } = this;
    this.#isMending = true;
    area.setSelectionRange(...range);
    if (!document.execCommand(words ? 'insertText' : 'delete', false, words)) {
      area.setRangeText(words, ...range, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
    this.#isMending = false;
  }
}

/** What an event is about to put in. @param {InputEvent} event */
function wordsOf({ inputType, data, dataTransfer }) {
  if (inputType.startsWith('delete')) return '';
  if (inputType === 'insertLineBreak' || inputType === 'insertParagraph') return '\n';
  return data ?? dataTransfer?.getData('text/plain') ?? '';
}
