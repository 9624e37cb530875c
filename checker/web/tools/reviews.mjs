/** A shop's reviews, weighed by a few questions that somebody answers by looking. What they come to Python says, in words and not in a score. */

import { element } from '../components/element.mjs';
import { reading, whyNot } from '../components/telling.mjs';
import { inTab } from './in-tab.mjs';

const NOT_ANSWERED = '先选一条。拿不准的选“看不到”。';

/** @param {HTMLElement} place @param {import('../checker.mjs').Checker} checker */
export function begin(place, checker) {
  const said = /** @type {HTMLElement} */ (place.querySelector('.said'));
  const found = /** @type {HTMLElement} */ (place.querySelector('.found'));
  const kept = inTab('reviews');
  const inputs = /** @type {HTMLInputElement[]} */ ([...place.querySelectorAll('input[type=radio]')]);
  const answers = () => Object.fromEntries(inputs.filter(({ checked }) => checked).map(({ name, value }) => [name, value]));
  restore(inputs, kept.text());
  /** Stands for what was asked last; other answers make it void. */
  let asking = {};
  place.addEventListener('change', () => {
    kept.keep(JSON.stringify(answers()));
    asking = {};
    found.replaceChildren();
    said.textContent = '';
  });
  place.querySelector('.read-it').addEventListener('click', async () => {
    const given = answers();
    if (!Object.keys(given).length) return void (said.textContent = NOT_ANSWERED);
    const mine = (asking = {});
    said.textContent = checker.client.state === 'ready' ? '正在看。' : '自查程序还在准备，准备好就看，不用再点。';
    const reply = await reading(checker, 'reviews', JSON.stringify(given));
    if (mine !== asking) return;
    said.textContent = reply.kind === 'reviews' ? '' : `这次没有看成。${whyNot(reply)}选的还在，可以再点一次。`;
    if (reply.kind !== 'reviews') return;
    found.replaceChildren(element('h2', { tabindex: '-1' }, '看下来'), element('p', { class: 'lead' }, reply.text), element('ul', {}, reply.because.map((each) => element('li', {}, each))));
    found.querySelector('h2').focus();
  });
}

/** What was chosen before the page was loaded anew. @param {HTMLInputElement[]} inputs @param {string} text */
function restore(inputs, text) {
  try {
    const kept = JSON.parse(text || '{}');
    for (const input of inputs) if (kept[input.name] === input.value) input.checked = true;
  } catch {
    // Not ours: nothing was chosen.
  }
}
