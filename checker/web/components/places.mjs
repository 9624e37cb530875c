/** For a form that is filled in place by place: each piece of the text with a button of its own. */

import { filledIn } from './blank-words.mjs';
import { DONE, copyShown } from './copy.mjs';
import { element } from './element.mjs';

/**
 * @param {{ note: string, places: { label: string, text: string, required_by: string }[] }} form
 * @param {import('./blank-words.mjs').Value} value
 * @returns {{ place: HTMLElement, refill: () => void }} `refill` is called once something was filled in
 */
export function drawPlaces({ note, places }, value) {
  const said = element('p', { class: 'said', role: 'status' });
  const pieces = places.map(({ label, text, required_by: law }) => {
    const shown = element('pre', {}, text);
    const copy = async () => (said.textContent = `${label}：${DONE[await copyShown(shown)]}`);
    const rows = [
      element('dt', {}, label, law && element('span', { class: 'hint' }, `必填，依据${law}`)),
      element('dd', {}, shown, element('button', { type: 'button', class: 'plain', 'aria-label': `复制：${label}`, click: copy }, '复制这一格')),
    ];
    return { shown, text, rows };
  });
  const list = element('dl', {}, pieces.flatMap(({ rows }) => rows));
  return {
    place: element('details', { class: 'places' }, element('summary', {}, '网页上要一格一格填的，在这里分开复制'), element('p', { class: 'hint' }, note), list, said),
    refill: () => pieces.forEach(({ shown, text }) => (shown.textContent = filledIn(text, value))),
  };
}
