/**
 * What reads one's own words comes once somebody begins to write them, or has begun before this page was loaded: most readers tap their way
 * through and never need it. What a tap, a paste or a key meant meanwhile is done when it is there.
 */

import { Tab, WORDS } from './tab.mjs';

/** A field takes as much at once; more would hold up the page for seconds. */
export const MOST = 20_000;
const FAILED = '这一步没能下载，可能是网络断了。写的还在，照着题答也一样。';

/** What an event is about to put into a field. @param {any} event */
export const pastedText = ({ clipboardData, dataTransfer, data }) => (clipboardData ?? dataTransfer)?.getData('text/plain') || data || '';

/**
 * @param {HTMLElement} root @param {import('./state.mjs').PageState} state
 * @param {(module: typeof import('./own-words.mjs')) => import('./own-words.mjs').OwnWords} make called once
 */
export function hear(root, state, make) {
  /** @type {Promise<import('./own-words.mjs').OwnWords | null> | null} */
  let coming = null;
  const fetch = () => (coming ??= import('./own-words.mjs').then(make).catch((error) => (console.warn(error), (coming = null))));
  for (const place of root.querySelectorAll('.tell')) {
    const withIt = async (act) => {
      const own = await fetch();
      if (own) act(own);
      else place.querySelector('.said').textContent = FAILED;
    };
    place.addEventListener('focusin', fetch);
    place.addEventListener('input', (/** @type {any} */ { target }) => {
      // Kept at once: what reads it may take its time to come.
      if (target.dataset.words) new Tab().keepWords(target.dataset.words, state.kept.id, target.value);
      fetch();
    });
    place.addEventListener('click', ({ target }) => /** @type {Element} */ (target).closest('.read-it') && withIt((own) => own.read(place)));
    for (const type of ['paste', 'drop', 'beforeinput']) {
      place.addEventListener(type, (event) => {
        const text = pastedText(event);
        if (text.length <= MOST) return;
        event.preventDefault();
        withIt((own) => own.put(place, text));
      });
    }
  }
  try {
    if (Object.keys(sessionStorage).some((key) => key.startsWith(WORDS))) fetch();
  } catch {
    // What cannot be reached holds nothing of ours.
  }
}
