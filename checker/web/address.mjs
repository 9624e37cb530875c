/** The address names what is on view, and never an answer; the history knows whence one came and where a detour leads back to. */

/**
 * @typedef {object} Detour from where it was already to what has to be answered once more
 * @property {boolean} [editing] what follows it is answered already
 * @property {import('./components/detour.mjs').Where} [back] where of the conclusion it began
 */

/** The name of what is on view, as the address has it; null where the address has none of ours. */
export function nameInAddress() {
  return location.hash.startsWith('#/') ? location.hash.slice(2) : null;
}

/** @returns {Detour} */
export function detour() {
  const { editing, back } = history.state ?? {};
  return { editing, back };
}

/** `way` goes along from page to page until it has come back. @param {string} name @param {Detour} way */
export function enter(name, way) {
  history.pushState({ ...way, from: nameInAddress() }, '', `#/${name}`);
}
