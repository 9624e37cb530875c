/** Making elements. What readers typed only ever becomes text, so nothing here takes markup. */

/** An element with attributes and children; strings become text, and what is null, undefined or false is left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(attribute, value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(attribute, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Words for those who hear the page and do not see it. */
export const unseen = (words) => element('span', { class: 'unseen' }, words);
