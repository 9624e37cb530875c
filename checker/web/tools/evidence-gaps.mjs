/** What the reader's case asks for and the folder does not hold yet. Without a case, where to get one. */

import { element } from '../components/element.mjs';
import { askedFor, concluded, knownCases } from './evidence-case.mjs';

const NONE_ASKED = '这件自查的结论不用凭证。';

export class Gaps {
  /** The case that was concluded, and its conclusion. @type {{ known: import('./evidence-case.mjs').Known, verdict: any } | null} */
  case = null;
  /** @type {import('./evidence-case.mjs').Known[]} */
  #known = [];

  /**
   * @param {HTMLElement} place @param {import('./evidence-folder.mjs').Folder} folder
   * @param {{ ask: (kind: string, payload: object) => Promise<any> }} checker @param {{ check: string, changed: () => void }} about `check`: the address of the self-check
   */
  constructor(place, folder, checker, about) {
    this.place = place;
    this.folder = folder;
    this.checker = checker;
    this.about = about;
    this.ways = element('div', {});
    this.said = element('p', { class: 'said', role: 'status' });
    this.found = element('div', { class: 'asked-for' });
    place.append(this.ways, this.said, this.found);
    folder.subscribe(() => this.case && this.#show());
    this.#offer();
    // Who comes back from the self-check may have a case by now.
    document.addEventListener('visibilitychange', () => !document.hidden && this.#offer());
    window.addEventListener('pageshow', () => this.#offer());
  }

  get isThere() {
    return this.#known.length > 0;
  }

  #offer() {
    const known = knownCases();
    if (this.ways.childElementCount && `${known.map(({ id }) => id)}` === `${this.#known.map(({ id }) => id)}`) return void (this.#known = known);
    this.#known = known;
    this.about.changed();
    if (!known.length) {
      const link = element('a', { href: this.about.check }, '自助核查');
      return this.ways.replaceChildren(element('p', {}, '这台浏览器里没有自查的案件。答完', link, '再回来，这里会列出还缺哪几样。现在可以先看下面的', element('a', { href: '#kinds' }, '各种凭证'), '。'));
    }
    this.select = element('select', { id: 'which-case', change: () => this.#drop() }, known.map(({ title }, place) => element('option', { value: String(place) }, title)));
    const choice = known.length > 1 ? [element('label', { for: 'which-case' }, '对照哪一件'), this.select] : [element('p', { class: 'hint' }, `你的自查：${known[0].title}`)];
    return this.ways.replaceChildren(...choice, element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: () => this.conclude() }, '对照我的自查')));
  }

  #drop() {
    this.case = null;
    this.found.replaceChildren();
    this.said.textContent = '';
  }

  /** Asks for the conclusion on the chosen case. Returns it with the case; null where there is none, which is said. */
  async conclude() {
    const known = this.#known[Number(this.select.value)];
    this.said.textContent = '正在对照。第一次要等自查程序准备好。';
    const { verdict, trouble } = await concluded(this.checker, known.file);
    // Another case was chosen meanwhile.
    if (known !== this.#known[Number(this.select.value)]) return null;
    if (!verdict) {
      this.#drop();
      this.said.textContent = `${trouble.replace(/。$/, '')}。`;
      return null;
    }
    this.case = { known, verdict };
    this.#show();
    return this.case;
  }

  #show() {
    const matters = askedFor(this.case.verdict, this.folder.kinds, this.folder);
    const open = new Set(matters.flatMap(({ held }) => held.filter(({ numbers }) => !numbers.length).map(({ kind }) => kind.name)));
    const words = !matters.length ? NONE_ASKED : open.size ? `还有 ${open.size} 样没有放进来。` : '要的几样都放进来了。';
    if (this.said.textContent !== words) this.said.textContent = words;
    this.found.replaceChildren(
      ...matters.flatMap(({ headline, held }) => [
        matters.length > 1 ? element('h3', {}, headline) : null,
        element('ul', {}, held.map(drawHeld)),
      ]).filter(Boolean),
    );
  }
}

/** @param {import('./evidence-case.mjs').Held} held */
function drawHeld({ wanted, numbers }) {
  const { name, proves, have, needed, how_to_get: how } = wanted;
  const state = numbers.length ? `有了，第 ${numbers.join('、')} 份` : have ? '自查里说有，这里还没放' : needed ? '最要紧，还没有' : '还没有';
  return element(
    'li',
    {},
    element('span', { class: `mark ${numbers.length ? 'ok' : 'open'}` }, state),
    element('strong', {}, name),
    `，证明${proves}。`,
    numbers.length || have ? null : element('span', { class: 'hint' }, `${how}。`),
  );
}
