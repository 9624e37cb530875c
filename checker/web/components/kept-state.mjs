/** What became of saving, in words: a line that is always there, more of it beside the switches, and problems where one types. */

import { element } from './element.mjs';
import { Notice } from './notice.mjs';

const OUTCOMES = {
  off: '没有保存，关掉这个标签页，答案就没有了。',
  nowhere: '没有保存，关掉或者刷新这一页，答案就没有了。',
  blocked: '没有存上：这个浏览器不让网页保存。页面上的都还在，可以下载或者复制案件文件。',
  deleted: '这一件已经从这台设备上删掉了。这一页上的还在，再改动就会重新保存。',
};
/** Said where one types, since going on typing might be in vain. */
const PROBLEMS = {
  full: '没有存上：这台设备留给网页的空间满了。页面上的都还在，先下载或者复制案件文件。',
  'answers-only': '答案存上了。名称、编号和改过的文本没有存上，这台设备留给网页的空间满了。先下载或者复制案件文件。',
  'newer-elsewhere': '这个案件在另一个标签页里改过，这一页还是旧的。',
  'changed-elsewhere': '没有存上：这个案件在另一个标签页里也改了。这一页上的都还在，选一种办法：',
  'deleted-elsewhere': '没有存上：这个案件在另一个标签页里删掉了。这一页上的都还在。',
};
const SUMMARIES = { nowhere: '没有开启', on: '已开启', off: '没有开启', deleted: '已开启', 'newer-elsewhere': '这一页是旧的', 'answers-only': '只存上了答案' };

/** @typedef {{ label: string, act: () => void }} NoticeButton */

export class KeptState {
  summary = element('summary', {}, '保存：没有开启');
  said = element('p', { class: 'said', role: 'status' });
  /** What became of the last attempt. @type {import('../store.mjs').Outcome | 'on' | 'deleted' | 'nowhere'} */
  outcome = 'off';
  /** A problem that the reader has seen and set aside. */
  #setAside = null;

  /** @param {HTMLElement} root the page */
  constructor(root) {
    this.notice = new Notice(root);
  }

  get isProblem() {
    return this.outcome in PROBLEMS;
  }

  /**
   * @param {import('../store.mjs').Outcome | 'on' | 'deleted' | 'nowhere'} outcome
   * @param {{ left: string | null, personal: boolean, ways: Record<string, NoticeButton[]>, aside: Record<string, string> }} about `left`: what of the
   *   case is kept nowhere; `personal`: names and texts may be kept; for each problem the ways out, and the words for setting it aside
   */
  show(outcome, { left, personal, ways, aside }) {
    this.outcome = outcome;
    const time = new Date().toTimeString().slice(0, 5);
    const offer = personal ? '' : '名称、编号和改过的文本，再勾一项才保存。';
    const lost = `答案已保存在这台设备，${time}。${left}没有保存，关掉这一页就没有了。${personal ? '' : '再勾上面一项，就一起保存。'}`;
    const saved = left ? lost : `已保存在这台设备，${time}。${offer}`;
    this.said.textContent = { saved, on: `已开启保存。${offer}` }[outcome] ?? OUTCOMES[outcome] ?? '';
    const summaries = { ...SUMMARIES, saved: left ? `答案已保存，${time}；${left}没有保存` : `已保存，${time}` };
    this.summary.textContent = `保存：${summaries[outcome] ?? '没有存上'}`;
    if (outcome === this.#setAside) return;
    this.#setAside = null;
    if (!this.isProblem) return this.notice.hide();
    const last = aside[outcome] ? [this.#aside(aside[outcome])] : [];
    this.notice.show(PROBLEMS[outcome], [...ways[outcome], ...last]);
  }

  /** What came of something else that was tried, where it is seen. */
  tell(words) {
    this.said.textContent = words;
    if (this.notice.isShown) this.notice.show(words, [this.#aside('知道了')]);
  }

  #aside(label) {
    return { label, act: () => ((this.#setAside = this.outcome), this.notice.hide()) };
  }
}
