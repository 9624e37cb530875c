/** What the page says about the checker: being prepared, ready, failed; and what to do when no conclusion comes. */

import { element } from './element.mjs';
import { ended } from './words.mjs';

const STATES = {
  idle: '',
  preparing: '自查程序准备中，可以先答题。',
  ready: '自查程序可以用了。',
  failed: '自查程序没能启动，不影响答题。',
};
const WAITING = { preparing: '自查程序还在准备，准备好就得出结论。', ready: '正在得出结论。' };

/** The line under the buttons. `retry` tries to start the checker again; `templates` is the address of the templates. */
export class StateLine {
  constructor(place, { retry, templates }) {
    this.place = place;
    this.words = place.querySelector('[role=status]');
    this.again = element('button', { type: 'button', class: 'plain', hidden: true, click: retry }, '再试一次');
    this.offer = element('p', { hidden: true }, '等得有点久。不想等，可以先用', element('a', { href: templates }, '模板'), '，或者', listLink(), '。');
    place.append(this.again, this.offer);
  }

  /** `isWaiting`: the reader has asked for the conclusion. */
  show(state, isWaiting = false) {
    this.place.hidden = false;
    const words = (isWaiting && WAITING[state]) || STATES[state];
    if (this.words.textContent !== words) this.words.textContent = words;
    this.again.hidden = state !== 'failed';
    if (!isWaiting) this.offer.hidden = true;
  }

  /** Says something else until the state changes. */
  tell(words) {
    this.place.hidden = false;
    this.words.textContent = words;
  }

  /** Where the page says more, a line would only repeat it. */
  hide() {
    this.place.hidden = true;
  }

  offerTemplates() {
    this.offer.hidden = false;
  }
}

/** Why there is no conclusion, and every way to go on. Nothing that was answered is lost. */
export function showTrouble(place, reason, { retry, templates }) {
  place.replaceChildren(
    element('h2', {}, '没能得出结论'),
    element('p', {}, ended(reason)),
    element('p', {}, '你的回答都还在，没有丢。接下来可以：'),
    element('ul', {}, element('li', {}, listLink(), '，对照清单后面的表判断'), element('li', {}, '直接用', element('a', { href: templates }, '模板'), '填写')),
    element('button', { type: 'button', class: 'plain', click: retry }, '再试一次'),
  );
  place.hidden = false;
  place.scrollIntoView({ block: 'nearest' });
  place.focus({ preventScroll: true });
}

const listLink = () => element('a', { href: '#/list' }, '看全部问题的清单');
