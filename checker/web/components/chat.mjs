/**
 * A chat, pasted: its lines with a box each, and those that are ticked become lines of the course of events, as quotations. A chat may have thousands of
 * lines, so that a part of them is drawn at a time. What is here stays while the conclusion is drawn anew around it.
 */

import { first, shortened } from '../code-points.mjs';
import { MOST_LINES, newLines, quotation, roomIn } from '../quoting.mjs';
import { settled } from './days.mjs';
import { element } from './element.mjs';
import { inFigures } from './pasting.mjs';
import { Telling, cutWords } from './telling.mjs';

/**
 * @typedef {{ when: string, who: string, words: string }} Line as Python gives it
 * @typedef {{ state: import('../state.mjs').PageState, checker: import('../checker.mjs').Checker, picker?: ChatPicker }} ChatPlace what lasts longer
 *   than one drawing of the conclusion
 */

/** Characters that are read. */
export const MOST = 200_000;
const AT_ONCE = 200;
/** Of one line on view; the whole of it is taken. */
const MOST_SHOWN = 300;
const NOBODY = '';
const TOLD = { what: /** @type {const} */ ('chat'), kind: 'chat', most: MOST, empty: '先把聊天记录贴进来，再点“读一读”。' };

export class ChatPicker {
  /** @type {{ line: Line, input: HTMLInputElement }[]} */
  #drawn = [];
  /** @type {Line[]} */
  #lines = [];
  /** @type {string[]} */
  #speakers = [];
  /** @type {import('./chronology.mjs').CourseActions | null} */
  #actions = null;

