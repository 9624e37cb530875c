/** What came back from the other side: one question with a page of its own. What is read out of its words is `their-words.mjs`. */

import { element, unseen } from './components/element.mjs';
import { showErrors } from './components/error-summary.mjs';

const ERROR_ID = 'reply-error';

export class Reply {
  /** @param {HTMLFormElement} place @param {{ taken: (reply: string) => void, wrong: () => void }} on */
  constructor(place, on) {
    this.place = place;
    this.field = place.querySelector('fieldset');
    this.on = on;
    place.addEventListener('submit', (event) => (event.preventDefault(), this.#take()));
    place.addEventListener('change', () => this.#unmark());
    place.querySelector('.back').addEventListener('click', () => history.back());
  }

  /** Nothing chosen, or what is known already. @param {string | null} reply */
  set(reply) {
    this.#unmark();
    for (const input of this.field.querySelectorAll('input')) input.checked = input.value === reply;
  }

  /** The words on the page for a reply, as it is kept. */
  words(reply) {
    /** @type {HTMLInputElement | null} */
    const input = this.field.querySelector(`input[value="${CSS.escape(reply)}"]`);
    return input ? input.labels[0].textContent : reply;
  }

  #take() {
    this.#unmark();
    /** @type {HTMLInputElement | null} */
    const chosen = this.field.querySelector('input:checked');
    if (chosen) return this.on.taken(chosen.value);
    const message = this.field.dataset.error;
    this.field.classList.add('wrong');
    this.field.setAttribute('aria-describedby', ERROR_ID);
    this.field.querySelector('legend').after(element('p', { class: 'error', id: ERROR_ID }, unseen('错误：'), message));
    const choose = () => this.field.querySelector('input').focus();
    showErrors(this.place.querySelector('.summary-place'), [{ field: 'reply', message }], { hasField: () => true, choose });
    return this.on.wrong();
  }

  #unmark() {
    this.place.querySelector('.summary-place').replaceChildren();
    this.field.classList.remove('wrong');
    this.field.removeAttribute('aria-describedby');
    this.field.querySelector('.error')?.remove();
  }
}
