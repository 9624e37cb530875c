/** The brush: boxes over a picture, by finger, mouse, keys or numbers, and a copy in which what lies under them is gone. The picture itself stays as it is. */

import { element } from '../components/element.mjs';
import { rowsOf } from '../evidence/files.mjs';
import { shown } from '../evidence/wording.mjs';
import { Boxes } from './evidence-boxes.mjs';
import { NoPicture, covered, view } from './evidence-picture.mjs';

/** Less than this is a tap. In pixels of the screen. */
const STILL = 5;
const ZOOMS = [1, 2, 4];
const SIDES = { x: '左', y: '上', width: '宽', height: '高' };
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const HOW = '用手指或者鼠标画框，也可以先点一个角，再点对角。画面太长，选“移动画面”再拖。';
const AFTER = '副本是重新写的一张图，框里的内容没有了，也不带拍摄地点。原图还在列表里，不想给出去就拿掉。';

export class Brush {
  #zoom = 0;
  /** The first of two corners that are tapped. @type {import('./evidence-boxes.mjs').Point | null} */
  #corner = null;
  /** @type {{ from: import('./evidence-boxes.mjs').Point, x: number, y: number } | null} */
  #drawing = null;

  /**
   * @param {HTMLElement} place @param {import('./evidence-folder.mjs').Item} item @param {import('./evidence-folder.mjs').Folder} folder
   * @param {{ made: (copy: import('./evidence-folder.mjs').Item) => void, closed: () => void }} callbacks
   */
  constructor(place, item, folder, callbacks) {
    this.place = place;
    this.item = item;
    this.folder = folder;
    this.callbacks = callbacks;
    this.said = element('p', { class: 'said', role: 'status' }, '正在打开。');
    place.replaceChildren(this.said);
  }

