/** What was given to a tool, for as long as the tab is open: a reload loses none of it. It goes with 清除全部, and nothing is kept where nothing is to be. Nothing here throws. */

import { PREFIX } from '../prefix.mjs';
import { Tab } from '../tab.mjs';

/** @param {string} tool by the name that stands on its page @returns {import('../components/telling.mjs').Kept} */
export function inTab(tool) {
  const key = `${PREFIX}tool.${tool}`;
  return {
    text() {
      try {
        return sessionStorage.getItem(key) ?? '';
      } catch {
        return '';
      }
    },
    keep(text) {
      try {
        if (text === '') sessionStorage.removeItem(key);
        else if (!new Tab().isOff) sessionStorage.setItem(key, text);
      } catch {
        // Full or forbidden: it stands in the field all the same.
      }
    },
  };
}
