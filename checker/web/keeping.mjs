/** Keeping a case: on this device if the reader agrees, in a file, or not at all. Says what became of every attempt. */

import { localDay, newId } from './case.mjs';
import { confirm } from './components/confirm.mjs';
import { copyFrom } from './components/copy.mjs';
import { element } from './components/element.mjs';
import { KeptState } from './components/kept-state.mjs';
import { PREFIX } from './prefix.mjs';
import { isSaid } from './state.mjs';
import { CONSENT, essence, forgetEverything } from './store.mjs';
import { Tab } from './tab.mjs';
import { handedOver, hostApp, hostNote, offerFile, offerHint } from './take.mjs';

const PAUSE_MS = 400;
const NOTHING = { answers: null, parties: null, texts: null };
const NOT_LOADED = '这一部分没有下载下来，可能是网络断了。保存的案件都还在，重新打开这一页再试。';

/**
 * @typedef {object} Page what the page lends
 * @property {() => string} title what the case is about, without what was typed
 * @property {(entry: any) => string} marks what tells a kept case from others
 * @property {(id: string | undefined, file: any, reply?: boolean) => void} open another case takes the place of this one
 * @property {(reply: boolean) => void} goOn the case that is here goes on where it was; with `reply`, by what came back
 * @property {(file: any) => Promise<any>} check what Python says of a file from elsewhere
 * @property {() => void} another begin a new case
 * @property {() => void} forget drop everything that is on the page
 * @property {() => void} showCases
 */

export class Keeping {
  #timer = null;
  /** The list of the cases, once there is anything to list. @type {import('./case-list.mjs').CaseList | null} */
  #list = null;
  /** What of the case is kept or was taken along, as it was then. Names and edited texts may be kept nowhere although answers are. */
  #safe = { ...NOTHING };

  /** @param {HTMLElement} root @param {import('./store.mjs').Store} store @param {import('./state.mjs').PageState} state @param {Page} page */
  constructor(root, store, state, page) {
    this.store = store;
    this.tab = new Tab();
    this.state = state;
    this.page = page;
    this.root = root;
    this.line = new KeptState(root);
    this.#draw(root);
    state.subscribe((changed) => {
      if (changed.has('case')) this.tab.dropWords(state.kept.id);
      this.#touch();
    });
  }

  begin() {
    this.#showConsent();
    this.#say(this.store.isThere() ? 'off' : 'blocked');
    if (this.store.consent().answers) this.#say('on');
    if (!this.#restore() && this.store.list().length) this.#withList().then((list) => this.state.isEmpty && list?.offerLast());
    const leaving = () => this.#timer !== null && this.save();
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.#comeBack());
    document.addEventListener('visibilitychange', () => document.hidden && leaving());
    window.addEventListener('pagehide', leaving);
    window.addEventListener('storage', ({ key }) => this.#changedElsewhere(key));
    window.addEventListener('beforeunload', (event) => {
      leaving();
      if (!this.#unkept()) return;
      event.preventDefault();
      // What a Chromium before 119 looks at.
      event.returnValue = true;
    });
  }

  /** Most readers have no case yet, and the list comes when it is wanted; null where it cannot be had. */
  async #withList() {
    const module = await import('./case-list.mjs').catch(() => null);
    this.#list ??= module && new module.CaseList(this.root, this.store, this.state, this.page, {
      before: (place, act, coming) => this.#before(place, act, coming),
      settled: () => this.#settle(),
      deleted: () => this.#deleted(),
    });
    return this.#list;
  }

