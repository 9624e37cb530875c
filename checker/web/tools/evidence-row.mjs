/** One file of the folder: what it is, what it proves, and what can be done with it. Names are text and never markup. */

import { copyShown } from '../components/copy.mjs';
import { element } from '../components/element.mjs';
import { inFigures } from '../components/pasting.mjs';
import { shown } from '../evidence/wording.mjs';
import { isPicture } from './evidence-picture.mjs';

/** Characters of a hash that are shown at either end. */
const ENDS = 8;
const COPIED = { copied: '已复制。', selected: '没能自动复制。已选中，长按复制。' };
const SORTS = { image: '图片', video: '视频', audio: '音频', text: '文字' };
/** @type {[number, string][]} */
const MEASURES = [
  [2 ** 30, 'GB'],
  [2 ** 20, 'MB'],
  [2 ** 10, 'KB'],
];

/**
 * @typedef {import('./evidence-folder.mjs').Item} Item
 * @typedef {object} Acts
 * @property {(item: Item, kind: string, isChosen: boolean) => void} choose
 * @property {(item: Item, by: -1 | 1) => void} move
 * @property {(item: Item, isOut: boolean) => void} take
 * @property {(item: Item, place: HTMLElement) => void} mask opens the brush in that place
 */

export class RowView {
  /** @param {Item} item @param {import('./evidence-folder.mjs').Kind[]} kinds @param {Acts} acts */
  constructor(item, kinds, acts) {
    this.item = item;
    this.kinds = kinds;
    this.acts = acts;
    this.place = element('li', { class: 'exhibit', id: `exhibit-${item.id}` });
    this.name = element('span', { class: 'name' }, shown(item.row.name));
    this.heading = element('h3', { tabindex: '-1' });
    this.about = element('p', { class: 'hint' });
    this.remarks = element('div', { class: 'remarks' });
    this.same = element('p', { class: 'same' });
    this.chosen = element('span', {});
    this.brush = element('div', { class: 'brush' });
    this.#draw();
  }

  #draw() {
    const { item, acts } = this;
    const { name, problem } = item.row;
    const button = (words, act, what = words) => element('button', { type: 'button', class: 'plain', 'aria-label': `${what}：${shown(name)}`, click: act }, words);
    this.up = button('上移', () => acts.move(item, -1));
    this.down = button('下移', () => acts.move(item, 1));
    this.cover = isPicture(item) && !problem ? button('遮住一部分', () => acts.mask(item, this.brush)) : null;
    this.out = button('拿掉', () => acts.take(item, true));
    this.back = button('放回去', () => acts.take(item, false));
    this.whole = element(
      'div',
      {},
      this.about,
      problem ? element('p', { class: 'error' }, `${problem}。它不会放进压缩包。`) : null,
      this.remarks,
      this.same,
      problem ? null : this.#kinds(),
      problem ? null : this.#hash(),
      element('div', { class: 'buttons' }, this.cover, this.up, this.down, this.out),
      this.brush,
    );
    this.gone = element('div', { class: 'buttons' }, element('span', {}, '拿掉了，不放进压缩包。'), this.back);
    this.place.append(this.heading, this.whole, this.gone);
    this.drawPicture();
  }

  /** Boxes for the kinds come when they are asked for: a thousand files would have ten thousand. */
  #kinds() {
    const { item, kinds, acts } = this;
    const fields = element('fieldset', {}, element('legend', {}, '这份能证明什么，可以选几样'));
    const draw = () => {
      if (fields.childElementCount > 1) return;
      for (const { id, name, proves } of kinds) {
        const input = element('input', { type: 'checkbox', id: `exhibit-${item.id}-${id}`, checked: item.kinds.has(id), change: () => (acts.choose(item, id, input.checked), this.#tellKinds()) });
        fields.append(element('div', { class: 'option' }, input, element('label', { for: input.id }, name, element('span', { class: 'hint' }, `证明${proves}`))));
      }
    };
    this.fold = element('details', { class: 'kinds', toggle: draw }, element('summary', {}, '能证明：', this.chosen), fields);
    this.#tellKinds();
    return this.fold;
  }

  #tellKinds() {
    const names = this.kinds.filter(({ id }) => this.item.kinds.has(id)).map(({ name }) => name);
    this.chosen.textContent = names.join('；') || '还没选';
  }

  #hash() {
    const sum = this.item.row.sha256;
    const said = element('span', { role: 'status' });
    const code = element('code', { class: 'sum' }, sum);
    const copy = async () => (said.textContent = COPIED[await copyShown(code)]);
    const all = element('details', {}, element('summary', {}, '校验值：', element('code', {}, `${sum.slice(0, ENDS)}……${sum.slice(-ENDS)}`)), element('p', {}, 'SHA-256：', code), element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', 'aria-label': `复制校验值：${shown(this.item.row.name)}`, click: copy }, '复制'), said));
    return all;
  }

  /** What is known of the picture by now. */
  drawPicture() {
    const { row, picture, original } = this.item;
    const pixels = picture?.width ? `${inFigures(picture.width)} × ${inFigures(picture.height)} 像素` : '';
    this.about.textContent = [sortOf(row), sizeOf(row.size), timeOf(row.modified), pixels].filter(Boolean).join('，');
    const empty = row.size === 0 ? ['这份是空的，里面没有内容。'] : [];
    const copy = original ? [`遮住了一部分的副本，原图是“${shown(original.name)}”。`] : [];
    this.remarks.replaceChildren(...[...copy, ...empty, ...(picture?.words ?? [])].map((words) => element('p', {}, words)));
  }

  /** Where it stands by now; nothing where it was taken out. @param {{ number: number, same: number | null } | undefined} at @param {number} count */
  drawPlace(at, count) {
    const { item } = this;
    this.heading.replaceChildren(...(at ? [`${at.number}. `] : []), this.name);
    this.place.classList.toggle('out', item.isOut);
    this.whole.hidden = item.isOut;
    this.gone.hidden = !item.isOut;
    this.same.textContent = at?.same ? `和第 ${at.same} 份内容一样。` : '';
    // They keep the focus of who has come to an end.
    this.up.setAttribute('aria-disabled', String(at?.number === 1));
    this.down.setAttribute('aria-disabled', String(at?.number === count));
  }
}

/** @param {import('../evidence/files.mjs').Row} row */
function sortOf({ name, type }) {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toUpperCase();
  const sort = SORTS[type.split('/')[0]] ?? '文件';
  return ending ? `${ending} ${sort}` : sort;
}

/** As one reads how large a file is. @param {number} bytes */
export function sizeOf(bytes) {
  const [of, unit] = MEASURES.find(([least]) => bytes >= least) ?? [1, '字节'];
  const number = bytes / of;
  return `${of === 1 || number >= 100 ? Math.round(number) : Math.round(number * 10) / 10} ${unit}`;
}

/** @param {string | null} modified */
const timeOf = (modified) => (modified ? `修改时间 ${modified.slice(0, 16).replace('T', ' ')}` : '');
