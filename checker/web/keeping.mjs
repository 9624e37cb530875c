/** Keeping cases: on this device if the reader agrees, in a file, or not at all. Says what became of every attempt. */

import { localDay, parseFile, standing } from './case.mjs';
import { copyFrom } from './components/copy.mjs';
import { element } from './components/element.mjs';
import { chineseDate } from './components/words.mjs';
import { forgetEverything, PREFIX } from './store.mjs';
import { HANDED_OVER, hostApp, hostNote, offerFile } from './take.mjs';

const PAUSE_MS = 400;
const OUTCOMES = {
  off: '没有保存，关掉或刷新这一页，答案就没有了。',
  full: '没有存上：这台设备留给网页的空间满了。页面上的都还在，先下载或者复制案件文件。',
  blocked: '没有存上：这个浏览器不让网页保存。页面上的都还在，可以下载或者复制案件文件。',
  'changed-elsewhere': '没有存上：这个案件在另一个标签页里也改了。这一页上的都还在，选一种办法：',
  'deleted-elsewhere': '没有存上：这个案件在另一个标签页里删掉了。这一页上的都还在。',
};

/**
 * @typedef {object} Page what the page lends
 * @property {() => import('./case.mjs').CaseFile} file the whole case as it stands
 * @property {() => { id: string, title: string, isEmpty: boolean }} about
 * @property {(id: string | undefined, file: any, reply?: boolean) => void} open another case takes the place of this one
 * @property {(file: any) => Promise<any>} check what Python says of a file from elsewhere
 * @property {() => void} another begin a new case
 * @property {() => void} forget drop everything that is on the page
 * @property {() => void} showCases
 * @property {(id: string) => void} renew the case goes on under another id
 */

export class Keeping {
  #timer = null;
  #isDirty = false;

  /** @param {HTMLElement} root @param {import('./store.mjs').Store} store @param {Page} page */
  constructor(root, store, page) {
    this.store = store;
    this.page = page;
    this.app = hostApp(navigator.userAgent);
    this.#draw(root);
  }

