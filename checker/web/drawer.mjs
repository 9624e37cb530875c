/**
 * The theme's menu and search by keyboard, on every page once it is there (search.mjs). The theme opens both by labels, which take no focus and can have no role; in each stands a
 * button here, whose click the label passes on. What is shut is hidden by the style sheet (keyboard.css), what lies under another level of the menu is made inert here, and Escape gives the focus back.
 */

/** Up to it the theme makes a drawer of the menu, and levels that lie over one another of its lists. */
const NARROW = '(max-width: 76.234375em)';
/** What the open drawer lies over. */
const BEHIND = '.md-content, .md-sidebar--secondary, .md-footer, .md-top';

/** @param {Document} page */
export function openByKeyboard(page) {
  /** @type {(id: string) => HTMLInputElement | null} */
  const box = (id) => page.querySelector(`input#${id}`);
  /** @type {(id: string) => HTMLElement | null} */
  const inHeader = (id) => page.querySelector(`.md-header__button[for=${id}]`);
  const [drawer, search] = ['__drawer', '__search'].map(box);
  const sidebar = /** @type {HTMLElement | null} */ (page.querySelector('.md-sidebar--primary'));
  const [menuSign, searchSign] = [asButton(inHeader('__drawer'), drawer), asButton(inHeader('__search'), search)];
  if (drawer && sidebar) layLevels(sidebar, drawer);
  search?.addEventListener('change', () => search.checked && /** @type {HTMLElement} */ (page.querySelector('.md-search__input')).focus());
  const shut = ({ key, isComposing }) => {
    // Among a keyboard's candidates it means these.
    if (key !== 'Escape' || isComposing) return;
    // The theme shuts the search by itself, and leaves the focus nowhere.
    if (search?.checked) setTimeout(() => searchSign?.focus({ preventScroll: true }));
    if (!drawer?.checked) return;
    drawer.click();
    menuSign?.focus({ preventScroll: true });
  };
  page.addEventListener('keydown', shut, { capture: true });
}

/** @param {HTMLElement | null} label @param {HTMLInputElement | null} box what it opens and shuts @returns {HTMLElement | null} the button in the label */
function asButton(label, box) {
  if (!label || !box) return null;
  const sign = document.createElement('span');
  sign.setAttribute('role', 'button');
  sign.tabIndex = 0;
  sign.append(...label.childNodes);
  label.append(sign);
  label.removeAttribute('tabindex');
  const tell = () => sign.setAttribute('aria-expanded', String(box.checked));
  box.addEventListener('change', tell);
  tell();
  sign.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    label.click();
  });
  return sign;
}

/** The levels of the menu: where they lie over one another, the one on top takes the focus, and nothing below it. */
function layLevels(sidebar, drawer) {
  const narrow = globalThis.matchMedia(NARROW);
  /** @type {HTMLElement[]} */
  const labels = [...sidebar.querySelectorAll('label[for]:not([for=__drawer])')];
  const signs = labels.map((label) => ({ isStop: label.hasAttribute('tabindex'), sign: asButton(label, sidebar.querySelector(`#${label.getAttribute('for')}`)) }));
  const open = () => [...sidebar.querySelectorAll('.md-nav__toggle:checked')];
  const follow = () => {
    const covered = new Set(narrow.matches ? open().flatMap(under) : []);
    for (const each of sidebar.querySelectorAll('li, label, a')) each.toggleAttribute('inert', covered.has(each));
    for (const each of document.querySelectorAll(BEHIND)) each.toggleAttribute('inert', narrow.matches && drawer.checked);
    for (const { isStop, sign } of signs) if (sign) sign.tabIndex = narrow.matches || isStop ? 0 : -1;
  };
  const enter = () => narrow.matches && (open().pop()?.parentElement.querySelector('.md-nav') ?? sidebar).querySelector('[role=button][tabindex="0"], a[href]')?.focus({ preventScroll: true });
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