  /** Opens the picture; where it cannot be opened, says so. */
  async open() {
    try {
      // Less than the frame of the brush and its edges leave.
      const room = Math.max(240, this.place.clientWidth - 40);
      const { canvas, width, height } = await view(this.item.row.file, room * Math.min(3, devicePixelRatio) * 2);
      this.boxes = new Boxes(width, height, this.folder.boxesOf(this.item));
      this.room = Math.min(room, width);
      this.#draw(canvas);
    } catch (trouble) {
      const close = element('button', { type: 'button', class: 'plain', click: () => this.#close() }, '知道了');
      this.said.textContent = trouble instanceof NoPicture ? trouble.message : '这张图没能打开，可能是内存不够。原文件照样放进压缩包。';
      this.place.append(close);
      close.focus();
    }
  }

  #draw(canvas) {
    const { item } = this;
    const button = (words, act, kind = 'plain') => element('button', { type: 'button', class: kind, click: act }, words);
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', `图：${shown(item.row.name)}`);
    this.ghost = element('div', { class: 'ghost', hidden: true });
    this.layer = element('div', { class: 'layer' });
    this.sheet = element('div', { class: 'sheet' }, canvas, this.layer, this.ghost);
    this.frame = element('div', { class: 'frame', tabindex: '0', role: 'group', 'aria-label': '要遮的图' }, this.sheet);
    for (const [type, act] of Object.entries({ pointerdown: this.#down, pointermove: this.#moved, pointerup: this.#up, pointercancel: this.#cancel })) this.sheet.addEventListener(type, act);
    this.undo = button('撤销一步', () => (this.boxes.undo(), this.#changed('退回了一步。')));
    this.numbers = element('div', { class: 'numbers' });
    this.make = button('做成副本', () => this.#make(), null);
    this.place.replaceChildren(
      element('h4', { tabindex: '-1' }, `遮住一部分：${shown(item.row.name)}`),
      element('p', { class: 'hint' }, HOW),
      this.#modes(),
      this.frame,
      element('div', { class: 'buttons' }, button('放大', () => this.#scale(1)), button('缩小', () => this.#scale(-1)), button('加一块', () => this.#add()), this.undo),
      this.said,
      element('details', { class: 'by-numbers' }, element('summary', {}, '用数字定位置'), this.numbers),
      element('p', { class: 'hint' }, AFTER),
      element('div', { class: 'buttons' }, this.make, button('不遮了', () => this.#close())),
    );
    this.said.textContent = '';
    this.#scale(0);
    this.#show();
    this.place.querySelector('h4').focus();
  }

  /** A finger either draws or moves what is seen. */
  #modes() {
    const mode = (id, words, isDrawing) => {
      const input = element('input', { type: 'radio', id: `${this.place.parentElement.parentElement.id}-${id}`, name: `${this.place.parentElement.parentElement.id}-mode`, checked: isDrawing, change: () => this.#toDraw(isDrawing) });
      return element('div', { class: 'option' }, input, element('label', { for: input.id }, words));
    };
    this.#toDraw(true);
    return element('fieldset', { class: 'modes' }, element('legend', { class: 'unseen' }, '手指做什么'), mode('draw', '画框', true), mode('pan', '移动画面', false));
  }

  #toDraw(isDrawing) {
    this.isDrawing = isDrawing;
    this.sheet?.classList.toggle('still', isDrawing);
  }

  #scale(by) {
    this.#zoom = Math.max(0, Math.min(ZOOMS.length - 1, this.#zoom + by));
    this.sheet.style.width = `${this.room * ZOOMS[this.#zoom]}px`;
    this.#toDraw(this.isDrawing);
    if (by) this.said.textContent = `现在是 ${ZOOMS[this.#zoom]} 倍。`;
  }

  #at({ clientX, clientY }) {
    const { left, top, width, height } = this.sheet.getBoundingClientRect();
    return { x: ((clientX - left) / width) * this.boxes.width, y: ((clientY - top) / height) * this.boxes.height };
  }

  #down = (event) => {
    if (!this.isDrawing || !event.isPrimary || event.button !== 0) return;
    this.sheet.setPointerCapture(event.pointerId);
    this.#drawing = { from: this.#at(event), x: event.clientX, y: event.clientY };
  };

  #moved = (event) => {
    if (!this.#drawing || !event.isPrimary) return;
    const [one, other] = [this.#drawing.from, this.#at(event)];
    this.ghost.hidden = false;
    this.#put(this.ghost, { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) });
  };

  #up = (event) => {
    const drawing = this.#drawing;
    if (!drawing || !event.isPrimary) return;
    this.#cancel();
    const isTap = Math.hypot(event.clientX - drawing.x, event.clientY - drawing.y) < STILL;
    if (!isTap) return this.#drawn(this.boxes.draw(drawing.from, this.#at(event)));
    const hit = this.#corner ? -1 : this.boxes.all.findIndex(({ x, y, width, height }) => drawing.from.x >= x && drawing.from.x <= x + width && drawing.from.y >= y && drawing.from.y <= y + height);
    if (hit >= 0) return /** @type {HTMLElement} */ (this.layer.children[hit]).focus();
    return this.#tapped(drawing.from);
  };

  #cancel = () => {
    this.#drawing = null;
    this.ghost.hidden = true;
  };

  #tapped(point) {
    if (!this.#corner) {
      this.#corner = point;
      this.ghost.hidden = false;
      this.#put(this.ghost, { ...point, width: this.boxes.width / 100, height: this.boxes.width / 100 });
      this.said.textContent = '这个角定好了，再点对面的角。';
      return;
    }
    const from = this.#corner;
    this.#corner = null;
    this.#drawn(this.boxes.draw(from, point));
  }

  #drawn(place) {
    this.#changed(place < 0 ? '框太小，没有遮住。再画一次。' : `遮住了第 ${place + 1} 块。`);
  }

  /** In the middle of what is seen. */
  #add() {
    const { frame, sheet, boxes } = this;
    const scale = boxes.width / sheet.clientWidth;
    const place = boxes.addIn({ x: frame.scrollLeft * scale, y: frame.scrollTop * scale, width: Math.min(frame.clientWidth, sheet.clientWidth) * scale, height: Math.min(frame.clientHeight, sheet.clientHeight) * scale });
    this.#changed(`加了第 ${place + 1} 块。方向键移动，按住 Shift 改大小，Delete 去掉。`);
    /** @type {HTMLElement} */ (this.layer.children[place]).focus();
  }

  #changed(words) {
    this.#corner = null;
    this.said.textContent = words;
    this.folder.keepBoxes(this.item, [...this.boxes.all]);
    this.#show();
  }

  #put(place, { x, y, width, height }) {
    const part = (value, of) => `${(value / of) * 100}%`;
    Object.assign(place.style, { left: part(x, this.boxes.width), top: part(y, this.boxes.height), width: part(width, this.boxes.width), height: part(height, this.boxes.height) });
  }

  #show() {
    const { all, canUndo } = this.boxes;
    this.undo.setAttribute('aria-disabled', String(!canUndo));
    while (this.layer.children.length > all.length) this.layer.lastElementChild.remove();
    while (this.numbers.children.length > all.length) this.numbers.lastElementChild.remove();
    all.forEach((box, place) => {
      if (!this.layer.children[place]) this.layer.append(element('button', { type: 'button', class: 'box', keydown: (event) => this.#key(event, place) }));
      const made = this.layer.children[place];
      made.setAttribute('aria-label', `第 ${place + 1} 块：左 ${box.x}，上 ${box.y}，宽 ${box.width}，高 ${box.height}`);
      this.#put(made, box);
      if (!this.numbers.children[place]) this.numbers.append(this.#fields(place));
      for (const input of this.numbers.children[place].querySelectorAll('input')) if (input !== document.activeElement) input.value = String(box[input.name]);
    });
    if (!all.length && !this.numbers.childElementCount) this.numbers.append(element('p', { class: 'hint' }, '还没有框。先点“加一块”。'));
    else if (all.length && this.numbers.firstElementChild.matches('p')) (this.numbers.replaceChildren(), this.#show());
  }

  #fields(place) {
    const id = `${this.place.parentElement.parentElement.id}-box-${place}`;
    const field = ([side, words]) => {
      const input = element('input', { type: 'text', inputmode: 'numeric', id: `${id}-${side}`, name: side, change: () => this.#typed(place, side, input.value) });
      return element('span', { class: 'number' }, element('label', { for: input.id }, words), input);
    };
    return element('fieldset', {}, element('legend', {}, `第 ${place + 1} 块，单位是像素`), Object.entries(SIDES).map(field), element('button', { type: 'button', class: 'plain', click: () => this.#drop(place) }, '去掉这一块'));
  }

  #typed(place, side, text) {
    if (!/^\s*\d{1,6}\s*$/.test(text)) return void (this.said.textContent = '写一个整数，例如 120。');
    this.boxes.change(place, { [side]: Number(text) });
    return this.#changed('');
  }

  #drop(place) {
    this.boxes.drop(place);
    this.#changed(`去掉了第 ${place + 1} 块。`);
    const next = /** @type {HTMLElement} */ (this.layer.children[Math.min(place, this.boxes.all.length - 1)]);
    (next ?? this.frame).focus();
  }

  /** A box that has the focus moves by a hundredth of the picture, with Shift it becomes larger or smaller. */
  #key(event, place) {
    if (event.key === 'Delete' || event.key === 'Backspace') return (event.preventDefault(), this.#drop(place));
    const way = KEYS[event.key];
    if (!way) return undefined;
    event.preventDefault();
    const by = Math.max(1, Math.round(this.boxes.width / 100));
    const { x, y, width, height } = this.boxes.all[place];
    this.boxes.change(place, event.shiftKey ? { width: Math.max(1, width + way[0] * by), height: Math.max(1, height + way[1] * by) } : this.#shifted({ x, y, width, height }, way, by));
    return this.#changed('');
  }

  /** Moved, and not made smaller by an edge. */
  #shifted({ x, y, width, height }, [right, down], by) {
    const within = (value, most) => Math.max(0, Math.min(value, most));
    return { x: within(x + right * by, this.boxes.width - width), y: within(y + down * by, this.boxes.height - height), width, height };
  }

  async #make() {
    const { item, boxes, folder } = this;
    const { row } = item;
    if (!boxes.all.length) return void (this.said.textContent = '还没有遮任何地方，先画一个框。');
    if (boxes.isWhole) return void (this.said.textContent = '整张都遮住了，副本里什么也看不到。把框改小。');
    this.said.textContent = '正在做副本。';
    try {
      const stem = (row.name.split(/[/\\]/).pop() ?? '').replace(/\.[^.]*$/, '') || '图';
      const file = await covered(row.file, `${stem}-遮住一部分`, row.type, [...boxes.all]);
      const [copy] = await rowsOf([file]);
      if (copy.problem) throw new NoPicture(`${copy.problem}。`);
      const made = folder.add(copy, { after: item, kinds: item.kinds, original: { name: row.name, sha256: row.sha256 } });
      this.place.replaceChildren();
      return this.callbacks.made(made);
    } catch (trouble) {
      this.said.textContent = trouble instanceof NoPicture ? trouble.message : '副本没有做成，可能是内存不够。关掉别的网页再试一次。';
      return undefined;
    }
  }

  #close() {
    this.place.replaceChildren();
    this.callbacks.closed();
  }
}
