/** The reply that came, pasted: which of the replies it is, what it answers, and what of it is worth keeping or to be minded. The reader says so. */

import { wordsAt } from './code-points.mjs';
import { Proposals, quoted } from './components/proposals.mjs';
import { element } from './components/element.mjs';
import { Telling, cutWords } from './components/telling.mjs';
import { MOST } from './hearing.mjs';
import { MOST_LINES, newLines, quotation, roomIn } from './quoting.mjs';

const TOLD = { what: /** @type {const} */ ('reply'), kind: 'their-reply', most: MOST, empty: '先把对方的回复贴进来，再点“读一读”。没有原话就直接在下面选。' };
const FULL = `经过里你写的已经有 ${MOST_LINES} 条，写不下了。先到结论里删掉用不着的。`;

export class TheirWords {
  /** @type {Proposals | null} */
  #found = null;
  /** @type {{ input: HTMLInputElement, what: string }[]} */
  #quotes = [];
  /** The case has gone on with it. */
  #isTaken = false;

  /** @param {HTMLElement} place @param {import('./own-words.mjs').Page} page */
  constructor(place, page) {
    this.page = page;
    this.telling = new Telling(place, page.state, page.checker, TOLD);
    this.place = /** @type {HTMLElement} */ (place.querySelector('.found'));
    this.telling.field.addEventListener('input', () => this.#forget());
    page.state.subscribe((changed) => {
      if (changed.has('case')) this.#forget();
      else if (changed.has('answers')) this.#found?.refresh();
    });
  }

  /** Another reply may have come. */
  open() {
    this.#forget();
    if (this.#isTaken) this.telling.fill('');
    this.#isTaken = false;
  }

  /** What was ticked goes with the reply. */
  get ticked() {
    return this.#found?.ticked ?? [];
  }

  /** The course of events with what was ticked of the reply, and that it was taken. @param {import('./events.mjs').Entry[]} events */
  taken(events) {
    this.#isTaken = true;
    const lines = this.#quotes.filter(({ input }) => input.checked).map(({ what }) => ({ when: '', what }));
    return [...events, ...newLines(events, lines).map(({ what }) => ({ what }))];
  }

  async read() {
    this.#forget();
    const reply = await this.telling.read();
    if (!reply) return;
    this.place.replaceChildren(...this.#draw(reply));
    this.telling.say('读好了，在下面。');
  }

  #forget() {
    this.#found = null;
    this.#quotes = [];
    this.place.replaceChildren();
  }

  #draw({ text, cut, reply, answers, noted }) {
    const points = [...text];
    this.#found = new Proposals('reply-found', answers, { points, ...this.page });
    return [
      cut ? element('p', {}, cutWords(MOST)) : null,
      ...this.#drawReply(points, reply),
      this.#found.length ? element('p', { class: 'heading' }, '回复里还读出了这些，对的勾上，就不再问：') : null,
      this.#found.length ? this.#found.place : null,
      noted.length ? element('p', { class: 'heading' }, '留意这几句：') : null,
      noted.length ? element('ul', { class: 'proposals' }, noted.map((each, index) => this.#drawNoted(each, index + 1))) : null,
    ].filter(Boolean);
  }

  /** Chosen below by whoever confirms it, never by the page. */
  #drawReply(points, reply) {
    const option = reply && /** @type {HTMLInputElement | null} */ (this.telling.place.closest('form').querySelector(`[name=reply][value="${CSS.escape(reply.id)}"]`));
    if (!option) return [element('p', {}, '看不出是哪一种回复，在下面选。')];
    const choose = () => {
      option.click();
      option.focus();
    };
    return [
      element('p', {}, '像是：', element('strong', {}, reply.label), '。原话：', quoted(wordsAt(points, reply.spans)), '。'),
      element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: choose }, '对，是这样'), element('span', { class: 'hint' }, '不对就在下面选别的。')),
    ];
  }

  #drawNoted({ label, say, words, event: isEvent }, number) {
    const lines = [element('p', {}, element('strong', {}, label), '：', quoted(words)), element('p', { class: 'hint' }, say)];
    if (!isEvent) return element('li', {}, lines);
    const what = quotation('them', words);
    const isFull = roomIn(this.page.state.kept.events) === 0;
    if (isFull) return element('li', {}, lines, element('p', { class: 'hint' }, FULL));
    const input = element('input', { type: 'checkbox', id: `reply-quote-${number}` });
    this.#quotes.push({ input, what });
    const box = element('div', { class: 'option' }, input, element('label', { for: input.id }, '写进经过：', element('bdi', {}, what)));
    return element('li', {}, lines, box);
  }
}
