/** What the page says about the checker: being prepared, ready, failed; and what to do when no conclusion comes. */

import { element } from './element.mjs';
import { ended } from './words.mjs';

/** Who has not asked for the conclusion waits for nothing, and is told only that none will come. */
const FAILED = '自查程序没能启动，现在得不出结论。题可以照样答，答过的都在。';
const OFFLINE = '现在没有网络，自查程序也没有存在这台设备上，得不出结论。题可以照样答，有网以后点“再试一次”。';
const WAITING = { preparing: '自查程序还在准备，准备好就得出结论。', ready: '正在得出结论。' };

/** The line under the buttons. `retry` tries to start the checker again; `templates` is the address of the templates. */
export class StateLine {
  constructor(place, { retry, templates }) {
    this.place = place;
    this.words = place.querySelector('[role=status]');
    this.again = element('button', { type: 'button', class: 'plain', hidden: true, click: retry }, '再试一次');
    this.offer = element('p', { hidden: true }, '等得有点久。不想等，可以先用', element('a', { href: templates }, '模板'), '，或者', listLink(), '。');
    this.else = element('p', { hidden: true }, '不等的话，', listLink(), '，对照清单后面的表判断，或者直接用', element('a', { href: templates }, '模板'), '。');
    place.append(this.again, this.else, this.offer);
    /** Below the buttons, but for what is to be known first. */
    this.below = place.previousElementSibling;
  }

  /** `isWaiting`: the reader has asked for the conclusion. */
  show(state, isWaiting = false) {
    this.place.hidden = false;
    const hasFailed = state === 'failed';
    if (hasFailed !== (this.place.previousElementSibling !== this.below)) {
      if (hasFailed) this.place.parentElement.prepend(this.place);
      else this.below.after(this.place);
    }
    const words = hasFailed ? (navigator.onLine === false ? OFFLINE : FAILED) : ((isWaiting && WAITING[state]) || '');
    if (this.words.textContent !== words) this.words.textContent = words;
    for (const each of [this.again, this.else]) each.hidden = !hasFailed;
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
