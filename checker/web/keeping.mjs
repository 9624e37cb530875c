/** Keeping a case: on this device if the reader agrees, in a file, or not at all. Says what became of every attempt. */

import { localDay } from './case.mjs';
import { CaseList } from './case-list.mjs';
import { confirm } from './components/confirm.mjs';
import { copyFrom } from './components/copy.mjs';
import { element } from './components/element.mjs';
import { PREFIX } from './prefix.mjs';
import { CONSENT, forgetEverything } from './store.mjs';
import { handedOver, hostApp, hostNote, offerFile, offerHint } from './take.mjs';

const PAUSE_MS = 400;
const OUTCOMES = {
  off: '没有保存，关掉或刷新这一页，答案就没有了。',
  full: '没有存上：这台设备留给网页的空间满了。页面上的都还在，先下载或者复制案件文件。',
  blocked: '没有存上：这个浏览器不让网页保存。页面上的都还在，可以下载或者复制案件文件。',
  'changed-elsewhere': '没有存上：这个案件在另一个标签页里也改了。这一页上的都还在，选一种办法：',
  'deleted-elsewhere': '没有存上：这个案件在另一个标签页里删掉了。这一页上的都还在。',
  deleted: '这一件已经从这台设备上删掉了。这一页上的还在，再改动就会重新保存。',
};
const LOST = {
  all: '这一页上的答案没有保存，换掉就没有了。',
  personal: '这一页上的名称、编号和改过的文本没有保存，换掉就没有了。',
};

/**
 * @typedef {object} Page what the page lends
 * @property {() => import('./case.mjs').CaseFile} file the whole case as it stands
 * @property {() => { id: string, title: string, isEmpty: boolean }} about
 * @property {(id: string | undefined, file: any, reply?: boolean) => void} open another case takes the place of this one
 * @property {(reply: boolean) => void} goOn the case that is here goes on where it was; with `reply`, by what came back
 * @property {(file: any) => Promise<any>} check what Python says of a file from elsewhere
 * @property {() => void} another begin a new case
 * @property {() => void} forget drop everything that is on the page
 * @property {() => void} showCases
 * @property {(id: string) => void} renew the case goes on under another id
 */

export class Keeping {
  #timer = null;
  /** Something is on the page that was neither kept nor taken along. */
  #isDirty = false;
  /** The same for names and edited texts, which may be kept nowhere although answers are. */
  #isLoose = false;

  /** @param {HTMLElement} root @param {import('./store.mjs').Store} store @param {Page} page */
  constructor(root, store, page) {
    this.store = store;
    this.page = page;
    this.list = new CaseList(root, store, page, {
      before: (place, act) => this.#before(place, act),
      settled: () => this.#settle(),
      deleted: () => this.#deleted(),
    });
    this.#draw(root);
  }

  begin() {
    this.#showConsent();
    this.#say(this.store.isThere() ? 'off' : 'blocked');
    if (this.store.consent().answers) this.summary.textContent = '保存：已开启';
    this.list.offerLast();
    const leaving = () => this.#timer !== null && this.save();
    document.addEventListener('visibilitychange', () => document.hidden && leaving());
    window.addEventListener('pagehide', leaving);
    window.addEventListener('storage', ({ key }) => this.#changedElsewhere(key));
    window.addEventListener('beforeunload', (event) => this.#isDirty && event.preventDefault());
  }

  /** Something that is kept has changed. */
  touch() {
    const { isEmpty } = this.page.about();
    this.#isDirty = this.#isLoose = !isEmpty;
    if (!isEmpty) this.list.hide();
    if (isEmpty || !this.store.consent().answers) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), PAUSE_MS);
  }