  begin() {
    this.#showConsent();
    this.#say(this.store.isThere() ? 'off' : 'blocked');
    if (this.store.consent().answers) this.summary.textContent = '保存：已开启';
    this.#drawBanner();
    const leaving = () => this.#timer !== null && this.save();
    document.addEventListener('visibilitychange', () => document.hidden && leaving());
    window.addEventListener('pagehide', leaving);
    window.addEventListener('storage', ({ key }) => key?.startsWith(PREFIX) && key.endsWith(this.page.about().id) && this.save());
    window.addEventListener('beforeunload', (event) => this.#isDirty && event.preventDefault());
  }

  /** Something that is kept has changed. */
  touch() {
    const { isEmpty } = this.page.about();
    this.#isDirty = !isEmpty;
    // Who answers has begun something else than the last case.
    this.banner.hidden = this.banner.hidden || !isEmpty;
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
    this.#say(outcome);
  }

  /** Which view is shown: where a reader takes things along, the ways to do so stand open. */
  follow(name) {
    this.place.open = this.place.open && name !== 'cases' ? this.place.open : name === 'result' || name === 'cases';
  }

  /** The list of cases, and the ways to bring one in. */
  cases() {
    if (this.#timer !== null) this.save();
    const entries = this.store.list();
    const rows = entries.map((entry) => this.#caseRow(entry));
    const empty = this.store.consent().answers ? '还没有保存过案件。' : '没有开启保存，这台设备上没有案件。下面可以打开导出过的案件文件。';
    return [
      element('h2', { tabindex: '-1' }, '我的案件'),
      rows.length ? element('ul', { class: 'case-list' }, rows) : element('p', {}, empty),
      element('div', { class: 'buttons' }, element('button', { type: 'button', click: () => this.page.another() }, '查一件新的'), element('a', { href: '#/' }, '回到正在答的')),
      ...this.#drawImport(),
    ];
  }

  #draw(root) {
    const option = (id, words, choose) => {
      const input = element('input', { type: 'checkbox', id, change: choose });
      return [input, element('div', { class: 'option' }, input, element('label', { for: id }, words))];
    };
    const agree = () => this.#agree();
    const [answers, answersRow] = option('keep-answers', '在这台设备上保存，方便下次继续', agree);
    const [personal, personalRow] = option('keep-personal', '名称、编号、联系方式和改过的文本也保存', agree);
    this.answers = answers;
    this.personal = personal;
    this.personalRow = personalRow;
    this.summary = element('summary', {}, '保存：没有开启');
    this.said = element('p', { class: 'said', role: 'status' });
    this.ways = element('div', { class: 'buttons' });
    this.copied = element('textarea', { class: 'case-text', rows: 4, readonly: true, hidden: true, 'aria-label': '案件内容' });
    const button = (words, click) => element('button', { type: 'button', class: 'plain', click }, words);
    const note = hostNote(this.app);
    this.place = element(
      'details',
      { class: 'keeping' },
      this.summary,
      note ? element('p', { class: 'host' }, note) : null,
      answersRow,
      personalRow,
      element('p', { class: 'hint' }, '只存在这台设备的浏览器里，不会上传。别人也用的设备不要开。无痕模式关掉窗口就没有了。'),
      this.said,
      this.ways,
      element('div', { class: 'buttons' }, button('我的案件', () => this.page.showCases()), button('下载案件文件', () => this.#export()), button('复制案件内容', () => this.#copy()), button('打印', () => window.print()), button('清除全部', () => this.#askToForget())),
      this.copied,
    );
    this.banner = element('section', { class: 'banner', 'aria-label': '上次的案件', hidden: true });
    root.querySelector('form.questions').before(this.banner);
    root.querySelector('.result').after(this.place);
  }

  #showConsent() {
    const { answers, personal } = this.store.consent();
    this.answers.checked = answers;
    this.personal.checked = personal;
    this.personalRow.hidden = !answers;
  }

  #agree() {
    const outcome = this.store.agree({ answers: this.answers.checked, personal: this.personal.checked });
    this.#showConsent();
    this.#say(outcome === 'saved' ? 'on' : outcome);
    if (outcome === 'saved') this.save();
  }

  /** What became of the last attempt, and what can be done about it. */
  #say(outcome) {
    const time = new Date().toTimeString().slice(0, 5);
    const personal = this.store.consent().personal ? '' : '名称、编号和改过的文本没有保存。';
    const words = { saved: `已保存在这台设备，${time}。${personal}`, on: `已开启保存。${personal}` }[outcome] ?? OUTCOMES[outcome];
    this.said.textContent = words;
    this.summary.textContent = { saved: `保存：已保存，${time}`, on: '保存：已开启', off: '保存：没有开启' }[outcome] ?? '保存：没有存上';
    const button = (label, click) => element('button', { type: 'button', class: 'plain', click }, label);
    const ways = {
      'changed-elsewhere': [button('用这一页的', () => this.save({ force: true })), button('另存成一件', () => this.#saveApart()), button('换成那边的', () => this.#resume(this.page.about().id))],
      'deleted-elsewhere': [button('再存一次', () => this.save({ force: true }))],
    }[outcome] ?? [];
    this.ways.replaceChildren(...ways);
    if (ways.length || outcome === 'full') this.place.open = true;
  }

  #saveApart() {
    this.page.renew(Math.random().toString(36).slice(2).padEnd(12, '0'));
    this.save();
  }

  #drawBanner() {
    const [last, ...others] = this.store.list();
    if (!last) return;
    const { words } = standing(last.status, localDay(new Date()));
    const gone = () => {
      this.store.remove(last.id);
      this.banner.hidden = true;
      this.said.textContent = '上次的案件已删除。';
    };
    this.banner.replaceChildren(
      element('p', {}, element('strong', {}, '上次的案件：'), `${last.title}。${words}${untilWords(last.status)}。`),
      element(
        'div',
        { class: 'buttons' },
        element('button', { type: 'button', click: () => this.#resume(last.id) }, '继续'),
        element('button', { type: 'button', class: 'plain', click: gone }, '删除'),
        others.length ? element('a', { href: '#/cases' }, `全部 ${others.length + 1} 件`) : null,
      ),
    );
    this.banner.hidden = false;
  }

  #caseRow({ id, title, savedAt, status }) {
    const { name, words } = standing(status, localDay(new Date()));
    const button = (label, click) => element('button', { type: 'button', class: 'plain', 'aria-label': `${label}：${title}`, click }, label);
    const row = element(
      'li',
      {},
      element('p', {}, element('span', { class: `standing ${name}` }, words), element('strong', {}, title)),
      element('p', { class: 'hint' }, `${untilWords(status).replace('，', '')}${status?.until ? '。' : ''}存于 ${chineseDate(localDay(new Date(savedAt)))}。`),
      element('div', { class: 'buttons' }, button('继续', () => this.#resume(id)), button('他们回复了', () => this.#resume(id, true)), button('删除', () => {
        this.store.remove(id);
        row.replaceChildren(element('p', { role: 'status' }, `已删除：${title}`));
      })),
    );
    return row;
  }

  #resume(id, reply = false) {
    const file = this.store.load(id);
    this.banner.hidden = true;
    if (!file) return this.#say('deleted-elsewhere');
    this.page.open(id, file, reply);
    this.save();
  }

