/** What a tool found and its reader has ticked goes along to the checker: by the storage of this tab, and never by an address. There it is ticked once more. */

import { element } from '../components/element.mjs';
import { GIVEN } from '../given.mjs';

const FAILED = '这台浏览器不让网页记住文字，带不过去。可以先复制，到自查页再填。';
const NOT_TICKED = '还没有勾要带走的。';

/**
 * @param {import('../given.mjs').Given} given @param {string} check the checker's address @param {(address: string) => void} [go]
 * @returns {string} why it did not go, in words
 */
export function takeAlong(given, check, go = (address) => location.assign(address)) {
  try {
    sessionStorage.setItem(GIVEN, JSON.stringify(given));
  } catch {
    return FAILED;
  }
  go(check);
  return '';
}

/** A button that takes along what was ticked, with a place for what went wrong. @param {() => import('../given.mjs').Given | null} given null where nothing was ticked @param {string} check */
export function alongButton(given, check) {
  const said = element('p', { class: 'error', role: 'alert' });
  const click = () => {
    const along = given();
    said.textContent = along ? takeAlong(along, check) : NOT_TICKED;
  };
  return [element('div', { class: 'buttons' }, element('button', { type: 'button', click }, '带上勾选的，去自查')), said];
}

/** @param {string} id @param {string} words */
export function tickRow(id, words) {
  const input = element('input', { type: 'checkbox', id });
  return { input, row: element('div', { class: 'option' }, input, element('label', { for: id }, words)) };
}
