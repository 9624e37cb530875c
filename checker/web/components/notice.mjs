/** What is not to be missed while one types: it stays in view below the header of the site, wherever one has scrolled to. */

import { element } from './element.mjs';

export class Notice {
  /** Where the focus was before it came to a button of this. @type {HTMLElement | null} */
  #before = null;

  /** @param {HTMLElement} root the page that it is about */
  constructor(root) {
    this.root = root;
    this.words = element('p', { role: 'status' });
    this.ways = element('div', { class: 'buttons' });
    this.place = element('div', { class: 'notice' }, this.words, this.ways);
    this.place.addEventListener('focusin', ({ relatedTarget }) => {
      if (!this.place.contains(relatedTarget)) this.#before = relatedTarget;
    });
    root.prepend(this.place);
  }

  get isShown() {
    return this.words.textContent !== '';
  }

  /** @param {string} words @param {{ label: string, act: () => void }[]} ways */
  show(words, ways) {
    const button = ({ label, act }) => element('button', { type: 'button', class: 'plain', click: act }, label);
    // Said anew only if it is another thing, and the button that has the focus stays.
    if (this.words.textContent === words) return;
    this.hide();
    this.words.textContent = words;
    this.ways.replaceChildren(...ways.map(button));
    this.root.dataset.notice = '';
  }

  /** The focus goes back to where it was. */
  hide() {
    if (this.place.contains(document.activeElement)) this.#before?.focus({ preventScroll: true });
    this.words.textContent = '';
    this.ways.replaceChildren();
    delete this.root.dataset.notice;
  }
}
