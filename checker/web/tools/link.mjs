/** Links in a message: under what each is registered, in large letters, and what its writing gives away. Nothing is visited, and none can be tapped here. */

import { element } from '../components/element.mjs';
import { drawMarked } from '../components/proposals.mjs';
import { Telling, cutWords } from '../components/telling.mjs';
import { inTab } from './in-tab.mjs';
import { alongButton, tickRow } from './taking-along.mjs';

const MOST = 20_000;
const FROM = '查渠道';
const TOLD = { what: /** @type {const} */ ('link'), kind: 'links', most: MOST, empty: '先贴链接，或者把整条消息贴进来。', otherwise: '也可以照指南自己查' };
/** The field of the form that a domain can stand in. */
const NAME = 'platform_name';

/** @param {HTMLElement} place @param {import('../checker.mjs').Checker} checker @param {DOMStringMap} addresses */
export function begin(place, checker, addresses) {
  const told = /** @type {HTMLElement} */ (place.querySelector('.tell'));
  const found = /** @type {HTMLElement} */ (place.querySelector('.found'));
  const telling = new Telling(told, { subscribe() {} }, checker, { ...TOLD, kept: inTab('link') });
  for (const type of ['paste', 'drop', 'beforeinput']) telling.field.addEventListener(type, (event) => telling.guard(event));
  telling.field.addEventListener('input', () => found.replaceChildren());
  told.querySelector('.read-it').addEventListener('click', async () => {
    const reply = await telling.read();
    if (!reply) return;
    found.replaceChildren(...draw(reply, addresses));
    found.querySelector('h2').focus();
  });
}

/** @param {any} reply @param {DOMStringMap} addresses */
function draw({ text, cut, more, links, look_up: lookUp, never_proves: neverProves }, { check }) {
  const grave = links.filter(({ signs }) => signs.some((sign) => sign.grave)).length;
  const ticks = links.filter(hasName).map(({ domain }, index) => ({ domain, ...tickRow(`domain-${index + 1}`, domain) }));
  const given = () => {
    const taken = ticks.filter(({ input }) => input.checked);
    return taken.length ? { from: FROM, proposals: taken.map(({ domain }) => ({ question: NAME, value: domain, words: domain })) } : null;
  };
  return [
    element('h2', { tabindex: '-1' }, headline(links.length, grave)),
    cut ? element('p', {}, cutWords(MOST)) : null,
    links.length ? null : element('p', {}, '网址要完整，例如 example.com。二维码看不出去哪里，先问清网址。'),
    links.length ? element('ol', { class: 'links' }, links.map(drawLink)) : null,
    more ? element('p', {}, `还有 ${more} 个不同的链接没有列出。分几次贴。`) : null,
    links.length ? drawMarked([...text], links.flatMap(({ spans }) => spans), '贴进来的消息') : null,
    ...(lookUp.length ? [element('h3', {}, '还能到这些地方查'), element('ul', {}, lookUp.map(drawLookUp))] : []),
    ...(neverProves.length ? [element('h3', {}, '链接说明不了的'), element('ul', {}, neverProves.map((each) => element('li', {}, each)))] : []),
    ...(ticks.length ? [element('h3', {}, '要退款，平台名称可以填'), ...ticks.map(({ row }) => row), ...alongButton(given, check)] : []),
  ].filter(Boolean);
}

/** Whether it leads to a name. A number is nobody's. @param {any} link */
const hasName = ({ domain_ascii: ascii }) => /\.[a-z][a-z0-9-]*$/.test(ascii);

/** @param {number} count @param {number} grave */
function headline(count, grave) {
  if (!count) return '没有读出链接';
  return `${count} 个链接${grave ? `，${grave} 个要当心` : '，没看出骗人的写法'}`;
}

/** @param {any} link */
function drawLink({ words, host, domain, domain_ascii: ascii, official, signs }) {
  const lead = host && domain && host.endsWith(ascii) ? host.slice(0, host.length - ascii.length) : '';
  return element(
    'li',
    {},
    element('p', { class: 'domain' }, element('bdi', {}, domain || '不是网址')),
    domain && domain !== ascii ? element('p', { class: 'hint' }, '实际是：', element('bdi', {}, ascii)) : null,
    element('p', { class: 'hint as-written' }, '写的是：', element('bdi', {}, words), ...(host && lead ? ['，去的是：', element('bdi', {}, lead, element('strong', {}, ascii))] : [])),
    official ? element('p', {}, official) : null,
    signs.length ? element('ul', {}, signs.map((sign) => element('li', { class: sign.grave ? 'grave' : null }, sign.grave ? element('strong', {}, '当心：') : null, sign.say))) : null,
    signs.length || official ? null : element('p', {}, '写法上没看出可疑的。'),
  );
}

/** @param {any} row */
const drawLookUp = ({ name, entry, tells, cannot }) => element('li', {}, element('strong', {}, name), `：${entry}。${tells}`, cannot ? element('p', { class: 'hint' }, cannot) : null);
