/** Pictures, opened without an address, so that the policy of the page stays as it is: how large, whether they can be read, and copies with parts covered. */

import { masked } from '../evidence/mask.mjs';
import { measure, remarks } from '../evidence/readable.mjs';
import { pause } from '../evidence/slices.mjs';
import { inFigures } from '../components/pasting.mjs';
import { pixelsOf } from './evidence-pixels.mjs';

/** Pixels of a picture that is opened: to open it takes four bytes for each, and phones end a page that takes much more. */
const MOST_PIXELS = 50_000_000;
/** Pixels that are looked at to tell whether it can be read: of a longer one, the middle. */
const LOOKED_AT = 16_000_000;
/** Pixels that are drawn or read back at once. */
const AT_ONCE = 500_000;
/** What a JPEG is written with: small print stays as it was. */
const QUALITY = 0.92;

const BROKEN = '这张图打不开：文件坏了，或者浏览器不认识这种格式。原文件照样放进压缩包。';
const TOO_LARGE = (width, height) => `这张图有 ${inFigures(width)} × ${inFigures(height)} 像素，太大，这里不打开。原文件照样放进压缩包。`;
const NO_MEMORY = '这台设备放不下这么大的图，没法遮。换电脑，或者先截出要用的一部分。';
const NOT_WRITTEN = '这张图没能写成副本，可能是内存不够。关掉别的网页再试一次。';

/** What is said to the reader where a picture cannot be used. */
export class NoPicture extends Error {
  name = 'NoPicture';
}

/** @param {{ row: { type: string } }} item */
export const isPicture = ({ row }) => row.type.startsWith('image/');

/** Opened, if that can be afforded. Whoever gets it closes it. @param {Blob} file @param {{ part?: boolean }} [wish] `part`: the middle is enough @returns {Promise<{ bitmap: ImageBitmap, width: number, height: number }>} */
async function opened(file, { part = false } = {}) {
  const known = await pixelsOf(file);
  if (known && known.width * known.height > MOST_PIXELS) throw new NoPicture(TOO_LARGE(known.width, known.height));
  try {
    const whole = await createImageBitmap(file);
    const { width, height } = whole;
    if (width * height > MOST_PIXELS) {
      whole.close();
      throw new NoPicture(TOO_LARGE(width, height));
    }
    const rows = Math.max(1, Math.floor(LOOKED_AT / width));
    if (!part || rows >= height) return { bitmap: whole, width, height };
    const bitmap = await createImageBitmap(whole, 0, Math.floor((height - rows) / 2), width, rows);
    whole.close();
    return { bitmap, width, height };
  } catch (trouble) {
    throw trouble instanceof NoPicture ? trouble : new NoPicture(BROKEN);
  }
}

/** What is to be known of a picture. Rejects with the signal's reason alone. @param {Blob} file @param {AbortSignal} signal @returns {Promise<{ width: number, height: number, words: string[] }>} */
export async function lookAt(file, signal) {
  let picture;
  try {
    picture = await opened(file, { part: true });
  } catch (trouble) {
    const known = await pixelsOf(file);
    return { width: known?.width ?? 0, height: known?.height ?? 0, words: [trouble.message] };
  }
  const { bitmap, width, height } = picture;
  try {
    const data = await pixelsIn(bitmap, signal);
    const found = await measure({ width: bitmap.width, height: bitmap.height, data }, { signal });
    return { width, height, words: remarks(found).map(({ words }) => `${words}。`) };
  } finally {
    bitmap.close();
  }
}

/** All of its pixels, read back in bands so that the page goes on. @param {ImageBitmap} bitmap @param {AbortSignal} signal */
async function pixelsIn(bitmap, signal) {
  const { width, height } = bitmap;
  const all = new Uint8ClampedArray(4 * width * height);
  for (const [top, rows] of bands(width, 0, height)) {
    const context = contextOf(width, rows);
    context.drawImage(bitmap, 0, top, width, rows, 0, 0, width, rows);
    all.set(context.getImageData(0, 0, width, rows).data, 4 * width * top);
    await pause();
    signal.throwIfAborted();
  }
  return all;
}

function* bands(width, from, to) {
  const most = Math.max(1, Math.floor(AT_ONCE / width));
  for (let top = from; top < to; top += most) yield [top, Math.min(most, to - top)];
}

/** @param {number} width @param {number} height */
function contextOf(width, height) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
}

/** As it is shown: at most so many pixels wide, and never larger than it is. @param {Blob} file @param {number} most */
export async function view(file, most) {
  const { bitmap, width, height } = await opened(file);
  const scale = Math.min(1, most / width, Math.sqrt(4_000_000 / (width * height)));
  const context = contextOf(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  context.drawImage(bitmap, 0, 0, context.canvas.width, context.canvas.height);
  bitmap.close();
  return { canvas: context.canvas, width, height };
}

/**
 * A new file with these parts covered, made of the pixels that are seen and nothing else: no place, no small picture of the whole comes along.
 *
 * @param {File} file @param {string} name of the new one, without its ending @param {string} type @param {import('../evidence/mask.mjs').Box[]} boxes @returns {Promise<File>}
 */
export async function covered(file, name, type, boxes) {
  const { bitmap, width, height } = await opened(file);
  const context = contextOf(width, height);
  const isJpeg = type === 'image/jpeg';
  try {
    if (!context || !holds(context)) throw new NoPicture(NO_MEMORY);
    context.drawImage(bitmap, 0, 0);
  } finally {
    bitmap.close();
  }
  const [first, last] = [Math.min(...boxes.map(({ y }) => y)), Math.max(...boxes.map(({ y, height: rows }) => y + rows))];
  for (const [top, rows] of bands(width, first, Math.min(last, height))) {
    const inBand = boxes.map((box) => ({ ...box, y: box.y - top }));
    const { data } = masked(context.getImageData(0, top, width, rows), { boxes: inBand });
    context.putImageData(new ImageData(data, width, rows), 0, top);
    await pause();
  }
  const blob = await new Promise((done) => context.canvas.toBlob(done, isJpeg ? 'image/jpeg' : 'image/png', QUALITY));
  // The memory of a canvas is given back at once, and not when somebody comes to sweep.
  context.canvas.width = context.canvas.height = 0;
  if (!blob) throw new NoPicture(NOT_WRITTEN);
  return new File([blob], `${name}.${isJpeg ? 'jpg' : 'png'}`, { type: blob.type, lastModified: Date.now() });
}

/** A canvas that is larger than a device can have draws nothing and does not say so. @param {CanvasRenderingContext2D} context */
function holds(context) {
  const { width, height } = context.canvas;
  try {
    context.fillRect(width - 1, height - 1, 1, 1);
    const isThere = context.getImageData(width - 1, height - 1, 1, 1).data[3] === 255;
    context.clearRect(width - 1, height - 1, 1, 1);
    return isThere;
  } catch {
    return false;
  }
}
