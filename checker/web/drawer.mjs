/**
 * The theme's menu and search by keyboard, on every page once it is there (search.mjs). The theme opens both by labels, which take no focus; here they are buttons. What is shut is
 * hidden by the style sheet (keyboard.css), what lies under another level of the menu is made inert here, and Escape gives the focus back.
 */

/** Up to it the theme makes a drawer of the menu, and levels that lie over one another of its lists. */
const NARROW = '(max-width: 76.234375em)';
/** What the open drawer lies over. */
const BEHIND = '.md-content, .md-sidebar--secondary, .md-footer, .md-top';

/** @param {Document} page */
export function openByKeyboard(page) {
  /** @type {(id: string) => HTMLInputElement | null} */
  const box = (id) => page.querySelector(`input#${id}`);
  const sign = (id) => /** @type {HTMLElement | null} */ (page.querySelector(`.md-header__button[for=${id}]`));
  const [drawer, search] = ['__drawer', '__search'].map(box);
  const sidebar = /** @type {HTMLElement | null} */ (page.querySelector('.md-sidebar--primary'));
  for (const id of ['__drawer', '__search']) asButton(sign(id), box(id));
  if (drawer && sidebar) layLevels(sidebar, drawer);
  search?.addEventListener('change', () => search.checked && /** @type {HTMLElement} */ (page.querySelector('.md-search__input')).focus());
  const shut = ({ key, isComposing }) => {
    // Among a keyboard's candidates it means these.
    if (key !== 'Escape' || isComposing) return;
    // The theme shuts the search by itself, and leaves the focus nowhere.
    if (search?.checked) setTimeout(() => sign('__search')?.focus({ preventScroll: true }));
    if (!drawer?.checked) return;
    drawer.click();
    sign('__drawer')?.focus({ preventScroll: true });
  };
  page.addEventListener('keydown', shut, { capture: true });
}

/** @param {HTMLElement | null} label @param {HTMLInputElement | null} box what it opens and shuts */
function asButton(label, box) {
  if (!label || !box) return;
  label.setAttribute('role', 'button');
  label.tabIndex = 0;
  const tell = () => label.setAttribute('aria-expanded', String(box.checked));
  box.addEventListener('change', tell);
  tell();
  label.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    // The theme clicks labels on Enter; twice would be shut again.
    event.preventDefault();
    event.stopPropagation();
    label.click();
  });
}

/** The levels of the menu: where they lie over one another, the one on top takes the focus, and nothing below it. */
function layLevels(sidebar, drawer) {
  const narrow = globalThis.matchMedia(NARROW);
  const labels = [...sidebar.querySelectorAll('label[for]:not([for=__drawer])')].map((label) => ({ label, before: label.getAttribute('tabindex') }));
  const open = () => [...sidebar.querySelectorAll('.md-nav__toggle:checked')];
  const follow = () => {
    const covered = new Set(narrow.matches ? open().flatMap(under) : []);
    for (const each of sidebar.querySelectorAll('li, label, a')) each.toggleAttribute('inert', covered.has(each));
    for (const each of document.querySelectorAll(BEHIND)) each.toggleAttribute('inert', narrow.matches && drawer.checked);
    for (const { label, before } of labels) {
      if (narrow.matches || before !== null) label.setAttribute('tabindex', narrow.matches ? '0' : before);
      else label.removeAttribute('tabindex');
    }
  };
  const enter = () => narrow.matches && (open().pop()?.parentElement.querySelector('.md-nav') ?? sidebar).querySelector('label[tabindex="0"], a[href]')?.focus({ preventScroll: true });
  for (const { label } of labels) asButton(label, sidebar.querySelector(`#${label.getAttribute('for')}`));
  narrow.addEventListener('change', follow);
  sidebar.addEventListener('change', () => (follow(), enter()));
  drawer.addEventListener('change', () => (follow(), drawer.checked && enter()));
  follow();
  if (drawer.checked) enter();
}

/** What of its level lies under the list that this toggle opens. @param {Element} toggle */
function under(toggle) {
  const row = toggle.parentElement;
  const beside = [...row.parentElement.children].filter((each) => each !== row);
  return [...beside, ...row.querySelectorAll(':scope > label, :scope > a'), row.parentElement.previousElementSibling].filter(Boolean);
}

if (globalThis.document) openByKeyboard(document);
