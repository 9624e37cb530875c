/**
 * Texts counted as Python counts them, by code points: an emoji is one character there and two for a script. What may have ten million characters is
 * counted without making a list of it.
 *
 * @typedef {[number, number]} Span from, to; `to` is the first one after it
 */

/** Whether the character that begins there is two for a script. @param {string} text @param {number} at */
export const isPair = (text, at) => (text.codePointAt(at) ?? 0) > 0xffff;

/** How many characters a text has. @param {string} text */
export function count(text) {
  let found = 0;
  for (let at = 0; at < text.length; at += isPair(text, at) ? 2 : 1) found += 1;
  return found;
}

/** At most so many of them, from the beginning. @param {string} text @param {number} most */
export function first(text, most) {
  if (text.length <= most) return text;
  let at = 0;
  for (let found = 0; found < most && at < text.length; found += 1) at += isPair(text, at) ? 2 : 1;
  return text.slice(0, at);
}

/** In order, each inside the text, none touching another. @param {Span[]} spans @param {number} length @returns {Span[]} */
function merged(spans, length) {
  /** @type {Span[]} */
  const found = [];
  const inside = (at) => Math.max(0, Math.min(at, length));
  for (const [from, to] of [...spans].map(([one, other]) => /** @type {Span} */ ([inside(one), inside(other)])).sort((one, other) => one[0] - other[0])) {
    const last = found[found.length - 1];
    if (to <= from) continue;
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

/** The text in pieces, those inside of a span marked. @param {string[]} points the text, a character each @param {Span[]} spans @returns {{ words: string, isMarked: boolean }[]} */
export function pieces(points, spans) {
  const piece = (from, to, isMarked) => ({ words: points.slice(from, to).join(''), isMarked });
  let at = 0;
  const found = merged(spans, points.length).flatMap(([from, to]) => {
    const before = piece(at, from, false);
    at = to;
    return [before, piece(from, to, true)];
  });
  return [...found, piece(at, points.length, false)].filter(({ words }) => words);
}

/** The pieces without the middle of long ones between the marks, which says so. @param {{ words: string, isMarked: boolean }[]} all @param {number} around characters that stay on either side */
export function aroundMarks(all, around) {
  return all.map((piece) => {
    const points = piece.isMarked || piece.words.length <= 2 * around ? [] : [...piece.words];
    return points.length <= 2 * around ? piece : { ...piece, words: `${points.slice(0, around).join('')}……${points.slice(-around).join('')}` };
  });
}

/** The words at these places on one line, not too many of them. @param {string[]} points the text, a character each @param {Span[]} spans */
export function wordsAt(points, spans, most = 60) {
  const words = merged(spans, points.length).map(([from, to]) => points.slice(from, to).join('').replace(/\s+/g, ' ').trim());
  return shortened(words.join('……'), most);
}

/** Nothing is left out without saying so. @param {string} words @param {number} most */
export const shortened = (words, most) => (count(words) <= most ? words : `${first(words, most - 2)}……`);