  save({ force = false } = {}) {
    clearTimeout(this.#timer);
    this.#timer = null;
    const { id, title, isEmpty } = this.page.about();
    if (isEmpty) return;
    const outcome = this.store.save(id, this.page.file(), { title, now: Date.now(), force });
    if (outcome === 'saved') this.#isDirty = false;
    if (outcome === 'saved' && this.store.consent().personal) this.#isLoose = false;
    this.#say(outcome);
  }

  /** Which view is shown: where a reader takes things along, the ways to do so stand open. */
  follow(name) {
    this.place.open = this.place.open && name !== 'cases' ? this.place.open : name === 'result' || name === 'cases';
  }

  /** The list of cases, and the ways to bring one in. */
  cases() {
    if (this.#timer !== null) this.save();
    return this.list.draw();
  }

  #draw(root) {
    const option = (id, words, choose) => {
      const input = element('input', { type: 'checkbox', id, change: choose });
      return [input, element('div', { class: 'option' }, input, element('label', { for: id }, words))];
    };
    const [answers, answersRow] = option('keep-answers', '在这台设备上保存，方便下次继续', () => this.#choose());
    const [personal, personalRow] = option('keep-personal', '名称、编号、联系方式和改过的文本也保存', () => this.#choose());
    this.answers = answers;
    this.personal = personal;
    this.personalRow = personalRow;
    this.summary = element('summary', {}, '保存：没有开启');
    this.said = element('p', { class: 'said', role: 'status' });
    this.ways = element('div', { class: 'buttons' });
    this.ask = element('div', { class: 'ask', id: 'keeping-ask' });
    this.copied = element('textarea', { class: 'case-text', rows: 4, readonly: true, hidden: true, 'aria-label': '案件内容' });
    const button = (words, click) => element('button', { type: 'button', class: 'plain', click }, words);
    this.place = element(
      'details',
      { class: 'keeping' },
      this.summary,
      answersRow,
      personalRow,
      element('p', { class: 'hint' }, '只存在这台设备的浏览器里，不会上传。别人也用的设备不要开。无痕模式关掉窗口就没有了。'),
      this.said,
      this.ways,
      element('div', { class: 'buttons' }, button('我的案件', () => this.page.showCases()), button('下载案件文件', () => this.#export()), button('复制案件内容', () => this.#copy()), button('打印', () => window.print()), button('清除全部', () => this.#askToForget())),
      element('p', { class: 'hint' }, `${offerHint()}打印只带展开着的文本。`),
      this.ask,
      this.copied,
    );
    const note = hostNote(hostApp(navigator.userAgent));
    if (note) root.querySelector('form.questions').before(element('p', { class: 'host' }, note));
    root.querySelector('.result').after(this.place);
  }

  #showConsent() {
    const { answers, personal } = this.store.consent();
    this.answers.checked = answers;
    this.personal.checked = personal;
    this.personalRow.hidden = !answers;
  }

  /** A switch was touched. What it would delete besides the case on the page is asked about first. */
  #choose() {
    const wanted = { answers: this.answers.checked, personal: this.personal.checked };
    const { cases, names } = this.store.others(this.page.about().id);
    const lost = !wanted.answers ? cases : wanted.personal ? 0 : names;
    if (lost === 0) return this.#agree(wanted);
    this.#showConsent();
    const words = wanted.answers ? `存在这台设备上的 ${lost} 件案件，名称、编号和改过的文本会一起删除，不能恢复。` : `存在这台设备上的 ${lost} 件案件会一起删除，不能恢复。`;
    const act = () => (this.#agree(wanted), this.answers.focus());
    return confirm(this.ask, words, [{ label: '关掉并删除', act, loses: true }], '不关');
  }

  #agree(wanted) {
    const outcome = this.store.agree(wanted);
    this.#showConsent();
    this.#say(outcome === 'saved' ? 'on' : outcome);
    if (outcome === 'saved') this.save();
  }

  /** What another tab has done: agreed or not any more, written this case, removed everything. */
  #changedElsewhere(key) {
    if (key === null || key === CONSENT) {
      this.#showConsent();
      const { answers } = this.store.consent();
      this.#isDirty = !this.page.about().isEmpty;
      this.#say(answers ? 'on' : 'off');
      if (answers) this.save();
    } else if (key.startsWith(PREFIX) && key.endsWith(this.page.about().id)) {
      this.save();
    }
  }

  /** What became of the last attempt, and what can be done about it. */
  #say(outcome) {
    const time = new Date().toTimeString().slice(0, 5);
    const personal = this.store.consent().personal ? '' : '名称、编号和改过的文本没有保存。';
    const words = { saved: `已保存在这台设备，${time}。${personal}`, on: `已开启保存。${personal}` }[outcome] ?? OUTCOMES[outcome];
    this.said.textContent = words;
    this.summary.textContent = { saved: `保存：已保存，${time}`, on: '保存：已开启', off: '保存：没有开启', deleted: '保存：已开启' }[outcome] ?? '保存：没有存上';
    const button = (label, click) => element('button', { type: 'button', class: 'plain', click }, label);
    const ways = {
      'changed-elsewhere': [button('用这一页的', () => this.save({ force: true })), button('另存成一件', () => this.#saveApart()), button('换成那边的', () => this.#takeTheirs())],
      'deleted-elsewhere': [button('再存一次', () => this.save({ force: true }))],
    }[outcome] ?? [];
    this.ways.replaceChildren(...ways);
    if (ways.length || outcome === 'full') this.place.open = true;
  }

  #saveApart() {
    this.page.renew(Math.random().toString(36).slice(2).padEnd(12, '0'));
    this.save();
  }

  /** The answers of the other tab. Names and texts that are kept nowhere are only here, and stay. */
  #takeTheirs() {
    const { id } = this.page.about();
    const file = this.store.load(id);
    if (!file) return this.#say('deleted-elsewhere');
    const { parties, texts } = this.page.file();
    this.page.open(id, this.store.consent().personal ? file : { ...file, parties, texts });
    this.#settle();
  }

  #before(place, act) {
    if (this.#timer !== null) this.save();
    const lost = this.#lost();
    if (!lost) return act();
    return confirm(place, LOST[lost], [{ label: '先下载案件文件', act: () => this.#export() }, { label: '不要了，换掉', act, loses: true }], '不换');
  }

  /** What would be lost if another case took the place of this one. @returns {'all' | 'personal' | null} */
  #lost() {
    if (this.page.about().isEmpty) return null;
    if (this.#isDirty) return 'all';
    const { parties, texts } = this.page.file();
    return this.#isLoose && Object.keys({ ...parties, ...texts }).length ? 'personal' : null;
  }

  #settle() {
    this.#isDirty = this.#isLoose = false;
    this.save();
  }

  #deleted() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#isDirty = false;
    this.#say('deleted');
  }

  #text() {
    return JSON.stringify(this.page.file(), null, 1);
  }

  #export() {
    offerFile(`退款案件-${localDay(new Date())}.json`, 'application/json', this.#text());
    this.#isDirty = this.#isLoose = false;
    this.said.textContent = `${handedOver()}里面有你填的名称和编号，别发给不相干的人。`;
    this.place.open = true;
  }

  async #copy() {
    this.copied.value = this.#text();
    this.copied.hidden = false;
    const done = await copyFrom(this.copied);
    this.copied.hidden = done === 'copied';
    if (done === 'copied') this.#isDirty = this.#isLoose = false;
    this.said.textContent = done === 'copied' ? '案件内容已复制，存到备忘录，或者到别的浏览器里粘贴。' : '没能自动复制。已选中，长按复制，电脑上按 Ctrl+C。';
  }

  #askToForget() {
    const act = async () => {
      this.#isDirty = this.#isLoose = false;
      // First whatever runs, which might write once more.
      this.page.forget();
      const left = await forgetEverything();
      this.list.hide();
      this.copied.value = '';
      this.#showConsent();
      this.#say('off');
      this.place.open = true;
      this.said.textContent = left.length ? `这一页和保存的案件已清除，还有浏览器的${left.join('、')}没能清掉，可以在浏览器设置里清除网站数据。` : '全部清除了：这一页的答案、保存的案件、缓存，都没有了。';
    };
    confirm(this.ask, '这一页的答案、保存在这台设备上的所有案件和缓存都会清除，不能恢复。', [{ label: '清除', act, loses: true }], '不清除');
  }
}
