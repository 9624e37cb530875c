/**
 * Parts of a picture covered in a copy of it. What is covered is gone: its pixels are overwritten, and whoever gets the copy gets nothing else. The copy has to
 * be written as a new file from these pixels alone, so that nothing beside them (a place, a small picture of the whole) comes along.
 *
 * @typedef {{ width: number, height: number, data: Uint8ClampedArray<ArrayBuffer> }} Picture as a canvas gives it
 * @typedef {{ x: number, y: number, width: number, height: number }} Box in pixels of the picture; may go backwards and over its edges
 * @typedef {{ points: { x: number, y: number }[], radius: number }} Stroke of a round brush
 */

/** What covers: opaque black, which no setting of a viewer makes see-through. */
const COVER = 0xff000000;
/** From the middle of a pixel to its corner: a brush that touches a pixel at all covers it. */
const CORNER = Math.SQRT1_2;

/**
 * A copy in which boxes and strokes are covered. The picture stays as it is. What is no number covers nothing.
 *
 * @param {Picture} picture @param {{ boxes?: Box[], strokes?: Stroke[] }} parts @returns {Picture}
 */
export function masked({ width, height, data }, { boxes = [], strokes = [] }) {
  const copy = new Uint8ClampedArray(data);
  const pixels = new Uint32Array(copy.buffer);
  const cover = opaque();
  const area = { width, height, pixels, cover };
  for (const box of boxes) coverBox(area, box);
  for (const { points, radius } of strokes) {
    // A tap is a stroke from a point to itself.
    points.forEach((point, place) => coverBetween(area, points[Math.max(0, place - 1)], point, Math.abs(radius)));
  }
  return { width, height, data: copy };
}

/** How much of a picture is covered, from 0 to 1: nothing was covered where it is 0, and where it is 1 nothing is left. @param {Picture} before @param {Picture} after */
export function share(before, after) {
  const [was, is] = [before, after].map(({ data }) => new Uint32Array(data.slice().buffer));
  const cover = opaque();
  return is.reduce((count, pixel, at) => count + Number(pixel === cover && was[at] !== cover), 0) / Math.max(1, is.length);
}

/** @typedef {{ width: number, height: number, pixels: Uint32Array, cover: number }} Area */

/** Black as the four bytes of a pixel lie in a number on this machine. */
const opaque = () => (new Uint8Array(new Uint32Array([COVER]).buffer)[3] === 0xff ? COVER : 0xff);

/** @param {Area} area @param {Box} box */
function coverBox(area, { x, y, width, height }) {
  const [left, right] = [Math.min(x, x + width), Math.max(x, x + width)];
  const [top, bottom] = [Math.min(y, y + height), Math.max(y, y + height)];
  if (![left, right, top, bottom].every(Number.isFinite) || left === right || top === bottom) return;
  for (let row = Math.max(0, Math.floor(top)); row < Math.min(area.height, Math.ceil(bottom)); row += 1) fill(area, row, Math.floor(left), Math.ceil(right));
}

/** All within the radius of the line between two points. @param {Area} area @param {{ x: number, y: number }} one @param {{ x: number, y: number }} other @param {number} radius */
function coverBetween(area, one, other, radius) {
  const reach = radius + CORNER;
  if (![one.x, one.y, other.x, other.y, radius].every(Number.isFinite)) return;
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const squared = dx * dx + dy * dy;
  const first = Math.max(0, Math.floor(Math.min(one.y, other.y) - reach));
  const last = Math.min(area.height - 1, Math.ceil(Math.max(one.y, other.y) + reach));
  const left = Math.max(0, Math.floor(Math.min(one.x, other.x) - reach));
  const right = Math.min(area.width - 1, Math.ceil(Math.max(one.x, other.x) + reach));
  for (let row = first; row <= last; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const [px, py] = [column + 0.5 - one.x, row + 0.5 - one.y];
      const along = squared ? Math.min(1, Math.max(0, (px * dx + py * dy) / squared)) : 0;
      if ((px - along * dx) ** 2 + (py - along * dy) ** 2 <= reach * reach) area.pixels[row * area.width + column] = area.cover;
    }
  }
}

/** @param {Area} area @param {number} row @param {number} from @param {number} to */
const fill = ({ width, pixels, cover }, row, from, to) => pixels.fill(cover, row * width + Math.max(0, from), row * width + Math.max(0, Math.min(width, to)));
