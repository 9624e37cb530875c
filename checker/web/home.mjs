/**
 * On the home page: what somebody writes there goes along to the checker, by the storage of this tab and never by an address. Nothing is read here and
 * nothing is fetched; who has no scripts sees a link and no field.
 */

import { first } from './code-points.mjs';
import { putPasted } from './components/pasting.mjs';
import { MOST, pastedText } from './hearing.mjs';
import { atHome, hand, keepHome } from './words.mjs';

const FAILED = '这台浏览器不让网页记住文字，带不过去。先复制，到自查页再贴。';

/** @param {ParentNode} page @param {(address: string) => void} go */
export function listen(page, go = (address) => location.assign(address)) {
  const place = /** @type {HTMLElement | null} */ (page.querySelector('.tell-first'));
  if (!place) return;
  const [field, button, said] = [place.querySelector('textarea'), place.querySelector('button'), place.querySelector('[role=status]')];
  for (const type of ['paste', 'drop', 'beforeinput']) {
    field.addEventListener(type, (event) => {
      const text = pastedText(event);
      if (text.length <= MOST) return;
      event.preventDefault();
      putPasted(field, text, MOST, (whole, at) => {
        field.value = whole;
        field.setSelectionRange(at, at);
        keepHome(whole);
      }).then((words) => (said.textContent = words));
    });
  }
  for (const type of ['input', 'change']) field.addEventListener(type, () => keepHome(field.value));
  // What the browser has put there by itself is what was written last.
  field.value ||= atHome();
  button.addEventListener('click', () => {
    const text = first(field.value, MOST).trim();
    if (text && !hand(text)) return void (said.textContent = FAILED);
    keepHome('');
    go(place.dataset.check);
  });
  button.disabled = false;
}

if (globalThis.document) listen(document);
