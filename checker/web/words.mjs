/**
 * What was written in one's own words, for as long as the tab is open: the story, the reply that came, the chat. It is no part of the case and of its
 * file, so each lies under a key of its own, with the case that it belongs to. Nothing here throws.
 */

import { HOME, Tab, WORDS } from './tab.mjs';

/** @typedef {import('./tab.mjs').Kind} Kind */

/** What the home page hands over. It begins like the others, so that the checker looks at once. */
export const HANDED = `${WORDS}handed`;

const storage = () => globalThis.sessionStorage;

/** What was written for this case, or before there was one. @param {Kind} kind @param {string} id the case @param {boolean} isEmpty nothing of it is answered yet */
export function wordsOf(kind, id, isEmpty) {
  try {
    const { of, text } = JSON.parse(storage().getItem(WORDS + kind) ?? '{}');
    return typeof text === 'string' && (of === id || isEmpty) ? text : '';
  } catch {
    return '';
  }
}

/** What stands in the field of the home page, until it is handed over. @param {string} text */
export function keepHome(text) {
  try {
    if (text === '') storage().removeItem(HOME);
    else if (!new Tab().isOff) storage().setItem(HOME, text);
  } catch {
    // It stands in the field all the same.
  }
}

/** What stood there before the page was loaded anew. */
export function atHome() {
  try {
    return storage().getItem(HOME) ?? '';
  } catch {
    return '';
  }
}

/** For the home page. Returns whether the checker will find it. @param {string} text */
export function hand(text) {
  try {
    storage().setItem(HANDED, text);
    return true;
  } catch {
    return false;
  }
}

/** What the home page has handed over, which is gone from there by that. */
export function takeHanded() {
  try {
    const text = storage().getItem(HANDED) ?? '';
    storage().removeItem(HANDED);
    return text;
  } catch {
    return '';
  }
}
