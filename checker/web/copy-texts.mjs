/** A copy button under every text of the reading pages that is there to be copied. */

import { copyShown } from './components/copy.mjs';
import { element } from './components/element.mjs';

const DONE = { copied: '已复制。', selected: '没能自动复制。已选中，长按复制，电脑上按 Ctrl+C。' };

/** @param {ParentNode} page */
export function addButtons(page) {
  for (const text of page.querySelectorAll('pre.to-copy')) {
    if (text.closest('.with-copy')) continue;
    const said = element('span', { role: 'status' });
    const copy = async () => (said.textContent = DONE[await copyShown(text)]);
    const frame = element('div', { class: 'with-copy' });
    text.replaceWith(frame);
    frame.append(text, element('p', {}, element('button', { type: 'button', click: copy }, '复制'), said));
  }
}

if (globalThis.document) addButtons(document);
