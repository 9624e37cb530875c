/** On the table of rules: what is typed leaves the rows that speak of it. Without scripts the whole table is there and no field. */

/**
 * Which of the texts speak of what was typed: those that have every word of it. If none has, those that share two characters in a row with it, since
 * nobody types the words of a table.
 *
 * @param {string[]} texts
 * @param {string} typed
 * @returns {{ found: boolean[], close: boolean }} `close`: nothing fits exactly
 */
export function matching(texts, typed) {
  const words = typed.toLowerCase().split(/[\s，。、]+/).filter(Boolean);
  const small = texts.map((text) => text.toLowerCase());
  const exact = small.map((text) => words.every((word) => text.includes(word)));
  if (exact.some(Boolean)) return { found: exact, close: false };
  const pairs = words.flatMap((word) => [...word].slice(1).map((character, index) => [...word][index] + character));
  return { found: small.map((text) => pairs.some((pair) => text.includes(pair))), close: true };
}

/** @param {ParentNode} page */
export function filter(page) {
  const place = /** @type {HTMLElement | null} */ (page.querySelector('.rule-filter'));
  if (!place) return;
  const [field, said, none] = [place.querySelector('input'), place.querySelector('[role=status]'), /** @type {HTMLElement} */ (place.querySelector('.rule-none'))];
  const rows = /** @type {HTMLElement[]} */ ([...page.querySelectorAll('[data-words]')]);
  const show = () => {
    const { found, close } = matching(rows.map((row) => row.dataset.words), field.value);
    rows.forEach((row, index) => (row.hidden = !found[index]));
    for (const group of page.querySelectorAll('.rule-table tbody')) /** @type {HTMLElement} */ (group).hidden = !group.querySelector('[data-words]:not([hidden])');
    const count = found.filter(Boolean).length;
    none.hidden = count > 0;
    said.textContent = field.value.trim() && count ? `${rows.length} 条里有 ${count} 条${close ? '沾边，没有一模一样的' : ''}。` : '';
  };
  field.addEventListener('input', show);
  place.hidden = false;
  // What the browser has put there by itself.
  if (field.value) show();
}

if (globalThis.document) filter(document);