  #drawImport() {
    const said = element('p', { class: 'said', role: 'alert' });
    const area = element('textarea', { id: 'case-paste', rows: 4 });
    const take = async (text) => {
      said.textContent = '正在检查这份案件文件。';
      try {
        const reply = await this.page.check(parseFile(text));
        if (reply.kind !== 'case') throw new Error(reply.message);
        this.page.open(undefined, reply.case);
        this.touch();
      } catch (error) {
        said.textContent = `没有打开：${error.message}。页面上的答案没有动。`;
      }
    };
    const file = element('input', { type: 'file', id: 'case-file', accept: '.json,application/json', change: async () => file.files[0] && take(await file.files[0].text()) });
    return [
      element('h3', {}, '打开案件文件'),
      element('p', { class: 'field' }, element('label', { for: 'case-file' }, '选一个下载过的案件文件'), file),
      element('p', { class: 'field' }, element('label', { for: 'case-paste' }, '或者把复制的案件内容粘贴在这里'), area),
      element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: () => take(area.value) }, '打开')),
      said,
    ];
  }

  #text() {
    return JSON.stringify(this.page.file(), null, 1);
  }

  #export() {
    offerFile(`退款案件-${localDay(new Date())}.json`, 'application/json', this.#text());
    this.#isDirty = false;
    this.said.textContent = `${HANDED_OVER}里面有你填的名称和编号，别发给不相干的人。`;
  }

  async #copy() {
    this.copied.value = this.#text();
    this.copied.hidden = false;
    const done = await copyFrom(this.copied);
    this.copied.hidden = done === 'copied';
    this.said.textContent = done === 'copied' ? '案件内容已复制，存到备忘录，或者到别的浏览器里粘贴。' : '没能自动复制。已选中，长按复制，电脑上按 Ctrl+C。';
  }

  #askToForget() {
    const back = () => (this.ways.replaceChildren(), this.summary.focus());
    const sure = async () => {
      const left = await forgetEverything();
      this.#isDirty = false;
      this.page.forget();
      this.banner.hidden = true;
      this.copied.value = '';
      this.#showConsent();
      this.#say('off');
      this.place.open = true;
      this.said.textContent = left.length ? `这一页和保存的案件已清除，还有浏览器的${left.join('、')}没能清掉，可以在浏览器设置里清除网站数据。` : '全部清除了：这一页的答案、保存的案件、缓存，都没有了。';
    };
    const yes = element('button', { type: 'button', click: sure }, '清除');
    this.said.textContent = '这一页的答案、保存在这台设备上的所有案件和缓存都会清除，不能恢复。';
    this.ways.replaceChildren(yes, element('button', { type: 'button', class: 'plain', click: back }, '不清除'));
    yes.focus();
  }
}

const untilWords = (status) => (status?.until && status.state !== 'solved' ? `，看到 ${chineseDate(status.until)}` : '');
