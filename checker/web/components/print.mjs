/** What goes onto paper: one text, all of them, or the whole conclusion. A text stands there in full, each on a sheet of its own. */

import { element } from './element.mjs';

/** Whether the next printing was asked for here; whoever prints by the browser's own menu gets everything. */
let isAsked = false;
globalThis.addEventListener?.('beforeprint', () => {
  if (!isAsked) clear();
  isAsked = false;
});

function clear() {
  document.querySelector('.checker .to-print')?.remove();
  delete document.documentElement.dataset.print;
}

/**
 * @typedef {import('./letter.mjs').LetterView} LetterView
 * @param {HTMLElement} result above which the sheets stand, on paper alone
 * @param {LetterView[]} views of all texts, complete by the time that somebody prints
 * @returns {(view: LetterView) => HTMLElement} the choice beside a text
 */
export function printing(result, views) {
  /** @param {LetterView[]} chosen none of them means everything */
  const print = (chosen) => {
    clear();
    if (chosen.length) {
      const sheets = chosen.map(({ letter, asWritten }) => element('section', {}, element('p', { class: 'hint' }, `${letter.title}，发到：${letter.channel}`), element('div', { class: 'paper' }, asWritten.text)));
      result.before(element('div', { class: 'to-print' }, sheets));
      document.documentElement.dataset.print = 'texts';
    }
    isAsked = true;
    window.print();
  };
  const button = (words, chosen) => element('button', { type: 'button', class: 'plain', click: () => print(chosen()) }, words);
  return (view) =>
    element(
      'details',
      { class: 'print', id: `${view.id}-print` },
      element('summary', {}, '打印'),
      element(
        'div',
        { class: 'buttons' },
        button('只打这一份', () => [view]),
        button('打全部文本', () => views),
        button('打结论和全部文本', () => []),
      ),
    );
}
