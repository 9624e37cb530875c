/** How many pixels a picture says that it has, from its first bytes: known before it is opened, since to open one takes four bytes of memory for each. */

import { bytesOf } from '../evidence/slices.mjs';

/** @typedef {{ width: number, height: number }} Size */

const HEAD = 64;
/** Parts of a JPEG that stand before its size: their number has no limit of its own. */
const MOST_PARTS = 200;

/** Null where it is none of these kinds, or does not say. @param {Blob} file @returns {Promise<Size | null>} */
export async function pixelsOf(file) {
  try {
    const bytes = await bytesOf(file, 0, Math.min(file.size, HEAD));
    const view = new DataView(bytes.buffer);
    const found = isJpeg(view) ? await jpeg(file) : (png(view) ?? gif(view) ?? bmp(view) ?? webp(view));
    return found && found.width > 0 && found.height > 0 ? found : null;
  } catch {
    // It ends before it says so, or cannot be read.
    return null;
  }
}

const text = (view, at, length) => String.fromCharCode(...new Uint8Array(view.buffer, at, length));
const isJpeg = (view) => view.getUint16(0) === 0xffd8;
const png = (view) => (text(view, 1, 3) === 'PNG' && text(view, 12, 4) === 'IHDR' ? { width: view.getUint32(16), height: view.getUint32(20) } : null);
const gif = (view) => (text(view, 0, 4) === 'GIF8' ? { width: view.getUint16(6, true), height: view.getUint16(8, true) } : null);
const bmp = (view) => (text(view, 0, 2) === 'BM' ? { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) } : null);

/** @param {DataView} view @returns {Size | null} */
function webp(view) {
  if (text(view, 0, 4) !== 'RIFF' || text(view, 8, 4) !== 'WEBP') return null;
  const three = (at) => view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
  const kind = text(view, 12, 4);
  if (kind === 'VP8X') return { width: three(24) + 1, height: three(27) + 1 };
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind !== 'VP8L') return null;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** A JPEG is a row of parts, each with its length, and one of them says the size. @param {Blob} file @returns {Promise<Size | null>} */
async function jpeg(file) {
  let at = 2;
  for (let part = 0; part < MOST_PARTS && at + 10 <= file.size; part += 1) {
    const view = new DataView((await bytesOf(file, at, at + 10)).buffer);
    const mark = view.getUint16(0);
    if (mark < 0xff01) return null;
    // All but three of these sixteen begin a picture.
    if (mark >= 0xffc0 && mark <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(mark)) return { width: view.getUint16(7), height: view.getUint16(5) };
    at += mark === 0xffff ? 1 : 2 + view.getUint16(2);
  }
  return null;
}
