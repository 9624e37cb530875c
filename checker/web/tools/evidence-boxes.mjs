/**
 * Boxes over a picture, as somebody draws, moves and drops them, with every step to go back. In pixels of the picture, inside of it, never of no size.
 *
 * @typedef {import('../evidence/mask.mjs').Box} Box
 * @typedef {{ x: number, y: number }} Point
 */

export class Boxes {
  /** @type {readonly Box[]} */
  all = [];
  /** @type {(readonly Box[])[]} */
  #before = [];

  /** @param {number} width @param {number} height of the picture @param {Box[]} [boxes] */
  constructor(width, height, boxes = []) {
    this.width = width;
    this.height = height;
    this.all = boxes.map((box) => this.#inside(box));
  }

  get canUndo() {
    return this.#before.length > 0;
  }

  /** From one corner to the other. Returns its place, or -1 where it covers nothing. @param {Point} one @param {Point} other */
  draw(one, other) {
    const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)];
    const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)];
    if (right <= 0 || bottom <= 0 || left >= this.width || top >= this.height || right - left < 1 || bottom - top < 1) return -1;
    return this.add({ x: left, y: top, width: right - left, height: bottom - top });
  }

  /** @param {Box} box */
  add(box) {
    this.#put([...this.all, this.#inside(box)]);
    return this.all.length - 1;
  }

  /** A box of a size that can be seen, in the middle of a part of the picture. @param {Box} part */
  addIn({ x, y, width, height }) {
    return this.add({ x: x + width / 4, y: y + height * 0.4, width: width / 2, height: height / 5 });
  }

  /** @param {number} place @param {Partial<Box>} change */
  change(place, change) {
    const changed = this.#inside({ ...this.all[place], ...change });
    this.#put(this.all.map((box, at) => (at === place ? changed : box)));
  }

  /** @param {number} place */
  drop(place) {
    this.#put(this.all.filter((_, at) => at !== place));
  }

  undo() {
    this.all = this.#before.pop() ?? this.all;
  }

  /** Whether one box alone leaves nothing of the picture. */
  get isWhole() {
    return this.all.some(({ width, height }) => width === this.width && height === this.height);
  }

  /** @param {readonly Box[]} all */
  #put(all) {
    this.#before.push(this.all);
    this.all = all;
  }

  /** Whole pixels, as covering takes them: each that is touched. @param {Box} box @returns {Box} */
  #inside({ x, y, width, height }) {
    const between = (value, least, most) => Math.max(least, Math.min(Number.isFinite(value) ? value : least, most));
    const [left, top] = [between(Math.floor(x), 0, this.width - 1), between(Math.floor(y), 0, this.height - 1)];
    const [right, bottom] = [between(Math.ceil(x + width), left + 1, this.width), between(Math.ceil(y + height), top + 1, this.height)];
    return { x: left, y: top, width: right - left, height: bottom - top };
  }
}