  /** Something that is kept has changed. */
  #touch() {
    const { isEmpty } = this.state;
    this.#keepInTab();
    if (!isEmpty) this.#list?.hide();
    if (isEmpty || !this.store.consent().answers) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), PAUSE_MS);
  }

  /** The page comes back as it was left. Where this tab has gone on with the case since then, or everything was cleared, it is an old one. */
  #comeBack() {
    if (this.tab.isAsWritten) return;
    this.#safe = essence(this.state.file);
    location.reload();
  }

  /** What was answered in this tab, whatever has become of the page meanwhile. */
  #restore() {
    const kept = this.tab.load();
    if (!kept) return false;
    const { id, answers, events, draft, replies, status, seen } = kept;
    this.state.open(id, { answers, events, draft, replies, status }, seen);
    return true;
  }

  /** Until the device has it. What was said early is said again: who left there may not have read it. */
  #keepInTab() {
    const { isEmpty, seen, kept, file: { answers, events, replies, status } } = this.state;
    if (isEmpty && !events.length) return this.tab.clear();
    this.tab.save({ id: kept.id, answers, events, draft: kept.draft, replies, status, seen: seen.filter((id) => !isSaid(id)) });
  }

  save({ force = false } = {}) {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#keepInTab();
    const { isEmpty, file, kept: { id } } = this.state;
    if (isEmpty) return;
    const outcome = this.store.save(id, file, { title: this.page.title(), now: Date.now(), force });
    const { answers, ...names } = essence(file);
    if (outcome === 'saved' || outcome === 'answers-only') {
      this.#safe.answers = answers;
      // A case that is kept on the device is fetched from there.
      this.tab.clear();
    }
    if (outcome === 'saved' && this.store.consent().personal) Object.assign(this.#safe, names);
    if (outcome === 'deleted-elsewhere') this.#safe = { ...NOTHING };
    this.#say(outcome);
  }

  /** Which view is shown: where a reader takes things along, the ways to do so stand open. */
  follow(name) {
    this.place.open = this.place.open && name !== 'cases' ? this.place.open : name === 'result' || name === 'cases';
  }

  /** The list of cases, and the ways to bring one in. */
  async cases() {
    if (this.#timer !== null) this.save();
    const list = await this.#withList();
    return list?.draw() ?? [element('h2', { tabindex: '-1' }, '我的案件'), element('p', {}, NOT_LOADED)];
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
    this.ask = element('div', { class: 'ask', id: 'keeping-ask' });
    this.copied = element('textarea', { class: 'case-text', rows: 4, readonly: true, hidden: true, 'aria-label': '案件内容' });
    const button = (words, click) => element('button', { type: 'button', class: 'plain', click }, words);
    this.place = element(
      'details',
      { class: 'keeping' },
      this.line.summary,
      answersRow,
      personalRow,
      element('p', { class: 'hint' }, '不打开，答案只留到关掉这个标签页，刷新还在；名称、联系方式和改过的文本不留。打开又关掉的，标签页里也不留。打开以后也只存在这台设备的浏览器里，不会上传。别人也用的设备不要开。'),
      this.line.said,
      element('div', { class: 'buttons' }, button('我的案件', () => this.page.showCases()), button('下载案件文件', () => this.#export()), button('复制案件内容', () => this.#copy()), button('打印', () => window.print()), button('清除全部', () => this.#askToForget())),
      element('p', { class: 'hint' }, `${offerHint()}打印带上全部文本，收起来的也打。`),
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
    const { cases, names } = this.store.others(this.state.kept.id);
    const lost = !wanted.answers ? cases : wanted.personal ? 0 : names;
    if (lost === 0) return this.#agree(wanted);
    this.#showConsent();
    const words = wanted.answers ? `存在这台设备上的 ${lost} 件案件，名称、编号和改过的文本会一起删除，不能恢复。` : `存在这台设备上的 ${lost} 件案件会一起删除，不能恢复。`;
    const act = () => (this.#agree(wanted), this.answers.focus());
    return confirm(this.ask, words, [{ label: '关掉并删除', act, loses: true }], '不关');
  }

  #agree(wanted) {
    const outcome = this.store.agree(wanted);
    if (wanted.answers) this.tab.turnOn();
    else this.tab.turnOff();
    this.#keepInTab();
    this.#followConsent();
    this.#say(outcome === 'saved' ? 'on' : outcome);
    if (outcome === 'saved') this.save();
  }

  /** What is not agreed to any more is not there any more. */
  #followConsent() {
    const { answers, personal } = this.store.consent();
    this.#showConsent();
    if (!answers) this.#safe = { ...NOTHING };
    else if (!personal) this.#safe = { ...NOTHING, answers: this.#safe.answers };
  }

  /** What another tab has done: agreed or not any more, written this case, removed everything. */
  #changedElsewhere(key) {
    const { isEmpty, kept: { id } } = this.state;
    if (key === null || key === CONSENT) {
      this.#followConsent();
      const { answers } = this.store.consent();
      if (!answers) this.tab.turnOff();
      this.#say(answers ? 'on' : 'off');
      if (answers) this.save();
    } else if (key.startsWith(PREFIX) && key.endsWith(id) && !isEmpty) {
      // Written only if it has to be: else two tabs would answer one another for ever.
      if (this.store.compare(id, this.state.file) !== 'same' || this.line.isProblem) this.save();
    }
  }

  /** What became of the last attempt, and what can be done about it. */
  #say(outcome) {
    const way = (label, act) => ({ label, act });
    const theirs = way('换成那边的', () => this.#takeTheirs());
    const again = (label) => way(label, () => this.save({ force: true }));
    const takeAlong = [way('下载案件文件', () => this.#export()), way('复制案件内容', () => this.#copy())];
    const ways = {
      full: takeAlong,
      'answers-only': takeAlong,
      'newer-elsewhere': [theirs],
      'changed-elsewhere': [again('用这一页的'), way('另存成一件', () => this.#saveApart()), theirs],
      'deleted-elsewhere': [again('再存一次')],
    };
    const aside = { full: '知道了', 'answers-only': '知道了', 'newer-elsewhere': '知道了', 'deleted-elsewhere': '不存了' };
    this.line.show(outcome === 'off' && this.tab.isOff ? 'nowhere' : outcome, { left: this.#unkept(), personal: this.store.consent().personal, ways, aside });
  }

  #saveApart() {
    this.state.alter((kept) => (kept.id = newId()));
    this.save();
  }

  /** The answers of the other tab. Names and texts that are kept nowhere are only here, and stay. */
  #takeTheirs() {
    const { id } = this.state.kept;
    const file = this.store.load(id);
    if (!file) return this.#say('deleted-elsewhere');
    const { parties, texts } = this.state.file;
    const { personal } = this.store.consent();
    const safe = this.#safe;
    this.page.open(id, personal ? file : { ...file, parties, texts });
    this.#safe = personal ? essence(file) : { ...safe, answers: essence(file).answers };
    this.save();
  }

  #before(place, act, coming = undefined) {
    if (this.#timer !== null) this.save();
    const left = this.#unkept(coming);
    if (!left) return act();
    // A story is no part of the file.
    const takeAlong = this.state.isEmpty ? [] : [{ label: '先下载案件文件', act: () => this.#export() }];
    return confirm(place, `这一页上的${left}没有保存，换掉就没有了。`, [...takeAlong, { label: '不要了，换掉', act, loses: true }], '不换');
  }

  /** What would be lost if this page went, in words; null where nothing would. @param {string} [coming] the case that would take its place */
  #unkept(coming = undefined) {
    if (this.state.isEmpty) return this.tab.hasWords(coming) ? '写的话' : null;
    const file = this.state.file;
    const now = essence(file);
    if (now.answers !== this.#safe.answers) return '答案';
    const isLoose = (part) => now[part] !== this.#safe[part] && Object.keys(file[part]).length > 0;
    return [isLoose('parties') && '名称、编号', isLoose('texts') && '改过的文本'].filter(Boolean).join('和') || null;
  }

  /** What is on the page is somewhere else too, or was meant to go. */
  #isSafe() {
    this.#safe = essence(this.state.file);
    this.#say(this.line.outcome);
  }

  #settle() {
    this.#safe = essence(this.state.file);
    this.save();
  }

  #deleted() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.line.outcome = 'deleted';
    this.#isSafe();
  }

  #text() {
    return JSON.stringify(this.state.file, null, 1);
  }

  async #export() {
    const said = await offerFile(`退款案件-${localDay(new Date())}.json`, 'application/json', this.#text());
    this.#isSafe();
    this.line.tell(`${said}里面有你填的名称和编号，别发给不相干的人。`);
    this.place.open = true;
  }

  async #copy() {
    this.copied.value = this.#text();
    this.copied.hidden = false;
    const done = await copyFrom(this.copied);
    this.copied.hidden = done === 'copied';
    this.place.open ||= done !== 'copied';
    if (done === 'copied') this.#isSafe();
    this.line.tell(done === 'copied' ? '案件内容已复制，存到备忘录，或者到别的浏览器里粘贴。' : '没能自动复制。已选中，长按复制，电脑上按 Ctrl+C。');
  }

  #askToForget() {
    const act = async () => {
      // First whatever runs, which might write once more.
      this.page.forget();
      const wasOff = this.tab.isOff;
      const left = await forgetEverything();
      if (wasOff) this.tab.turnOff();
      this.#list?.hide();
      this.copied.value = '';
      this.#showConsent();
      this.#say('off');
      this.place.open = true;
      this.line.tell(left.length ? `这一页和保存的案件已清除，还有浏览器的${left.join('、')}没能清掉，可以在浏览器设置里清除网站数据。` : '全部清除了：这一页的答案、保存的案件、缓存，都没有了。');
    };
    confirm(this.ask, '这一页的答案、保存在这台设备上的所有案件和缓存都会清除，不能恢复。', [{ label: '清除', act, loses: true }], '不清除');
  }
}
