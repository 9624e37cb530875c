/** What was sent and what came back, day by day and in its order, and a way to take back the last of it. */

import { element } from './element.mjs';
import { chineseDate } from './words.mjs';

/** @param {any} noted something that happened, as a case keeps it @param {(reply: string) => string} replyWords */
const wordsOf = ({ letter, reply }, replyWords) => (letter ? `发出：${letter}` : `对方：${replyWords(reply)}`);
/** The same with its day. @param {any} noted @param {(reply: string) => string} replyWords */
export const notedWords = (noted, replyWords) => `${chineseDate(noted.on)}${wordsOf(noted, replyWords)}`;
const button = (label, click) => element('button', { type: 'button', class: 'plain', click }, label);

/** @param {import('../case.mjs').Case} kept @param {{ replyWords: (reply: string) => string, takeBack: ((at: string) => void) | null }} actions */
export function drawHistory(kept, { replyWords, takeBack }) {
  const rows = kept.noted.map((each) => element('li', {}, notedWords(each, replyWords)));
  const undo = takeBack ? button('点错了，撤销最后一条', () => takeBack('back')) : null;
  return [rows.length ? element('ol', { class: 'history' }, rows) : null, undo && element('div', { class: 'buttons' }, undo)].filter(Boolean);
}

/** Above the questions that a reply leads to, until they are answered: who touched the wrong one need not answer them first. */
export class NotedLine {
  #last = null;

  /**
   * @param {HTMLElement} form @param {import('../state.mjs').PageState} state
   * @param {{ takeBack: () => void, replyWords: (reply: string) => string }} actions
   */
  constructor(form, state, { takeBack, replyWords }) {
    this.place = element('div', { class: 'noted', hidden: true });
    form.before(this.place);
    state.subscribe((changed) => {
      const [before, last] = [this.#last, state.kept.last];
      this.#last = last;
      if (state.verdict) this.place.hidden = true;
      // A page that was loaded anew in the middle of it says it again.
      else if (changed.has('case')) this.#show(last && notedWords(last, replyWords), takeBack);
      else if (last !== before) this.#show((last?.step ?? 0) > (before?.step ?? 0) ? notedWords(last, replyWords) : null, takeBack);
    });
  }

  #show(words, takeBack) {
    this.place.hidden = words === null;
    if (words) this.place.replaceChildren(element('p', {}, `记下了，${words}。`), element('div', { class: 'buttons' }, button('点错了，撤销', () => takeBack())));
  }
}
