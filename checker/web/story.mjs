/** What happened, told in one's own words: read by Python, shown with what was found in it, and taken over where it is ticked. */

import { Proposals, drawMarked } from './components/proposals.mjs';
import { element } from './components/element.mjs';
import { Telling, cutWords } from './components/telling.mjs';
import { MOST } from './hearing.mjs';
import { vocabulary } from './vocabulary.mjs';
import { takeHanded } from './words.mjs';

const TOLD = { what: /** @type {const} */ ('story'), kind: 'story', most: MOST, empty: '先写一两句发生了什么，再点“读一读”。不想写就直接答下面的题。' };
const YOURS = '你写的话';
const NOT_TICKED = '还没有勾。对的勾上再接着答，都不对就点“都不用，从头答”。';

export class Story {
  /** What was found, as it is on view. @type {Proposals | null} */
  #found = null;
  /** All that is shown of it; null while nothing was read. @type {HTMLElement[] | null} */
  content = null;
  /** The same while it is being read for somebody who has come to see it. @type {HTMLElement[] | null} */
  #waiting = null;

  /** @param {HTMLElement} place @param {import('./own-words.mjs').Page} page @param {(ticked: import('./taking.mjs').Ticked[]) => void} take */
  constructor(place, page, take) {
    this.page = page;
    this.take = take;
    this.telling = new Telling(place, page.state, page.checker, TOLD);
    page.state.subscribe((changed) => {
      if (changed.has('case')) this.#forget();
      else if (changed.has('answers')) this.#found?.refresh();
    });
  }

  /** What was written on the home page, and is to be read without being asked for once more. What stands here already stays. */
  takeHanded() {
    const handed = takeHanded().trim();
    if (!handed) return;
    const before = this.telling.text.trim();
    this.telling.fill(before && !handed.includes(before) ? `${before}\n\n${handed}` : handed);
    this.content = this.#waiting = this.#drawWaiting();
    // Once the page has this.
    queueMicrotask(() => (this.page.go('story'), this.read()));
  }

  async read() {
    const { page } = this;
    const { where } = page.views;
    const reply = await this.telling.read();
    if (!reply) return this.#end();
    this.content = this.#draw(reply);
    if (page.views.where === where) return where === 'story' ? page.views.showStory(this.content) : page.go('story');
    this.telling.say('读好了。', element('a', { href: '#/story' }, '看读出了什么'));
    page.conclusion.stateLine.tell('你写的话读好了，回到第一页可以看。');
  }

  /** Nothing came of reading: who waits for it goes on where the reason stands, beside the words. */
  #end() {
    if (!this.#waiting || this.content !== this.#waiting) return;
    this.content = null;
    const said = [...this.telling.said.childNodes];
    if (this.page.views.where === 'story') this.page.go(this.page.questionnaire.topics[0].id);
    this.telling.say(...said);
  }

  #forget() {
    this.#found = null;
    this.content = null;
  }

  #draw({ text, cut, made_up: madeUp, proposals }) {
    this.#found = null;
    const points = [...text];
    if (madeUp?.length) return this.#drawMadeUp(points, madeUp);
    const found = new Proposals('story-found', proposals, { points, ...this.page });
    const long = cut ? element('p', {}, cutWords(MOST)) : null;
    if (!found.length) return this.#drawNothing(long);
    this.#found = found;
    const wrong = element('p', { class: 'error', role: 'alert' });
    const take = () => {
      const { ticked } = found;
      wrong.textContent = ticked.length ? '' : NOT_TICKED;
      if (ticked.length) this.take(ticked);
      else found.focus();
    };
    const all = () => (found.tickAll(), (wrong.textContent = ''));
    return [
      element('h2', { tabindex: '-1' }, '你写的话里读出了这些'),
      element('p', {}, '对的勾上，不对的改。没勾的不算数，后面会再问。'),
      long,
      drawMarked(points, proposals.flatMap(({ spans }) => spans), YOURS),
      element('div', { class: 'buttons' }, button('都对，全部勾上', all)),
      found.place,
      wrong,
      element('div', { class: 'buttons' }, element('button', { type: 'button', click: take }, '用勾上的，接着答'), button('都不用，从头答', () => this.#goOn()), this.#back('回去改这段话')),
    ].filter(Boolean);
  }

  #drawWaiting() {
    return [
      element('h2', { tabindex: '-1' }, '正在读你写的话'),
      element('p', { class: 'waiting', role: 'status' }, '第一次打开要等几秒，网慢会久一点。读好了就在这里显示，不用再点。'),
      element('div', { class: 'buttons' }, button('不等了，从第一题答', () => this.#goOn()), this.#back('回去改这段话')),
    ];
  }

  #drawNothing(long) {
    return [
      element('h2', { tabindex: '-1' }, '这段话里没读出能填的'),
      element('p', {}, '照着题答就行，写的还在。也可以回去再写几句：买的什么，怎么了，多少钱，对方怎么说。'),
      long,
      element('div', { class: 'buttons' }, element('button', { type: 'button', click: () => this.#goOn() }, '从第一题答'), this.#back('回去改这段话')),
    ].filter(Boolean);
  }

  /** For a reason that was made up nothing is written; who meant something else says so in other words. */
  #drawMadeUp(points, spans) {
    return [
      element('p', { class: 'level not_supported' }, vocabulary().levels.not_supported),
      element('h2', { tabindex: '-1' }, '你写的话里说，理由是编的'),
      drawMarked(points, spans, YOURS),
      element('p', {}, '编出来的理由，这里不写文本。真实的情况能主张什么，照实写，照实答，一样会告诉你。'),
      element('p', {}, '不是这个意思，就回去改标出来的那几句。'),
      element('div', { class: 'buttons' }, this.#back('回去改这段话')),
    ];
  }

  /** Nothing is taken over. */
  #goOn() {
    this.page.go(this.page.questionnaire.firstOpen().id);
  }

  #back(words) {
    const back = () => {
      this.page.go(this.page.questionnaire.topics[0].id);
      this.telling.field.focus();
    };
    return button(words, back);
  }
}

const button = (words, click) => element('button', { type: 'button', class: 'plain', click }, words);
