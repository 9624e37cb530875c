/** The evidence folder: choosing files, covering parts of pictures, holding them against one's case, one archive of it all, and checking an archive. Nothing leaves the page. */

import { attend } from '../evidence/verify-page.mjs';
import { Brush } from './evidence-brush.mjs';
import { Chooser } from './evidence-choose.mjs';
import { Folder } from './evidence-folder.mjs';
import { Gaps } from './evidence-gaps.mjs';
import { ListView } from './evidence-list.mjs';
import { Pack } from './evidence-pack.mjs';

/** Python comes for who holds it against a case. */
export const asksLater = true;

/**
 * Makes the page do it. What it knows of law stands in the attributes of `place`.
 *
 * @param {HTMLElement} place @param {{ ask: (kind: string, payload: object) => Promise<any> }} checker @param {DOMStringMap} addresses of the pages that it leads to
 */
export function begin(place, checker, { check }) {
  const { kinds, blanks, fields, most } = place.dataset;
  const part = (name) => /** @type {HTMLElement} */ (place.querySelector(`.${name}`));
  const folder = new Folder(JSON.parse(kinds));
  /** @type {Brush | null} */
  let open = null;
  /** @type {Pack | undefined} */
  let pack;
  const chooser = new Chooser(part('chooser'), place, folder, (item) => list.drawPicture(item));
  const list = new ListView(part('files'), folder, (item, where) => {
    open?.place.replaceChildren();
    const heading = /** @type {HTMLElement} */ (where.parentElement.parentElement.querySelector('h3'));
    open = new Brush(where, item, folder, {
      made: (copy) => {
        list.show(copy);
        chooser.tell('副本做好了，排在原图后面。');
        chooser.look();
      },
      closed: () => heading.focus(),
    });
    open.open();
  });
  const gaps = new Gaps(part('gaps'), folder, checker, { check, changed: () => pack?.offerTexts() });
  pack = new Pack(part('pack'), folder, gaps, { check, blanks: JSON.parse(blanks), most: Number(most), fields: JSON.parse(fields), notes: document.querySelector('.what-it-shows ul') });
  attend();
  const { waiting } = folder;
  if (waiting) chooser.tell(`网页不留文件，刷新以后要重新选。上次给 ${waiting} 份选过证明什么、画过框，选回同样的文件，就自动补上。`);
  window.addEventListener('beforeunload', (event) => {
    if (pack.isSafe && !chooser.isWorking) return;
    event.preventDefault();
    // What a Chromium before 119 looks at.
    event.returnValue = true;
  });
}
