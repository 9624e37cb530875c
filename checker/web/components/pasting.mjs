/** What is pasted and longer than a field takes: the beginning of it goes in where the selection is, and it is said how much. */

import { count, first, isPair } from '../code-points.mjs';

/** As one reads numbers that may be long. @param {number} number */
export const inFigures = (number) => number.toLocaleString('en-US');

const AT_ONCE = 500_000;
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** To have taken ten million characters from the clipboard is a task of its own, and they are counted in several. @param {string} text */
async function counted(text) {
  let [whole, at] = [0, 0];
  while (at < text.length) {
    await nextTask();
    // A pair of two is not taken apart.
    const end = at + AT_ONCE + (isPair(text, at + AT_ONCE - 1) ? 1 : 0);
    whole += count(text.slice(at, end));
    at = end;
  }
  await nextTask();
  return whole;
}

/**
 * What stood in the field stays. Returns what to say of it.
 *
 * @param {HTMLTextAreaElement} field @param {string} text @param {number} most characters that are read
 * @param {(whole: string, at: number) => void} put what is to stand in the field, and where one goes on writing
 */
export async function putPasted(field, text, most, put) {
  const whole = await counted(text);
  const { selectionStart: start, selectionEnd: end, value } = field;
  const [head, tail] = [value.slice(0, start), value.slice(end)];
  const room = Math.max(0, most - count(head) - count(tail));
  const taken = first(text, room);
  put(`${head}${taken}${tail}`, start + taken.length);
  const words = `贴的有 ${inFigures(whole)} 字，最多读 ${inFigures(most)} 字。`;
  if (whole <= room) return `${words}都放进来了。`;
  return `${words}${room ? `只放进来前 ${inFigures(room)} 字` : '这里已经满了，没有放进来'}，原来的还在剪贴板里。`;
}