  /** @param {ChatPlace} place */
  constructor({ state, checker }) {
    this.state = state;
    const field = element('textarea', { id: 'chat', name: 'chat', rows: 4, autocomplete: 'off', 'aria-describedby': 'chat-hint' });
    const told = element(
      'div',
      { class: 'tell' },
      element('label', { for: field.id }, '把聊天记录贴进来'),
      element('p', { class: 'hint', id: 'chat-hint' }, '微信、QQ、店铺的聊天和邮件都行，整段贴。只在你的浏览器里处理。'),
      field,
      element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: () => this.#read() }, '读一读'), element('button', { type: 'button', class: 'plain anew', hidden: true, click: () => this.#forget() }, '换一份')),
      element('p', { class: 'heard', role: 'status' }),
    );
    this.found = element('div', { class: 'found' });
    const inside = element('div', { id: 'chat-picker', hidden: true }, told, this.found);
    const open = () => {
      inside.hidden = !inside.hidden;
      button.setAttribute('aria-expanded', String(!inside.hidden));
      if (!inside.hidden) field.focus();
    };
    const button = element('button', { type: 'button', class: 'plain', 'aria-expanded': 'false', 'aria-controls': inside.id, click: open }, '从聊天记录里挑');
    this.place = element('div', { class: 'chat' }, button, inside);
    this.telling = new Telling(told, state, checker, TOLD);
    for (const type of ['paste', 'drop', 'beforeinput']) field.addEventListener(type, (event) => this.telling.guard(event, () => this.#forget()));
    field.addEventListener('input', () => this.#forget());
    state.subscribe((changed) => changed.has('case') && this.#forget());
  }

  /** The conclusion was drawn anew. @param {import('./chronology.mjs').CourseActions} actions */
  follow(actions) {
    this.#actions = actions;
    return this.place;
  }

  #forget() {
    this.#drawn = [];
    this.#lines = [];
    this.found.replaceChildren();
  }

  async #read() {
    this.#forget();
    const reply = await this.telling.read();
    if (!reply) return;
    const { lines, speakers, orders, sums, format_label: label, cut } = reply;
    this.#lines = lines;
    this.#speakers = speakers;
    this.telling.say(lines.length ? `${label}，共 ${inFigures(lines.length)} 条。` : '没有读出一条能挑的，看看是不是贴全了。');
    if (!lines.length) return;
    this.rows = element('div', { class: 'rows' });
    this.more = element('button', { type: 'button', class: 'plain', click: () => this.#drawMore() });
    this.wrong = element('p', { class: 'error', role: 'alert' });
    this.found.replaceChildren(
      ...[
        cut && element('p', {}, cutWords(MOST)),
        orders.length && element('p', { class: 'hint' }, '里面的单号：', element('bdi', {}, shortened(orders.join('、'), 200)), '。填信息时核对一下。'),
        sums.length && element('p', { class: 'hint' }, '里面的金额：', element('bdi', {}, shortened(sums.join('、'), 200)), '。'),
        speakers.length && this.#drawSpeakers(),
        element('fieldset', {}, element('legend', {}, '勾上要写进经过的'), this.rows),
        this.more,
        this.wrong,
        element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: () => this.#take() }, '把勾上的写进经过')),
      ].filter(Boolean),
    );
    this.#drawMore();
  }

  #drawSpeakers() {
    const option = (words, value, index) => {
      const input = element('input', { type: 'radio', id: `chat-me-${index}`, name: 'chat-me', value, change: () => (this.wrong.textContent = '') });
      return element('div', { class: 'option' }, input, element('label', { for: input.id }, element('bdi', {}, words)));
    };
    const names = this.#speakers.map((name, index) => option(shortened(name, 40), `${index}`, index + 1));
    return element('fieldset', { class: 'speakers' }, element('legend', {}, '哪一个是你？'), names, option('分不出', NOBODY, 0));
  }

  #drawMore() {
    const from = this.#drawn.length;
    const rows = this.#lines.slice(from, from + AT_ONCE).map((line, index) => this.#row(line, from + index + 1));
    this.rows.append(...rows);
    const left = this.#lines.length - this.#drawn.length;
    this.more.hidden = left === 0;
    this.more.textContent = `再看 ${Math.min(AT_ONCE, left)} 条，还有 ${inFigures(left)} 条`;
    if (from) this.#drawn[from].input.focus();
  }

  #row(line, number) {
    const input = /** @type {HTMLInputElement} */ (element('input', { type: 'checkbox', id: `chat-line-${number}`, change: () => this.#ticked(input) }));
    this.#drawn.push({ line, input });
    const about = [line.when, line.who].filter(Boolean).join('，');
    const head = about ? [element('span', { class: 'asked' }, element('bdi', {}, shortened(about, 60))), ' '] : [];
    return element('div', { class: 'option' }, input, element('label', { for: input.id }, head, element('bdi', {}, shortened(line.words, MOST_SHOWN))));
  }

  /** No more than the course of events takes. */
  #ticked(input) {
    const room = roomIn(this.state.kept.events);
    const isTooMuch = this.#drawn.filter((each) => each.input.checked).length > room;
    if (isTooMuch) input.checked = false;
    this.wrong.textContent = isTooMuch ? fullWords(room) : '';
  }

  /** Who said it, as the reader tells: of two one is the other side, and so is everybody else. @returns {import('../quoting.mjs').Speaker | undefined} undefined while it was not said */
  #whoSaid({ who }) {
    if (!this.#speakers.length) return null;
    const chosen = /** @type {HTMLInputElement | null} */ (this.found.querySelector('[name=chat-me]:checked'));
    if (!chosen) return undefined;
    if (chosen.value === NOBODY || !this.#speakers.includes(who)) return null;
    return who === this.#speakers[Number(chosen.value)] ? 'me' : 'them';
  }

  async #take() {
    const ticked = this.#drawn.filter(({ input }) => input.checked);
    const unsure = ticked.some(({ line }) => this.#whoSaid(line) === undefined);
    this.wrong.textContent = !ticked.length ? '先勾上要写的。' : unsure ? '先选哪一个是你，分不清就选“分不出”。' : '';
    if (this.wrong.textContent) return;
    const lines = await Promise.all(ticked.map(({ line }) => this.#asEvent(line)));
    const wrong = lines.find(({ problem }) => problem);
    if (wrong) return void (this.wrong.textContent = `有一条写不进去：${wrong.problem}。`);
    const { events } = this.state.kept;
    const added = newLines(events, lines.map(({ event }) => event));
    for (const { input } of ticked) input.checked = false;
    if (!added.length) return void (this.wrong.textContent = roomIn(events) ? '这几条经过里已经有了。' : fullWords(0));
    const undated = lines.filter(({ lostTime }) => lostTime).length;
    const words = `加进去了 ${added.length} 条，文本里已经有了。${undated ? `其中 ${undated} 条的时间读不出日期，没有写时间。` : ''}`;
    this.#actions.change([...events, ...added.map(({ when, what }) => (when ? { when, what } : { what }))], words);
  }

  /** A time that Python cannot read is left out, and that is said; anything else that is wrong with the line is said as it is. @param {Line} line */
  async #asEvent(line) {
    const event = { when: first(settled(line.when, new Date()).trim(), 60), what: quotation(this.#whoSaid(line) ?? null, line.words) };
    const problem = await this.#actions.ask(event);
    if (!problem.startsWith('时间')) return { event, problem, lostTime: false };
    const undated = { when: '', what: event.what };
    return { event: undated, problem: await this.#actions.ask(undated), lostTime: true };
  }
}

const fullWords = (room) => `经过里你写的最多 ${MOST_LINES} 条，${room ? `还能加 ${room} 条。` : '已经满了，先删掉用不着的。'}`;
