/** What verify.html does: a file is chosen, and lines tell what became of it. Names are text and never markup. */

import { TERMS } from './terms.mjs';
import { linesOf, verify } from './verify.mjs';
import { fill } from './wording.mjs';

const { verifier } = TERMS;
const byId = (id) => /** @type {any} */ (document.getElementById(id));

/** Whether a seal that somebody wrote down is that of the archive; null where nothing was typed. @param {string} typed @param {string | null} seal */
export function sealWords(typed, seal) {
  const own = typed.replace(/\s/g, '').toLowerCase();
  if (!own || !seal) return null;
  if (!/^[0-9a-f]{64}$/.test(own)) return verifier.seal_odd;
  return own === seal ? verifier.seal_same : verifier.seal_differs;
}

/** Makes the page do it. */
export function attend() {
  const [archive, seal, stop, outcome] = ['archive', 'seal', 'stop', 'outcome'].map(byId);
  /** @type {AbortController | null} */
  let checking = null;
  /** @type {import('./verify.mjs').Report | null} */
  let report = null;

  /** @param {string[]} lines @param {string} [state] */
  const tell = (lines, state = '') => {
    const paragraphs = lines.map((words) => Object.assign(document.createElement('p'), { textContent: words }));
    if (state) paragraphs[0].dataset.state = state;
    outcome.replaceChildren(...paragraphs);
  };
  const tellReport = () => {
    if (!report) return;
    const words = sealWords(seal.value, report.seal);
    tell([...linesOf(report), ...(words ? [words] : [])], report.state);
  };
  const check = async () => {
    checking?.abort();
    report = null;
    const [file] = archive.files;
    if (!file) return tell([]);
    const own = new AbortController();
    checking = own;
    stop.hidden = false;
    let done = 0;
    let told = -1;
    const onBytes = (bytes) => {
      const percent = Math.floor(((done += bytes) / file.size) * 100);
      if (percent > told) tell([fill(verifier.reading, { percent: (told = percent) })]);
    };
    tell([fill(verifier.reading, { percent: 0 })]);
    try {
      const found = await verify(file, { signal: own.signal, onBytes });
      if (checking !== own) return undefined;
      report = found;
      tellReport();
    } catch {
      // Whoever stopped it to choose another file wants to hear of the other.
      if (checking === own) tell([verifier.stopped]);
    }
    if (checking === own) stop.hidden = true;
    return undefined;
  };
  archive.addEventListener('change', check);
  seal.addEventListener('input', tellReport);
  stop.addEventListener('click', () => checking?.abort());
}
