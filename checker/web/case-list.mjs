/** The cases on this device: the last one offered on return, all of them in a list, and ways to bring one in from elsewhere. */

import { localDay } from './case.mjs';
import { confirm } from './components/confirm.mjs';
import { element } from './components/element.mjs';
import { chineseDate } from './components/words.mjs';

/**
 * @typedef {object} Keeper what the list asks of the one who keeps the case on the page
 * @property {(place: HTMLElement, act: () => void, coming?: string) => void} before does `act`, which puts another case in place of this one, once
 *   nothing is lost by it or the reader agrees
 * @property {() => void} settled another case has taken the place of this one, as it is kept
 * @property {() => void} deleted the case on the page is not on the device any more
 */

export class CaseList {
  /**
   * @param {HTMLElement} root @param {import('./store.mjs').Store} store @param {import('./state.mjs').PageState} state
   * @param {import('./keeping.mjs').Page} page @param {Keeper} keeper
   */
  constructor(root, store, state, page, keeper) {
    this.store = store;
    this.state = state;
    this.page = page;
    this.keeper = keeper;
    this.banner = element('section', { class: 'banner', 'aria-label': '上次的案件', tabindex: '-1', hidden: true });
    root.querySelector('form.questions').before(this.banner);
  }

  /** The last case, for a reader who comes back. */
  offerLast() {
    const [last, ...others] = this.store.list();
    if (!last) return;
    const { words } = standing(last.status, localDay(new Date()));
    const place = element('div', { class: 'ask', id: 'banner-ask' });
    const gone = () => {
      this.store.remove(last.id);
      this.banner.replaceChildren(element('p', { role: 'status' }, `已删除：${last.title}。`));
      this.banner.focus();
    };
    this.banner.replaceChildren(
      element('p', {}, element('strong', {}, '上次的案件：'), element('bdi', {}, last.title), `。${words}${untilWords(last.status)}。`),
      this.#marks(last),
      element(
        'div',
        { class: 'buttons' },
        element('button', { type: 'button', class: 'plain', click: () => this.#resume(last.id) }, '继续上次的'),
        element('button', { type: 'button', class: 'plain', click: () => confirm(place, `“${last.title}”删了不能恢复。`, [{ label: '删除这一件', act: gone, loses: true }], '不删') }, '删除'),
        others.length ? element('a', { href: '#/cases' }, `全部 ${others.length + 1} 件`) : null,
      ),
      place,
    );
    this.banner.hidden = false;
  }

  /** Who answers has begun something else than the last case. */
  hide() {
    this.banner.hidden = true;
  }

  draw() {
    const rows = this.store.list().map((entry) => this.#row(entry));
    const empty = this.store.consent().answers ? '还没有保存过案件。' : '没有开启保存，这台设备上没有案件。下面可以打开导出过的案件文件。';
    const place = element('div', { class: 'ask', id: 'another-ask' });
    const another = () => this.keeper.before(place, () => (this.page.another(), this.keeper.settled()));
    return [
      element('h2', { tabindex: '-1' }, '我的案件'),
      rows.length ? element('ul', { class: 'case-list' }, rows) : element('p', {}, empty),
      element('div', { class: 'buttons' }, element('button', { type: 'button', click: another }, '查一件新的'), element('a', { href: '#/' }, '回到正在答的')),
      place,
      ...this.#drawImport(),
    ];
  }

  /** The shop, the goods, the sum and the time, as they were given. */
  #marks(entry) {
    const words = this.page.marks(entry);
    return words ? element('p', { class: 'hint' }, element('bdi', {}, words)) : null;
  }

  #row(entry) {
    const { id, title, savedAt, status } = entry;
    const { name, words } = standing(status, localDay(new Date()));
    const button = (label, click) => element('button', { type: 'button', class: 'plain', 'aria-label': `${label}：${title}`, click }, label);
    const place = element('div', { class: 'ask', id: `ask-${id}` });
    const called = element('strong', { tabindex: '-1' }, title);
    const gone = () => {
      this.store.remove(id);
      if (id === this.state.kept.id) this.keeper.deleted();
      const said = element('p', { role: 'status', tabindex: '-1' }, `已删除：${title}`);
      row.replaceChildren(said);
      said.focus();
    };
    const until = untilWords(status).replace('，', '');
    const row = element(
      'li',
      {},
      element('p', {}, element('span', { class: `standing ${name}` }, words), called),
      this.#marks(entry),
      element('p', { class: 'hint' }, `${until ? `${until}。` : ''}存于 ${chineseDate(localDay(new Date(savedAt)))}。`),
      element(
        'div',
        { class: 'buttons' },
        button('继续', () => this.#resume(id, { place })),
        button('他们回复了', () => this.#resume(id, { place, reply: true })),
        button('改名字', () => this.#askName(entry, place, called)),
        button('删除', () => confirm(place, '删了不能恢复。', [{ label: '删除这一件', act: gone, loses: true }], '不删')),
      ),
      place,
    );
    return row;
  }

  /** What the reader wants to call a case. */
  #askName({ id, title }, place, called) {
    const field = element('input', { type: 'text', id: `name-${id}`, maxlength: 40, value: called.textContent, autocomplete: 'off' });
    const said = element('p', { class: 'said', role: 'status' });
    const done = () => {
      const name = field.value.trim();
      if (this.store.rename(id, name) !== 'saved') return void (said.textContent = '没有存上，名字没有改。');
      place.replaceChildren();
      called.textContent = name || this.store.list().find((each) => each.id === id)?.title || title;
      return called.focus();
    };
    const onEnter = ({ key, isComposing }) => key === 'Enter' && !isComposing && done();
    field.addEventListener('keydown', onEnter);
    place.replaceChildren(
      element('p', { class: 'field' }, element('label', { for: field.id }, '这一件叫什么？只存在这台设备上，空着就用原来的。'), field),
      element('div', { class: 'buttons' }, element('button', { type: 'button', click: done }, '改好了'), element('button', { type: 'button', class: 'plain', click: () => (place.replaceChildren(), called.focus()) }, '不改')),
      said,
    );
    field.select();
    field.focus();
  }

  /** The case on the page goes on as it stands, with what is kept nowhere; another one is fetched. */
  #resume(id, { place = this.banner, reply = false } = {}) {
    if (id === this.state.kept.id && !this.state.isEmpty) return this.page.goOn(reply);
    const file = this.store.load(id);
    if (!file) return place.replaceChildren(element('p', { role: 'status' }, '这一件在另一个标签页里删掉了。'));
    return this.keeper.before(place, () => {
      this.hide();
      this.page.open(id, file, reply);
      this.keeper.settled();
    }, id);
  }

  #drawImport() {
    const said = element('p', { class: 'said', role: 'alert' });
    const place = element('div', { class: 'ask', id: 'import-ask' });
    /** @type {HTMLTextAreaElement | null} */
    const earlier = document.querySelector('#case-paste');
    const area = element('textarea', { id: 'case-paste', rows: 4 }, earlier?.value);
    const take = async (text) => {
      said.textContent = '正在检查这份案件文件。';
      try {
        const reply = await this.page.check(parseFile(text));
        if (reply.kind !== 'case') throw new Error(reply.message);
        said.textContent = '';
        this.keeper.before(place, () => {
          this.hide();
          if (area.value === text) area.value = '';
          this.page.open(undefined, reply.case);
          this.keeper.settled();
        });
      } catch (error) {
        said.textContent = `没有打开：${error.message.replace(/。$/, '')}。页面上的答案没有动。`;
      }
    };
    const file = element('input', { type: 'file', id: 'case-file', accept: '.json,application/json', change: async () => file.files[0] && take(await file.files[0].text()) });
    return [
      element('h3', {}, '打开案件文件'),
      element('p', { class: 'field' }, element('label', { for: 'case-file' }, '选一个下载过的案件文件'), file),
      element('p', { class: 'field' }, element('label', { for: 'case-paste' }, '或者把复制的案件内容粘贴在这里'), area),
      element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: () => take(area.value) }, '打开')),
      place,
      said,
    ];
  }
}

const untilWords = (status) => (status?.until && status.state !== 'solved' ? `，看到 ${chineseDate(status.until)}` : '');

/** No case file is longer; what is comes from elsewhere. */
export const MAX_FILE = 1_000_000;

/**
 * How a case stands on a day, in words and in a name for the style sheet.
 *
 * @param {import('./case.mjs').Status} status
 * @param {string} today as 2026-11-24
 */
export function standing({ state = 'open', until = null, sent = [] } = {}, today) {
  if (state === 'solved') return { name: 'solved', words: '已解决' };
  if (until === null || until > today) {
    if (state === 'waiting') return { name: 'waiting', words: '等待回复' };
    return { name: 'open', words: sent.length ? '该你处理' : '还没发出' };
  }
  return until === today ? { name: 'due', words: '今天到期' } : { name: 'over', words: '已过期' };
}

/** The text of a case file. Throws a sentence for the reader when it cannot be one. What is in it the checker judges. */
export function parseFile(text) {
  if (text.length > MAX_FILE) throw new Error('文件太大，不是这里导出的案件文件');
  try {
    return JSON.parse(text.trim().replace(/^\uFEFF/, ''));
  } catch {
    throw new Error('读不懂这份内容，它不是案件文件，或者没有复制完整');
  }
}
