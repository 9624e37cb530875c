/** What has to be mended before the reader can go on, all of it at once, above the questions. */

import { element } from './element.mjs';

/**
 * Shows the errors `{field, message}` in `place` and takes the focus there. A chosen one goes to `choose(field)`.
 * `hasField` says whether an error has a field to lead to; the others are words only.
 */
export function showErrors(place, errors, { hasField, choose }) {
  const items = errors.map(({ field, message }) => {
    // The address is for the status bar only: following it would replace the page's name in the address.
    const follow = (event) => (event.preventDefault(), choose(field));
    return element('li', { 'data-field': field }, hasField(field) ? element('a', { href: `#${field}`, click: follow }, message) : message);
  });
  const heading = element('h2', { id: 'errors', 'data-words': true }, '有问题', element('wbr'), '需要处理');
  // It takes the focus and is heard by that; as an alert it would be heard twice.
  const summary = element('div', { class: 'error-summary', role: 'group', tabindex: '-1', 'aria-labelledby': 'errors', 'aria-describedby': 'errors-list' }, heading, element('ul', { id: 'errors-list' }, items));
  place.replaceChildren(summary);
  summary.scrollIntoView();
  summary.focus({ preventScroll: true });
}
