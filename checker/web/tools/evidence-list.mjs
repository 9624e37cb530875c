/** The files of the folder as a list. Of many, the first; the others are drawn when they are asked for. */

import { element } from '../components/element.mjs';
import { shown } from '../evidence/wording.mjs';
import { RowView } from './evidence-row.mjs';

const PART = 50;

export class ListView {
  /** @type {Map<import('./evidence-folder.mjs').Item, RowView>} */
  #rows = new Map();
  #most = PART;
  #isDue = false;

  /** @param {HTMLElement} place @param {import('./evidence-folder.mjs').Folder} folder @param {(item: import('./evidence-folder.mjs').Item, place: HTMLElement) => void} mask */
  constructor(place, folder, mask) {
    this.folder = folder;
    this.mask = mask;
    this.count = element('p', { class: 'count' });
    this.list = element('ol', { class: 'exhibits' });
    this.more = element('button', { type: 'button', class: 'plain', hidden: true, click: () => this.#showMore() });
    this.said = element('p', { class: 'unseen', role: 'status' });
    place.append(this.count, this.list, element('div', { class: 'buttons' }, this.more), this.said);
    folder.subscribe(() => this.drawSoon());
  }

  /** Once, however much has changed until then. */
  drawSoon() {
    if (this.#isDue) return;
    this.#isDue = true;
    // No frame is drawn while the tab is in the back.
    setTimeout(() => (this.#isDue = false) || this.draw(), 50);
  }

  draw() {
    const { folder, list } = this;
    const places = folder.places();
    const drawn = folder.items.slice(0, this.#most);
    const rows = drawn.map((item) => this.#row(item));
    rows.forEach((row) => row.drawPlace(places.get(row.item), places.size));
    const focused = document.activeElement;
    rows.forEach(({ place }, at) => list.children[at] !== place && list.insertBefore(place, list.children[at] ?? null));
    for (const place of [...list.children].slice(rows.length)) place.remove();
    if (focused !== document.activeElement && list.contains(focused)) /** @type {HTMLElement} */ (focused).focus();
    const left = folder.items.length - drawn.length;
    this.more.hidden = left <= 0;
    this.more.textContent = `再看 ${Math.min(PART, left)} 份，还有 ${left} 份`;
    this.count.textContent = places.size ? `一共 ${places.size} 份` : '';
  }

  /** Something is known of a picture. @param {import('./evidence-folder.mjs').Item} item */
  drawPicture(item) {
    this.#rows.get(item)?.drawPicture();
  }

  /** Leads to a file. @param {import('./evidence-folder.mjs').Item} item */
  show(item) {
    this.#most = Math.max(this.#most, this.folder.items.indexOf(item) + 1);
    this.draw();
    const { heading } = this.#row(item);
    heading.scrollIntoView({ block: 'center' });
    heading.focus({ preventScroll: true });
  }

  #row(item) {
    const known = this.#rows.get(item) ?? new RowView(item, this.folder.kinds, {
      choose: (...chosen) => this.folder.choose(...chosen),
      move: (...moved) => this.#move(...moved),
      take: (...taken) => this.#take(...taken),
      mask: this.mask,
    });
    this.#rows.set(item, known);
    return known;
  }

  #move(item, by) {
    const isMoved = this.folder.move(item, by);
    this.draw();
    const { number } = this.folder.places().get(item);
    this.said.textContent = isMoved ? `“${shown(item.row.name)}”移到了第 ${number} 份。` : `已经是${by < 0 ? '第一' : '最后一'}份。`;
  }

  #take(item, isOut) {
    this.folder.take(item, isOut);
    this.draw();
    const row = this.#row(item);
    // The button that was pressed is hidden now.
    (isOut ? row.back : row.out).focus({ preventScroll: true });
    this.said.textContent = isOut ? `“${shown(item.row.name)}”拿掉了。` : `“${shown(item.row.name)}”放回去了。`;
  }

  #showMore() {
    const next = this.folder.items[this.#most];
    this.#most += PART;
    this.draw();
    if (next) this.#row(next).heading.focus();
  }
}
