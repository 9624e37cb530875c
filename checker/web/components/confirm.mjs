/** Asking once more before something goes that cannot be brought back. */

import { element } from './element.mjs';

/**
 * Asks in `place`, where nothing stands otherwise. The focus goes to the first way on, which the words describe; not going on brings it
 * back to where it was.
 *
 * @param {HTMLElement} place
 * @param {string} words what would be lost
 * @param {{ label: string, act: () => void, loses?: boolean }[]} ways those that lose something are red
 * @param {string} stay what it says on the button that changes nothing
 */
export function confirm(place, words, ways, stay) {
  const before = /** @type {HTMLElement} */ (document.activeElement);
  const end = (act) => () => (place.replaceChildren(), act());
  const id = `${place.id}-words`;
  const button = (label, act, kind) => element('button', { type: 'button', class: kind, 'aria-describedby': id, click: end(act) }, label);
  const buttons = ways.map(({ label, act, loses }) => button(label, act, loses ? 'danger' : null));
  const stays = button(stay, () => before.isConnected && before.focus(), 'plain');
  place.replaceChildren(element('p', { id }, words), element('div', { class: 'buttons' }, buttons, stays));
  (buttons[0] ?? stays).focus();
}
