/** Pictures: what is covered is gone, and what cannot be read is remarked on. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { masked, share } from '../../checker/web/evidence/mask.mjs';
import { measure, remarks } from '../../checker/web/evidence/readable.mjs';

const BLACK = [0, 0, 0, 255];
/** @param {(x: number, y: number) => number[]} colour */
function picture(width, height, colour) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data.set(colour(x, y), (y * width + x) * 4);
  return { width, height, data };
}
const at = ({ width, data }, x, y) => [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4)];
const secret = () => picture(40, 30, (x, y) => [x * 5, y * 7, 9, x % 256]);
const covered = (image) => Array.from({ length: image.height }, (_, y) => Array.from({ length: image.width }, (_, x) => (at(image, x, y).join() === BLACK.join() ? '#' : '.')).join(''));

test('a box covers every pixel that it touches, opaque, and nothing else; the picture stays', () => {
  const image = secret();
  const copy = masked(image, { boxes: [{ x: 4.9, y: 3, width: 5.2, height: 2.5 }] });
  const rows = covered(copy);
  assert.equal(rows[2], '.'.repeat(40));
  for (const row of [3, 4, 5]) assert.equal(rows[row], `....${'#'.repeat(7)}${'.'.repeat(29)}`);
  assert.equal(rows[6], '.'.repeat(40));
  assert.deepEqual(image, secret());
  assert.deepEqual(at(copy, 20, 20), at(image, 20, 20));
});

test('a box that goes backwards or over the edge covers what of it is there', () => {
  const backwards = masked(secret(), { boxes: [{ x: 10, y: 8, width: -6, height: -4 }] });
  assert.deepEqual(backwards, masked(secret(), { boxes: [{ x: 4, y: 4, width: 6, height: 4 }] }));
  const over = covered(masked(secret(), { boxes: [{ x: -100, y: 28, width: 103, height: 1e9 }] }));
  assert.deepEqual([over[27], over[28], over[29]], ['.'.repeat(40), `###${'.'.repeat(37)}`, `###${'.'.repeat(37)}`]);
});

test('a stroke covers what its brush went over, a tap too', () => {
  const copy = masked(secret(), { strokes: [{ points: [{ x: 5, y: 10.5 }, { x: 30, y: 10.5 }], radius: 2 }, { points: [{ x: 35, y: 25 }], radius: 1 }] });
  const rows = covered(copy);
  assert.ok(rows[10].slice(3, 32) === '#'.repeat(29) && rows[10].endsWith('.......'));
  assert.ok(rows[8][15] === '#' && rows[12][15] === '#' && rows[7][15] === '.' && rows[13][15] === '.');
  assert.ok(rows[24][34] === '#' && rows[25][35] === '#' && rows[20][35] === '.');
  const slanted = covered(masked(secret(), { strokes: [{ points: [{ x: 0, y: 0 }, { x: 30, y: 30 }], radius: 1 }] }));
  for (let place = 0; place < 30; place += 1) assert.equal(slanted[place][place], '#');
  assert.equal(slanted[5][20], '.');
});

test('what is no number covers nothing, and how much is covered can be told', () => {
  const image = secret();
  const odd = masked(image, { boxes: [{ x: NaN, y: 0, width: 9, height: 9 }, { x: 0, y: 0, width: 0, height: 9 }], strokes: [{ points: [{ x: Infinity, y: 1 }], radius: 3 }, { points: [], radius: 1 }] });
  assert.deepEqual(odd, image);
  assert.equal(share(image, odd), 0);
  assert.equal(share(image, masked(image, { boxes: [{ x: 0, y: 0, width: 20, height: 30 }] })), 0.5);
  assert.equal(share(image, masked(image, { boxes: [{ x: -1, y: -1, width: 99, height: 99 }] })), 1);
});

/** Lines of strokes as a text has them: `size` pixels high, strokes a seventh of that wide. The same at every run. */
function text(size, { ground = 255, ink = 0, width = 480, height = 320 } = {}) {
  const stroke = Math.max(1, Math.round(size / 7));
  return picture(width, height, (x, y) => {
    const [line, within] = [Math.floor(y / (2 * size)), y % (2 * size)];
    const mark = (Math.floor(x / stroke) * 7 + Math.floor(within / stroke) * 3 + line * 5) % 4 < 2;
    const value = within < size && mark && x > size && x < width - size ? ink : ground;
    return [value, value, value, 255];
  });
}
/** Each pixel the mean of those around it. */
function blurred({ width, height, data }, radius) {
  return picture(width, height, (x, y) => {
    let [sum, count] = [0, 0];
    for (let row = Math.max(0, y - radius); row <= Math.min(height - 1, y + radius); row += 1)
      for (let column = Math.max(0, x - radius); column <= Math.min(width - 1, x + radius); column += 1) [sum, count] = [sum + data[(row * width + column) * 4], count + 1];
    return [sum / count, sum / count, sum / count, 255];
  });
}
const said = async (image) => remarks(await measure(image)).map(({ id }) => id);

test('nothing is said of a text that can be read, large or small, dark on light or light on dark', async () => {
  for (const image of [text(24), text(48), text(10), text(24, { ground: 20, ink: 200 })]) assert.deepEqual(await said(image), []);
});

test('the same blur spoils small writing and leaves large', async () => {
  assert.deepEqual(await said(blurred(text(64), 3)), []);
  assert.ok((await said(blurred(text(14), 3))).includes('blurred'));
});

test('the measure falls as it gets worse', async () => {
  const image = text(32);
  const found = [];
  for (const radius of [0, 1, 2, 4]) found.push((await measure(blurred(image, radius))).clear);
  assert.deepEqual(found, [...found].sort((one, other) => other - one));
  assert.ok(found[0] > 3 * found[3]);
});

test('what is dark, tiny or empty is remarked on', async () => {
  assert.deepEqual(await said(text(24, { ground: 25 })), ['faint']);
  assert.deepEqual(await said(text(24, { ground: 60, ink: 50 })), ['faint']);
  assert.ok((await said(text(8, { width: 120, height: 100 }))).includes('small'));
  assert.deepEqual(await said(picture(300, 300, () => [255, 255, 255, 255])), ['nothing']);
  assert.deepEqual(await said(picture(1, 1, () => BLACK)), ['small', 'nothing']);
});

test('it lets the page go on, and can be stopped', async () => {
  let now = 0;
  const stopping = new AbortController();
  stopping.abort(new Error('enough'));
  await assert.rejects(measure(text(24), { signal: stopping.signal, clock: () => (now += 10) }), /enough/);
});
