/** The folder as one archive: made, checked once more, handed to the browser. And the list of it, handed to the self-check. */

import { localDay } from '../case.mjs';
import { copyShown } from '../components/copy.mjs';
import { element } from '../components/element.mjs';
import { makeArchive } from '../evidence/archive.mjs';

import { linesOf, verify } from '../evidence/verify.mjs';
import { Refused, shown } from '../evidence/wording.mjs';
import { hostApp, offerFile } from '../take.mjs';
import { provingIn, textsOf } from './evidence-case.mjs';
import { sizeOf } from './evidence-row.mjs';
import { takeAlong } from './taking-along.mjs';

/** Beside our scripts, as the build has made it. */
const VERIFIER = new URL('../evidence/verify.txt', import.meta.url);
const COPIED = { copied: '已复制，另外存一份，比如发到自己的邮箱。', selected: '没能自动复制。已选中，长按复制，电脑上按 Ctrl+C。' };
const OLD = '列表改过了，这一包是改以前的。要用新的，就再做一次。';
const CHANGED = '文件在做包的时候变了，或者读不出来。把列表里变了的拿掉，重新选一次。';

const FROM = '凭证夹';
/** Characters of a name and of a hash in a line of a text; the archive has them whole. */
const NAME_IN_LINE = 40;
const HASH_IN_LINE = 8;

/** @typedef {{ list: string, kinds: string }} Fields where the self-check takes the list, and which kinds are there */

export class Pack {
  /** Whether what is in the folder lies in an archive that the browser was given. */
  isSafe = true;
  /** @type {AbortController | null} */
  #going = null;
  #address = '';

  /**
   * @param {HTMLElement} place @param {import('./evidence-folder.mjs').Folder} folder @param {import('./evidence-gaps.mjs').Gaps} gaps
   * @param {{ check: string, blanks: Record<string, string>, most: number, fields: Fields, notes: Element | null }} about `most`: lines that the self-check takes; `notes`: what a hash tells
   */
  constructor(place, folder, gaps, about) {
    this.folder = folder;
    this.gaps = gaps;
    this.about = about;
    this.with = element('input', { type: 'checkbox', id: 'with-texts' });
    this.offer = element('div', {}, element('div', { class: 'option' }, this.with, element('label', { for: 'with-texts' }, '带上文本：自查写好的文本和案件文件', element('span', { class: 'hint' }, '里面有你存过的名称和编号，没存的在文本里空着。只给别人看证据的，不要勾。'))));
    this.make = element('button', { type: 'button', click: () => this.#make() }, '做压缩包');
    this.halt = element('button', { type: 'button', class: 'plain', hidden: true, click: () => this.#going?.abort() }, '停下');
    this.said = element('p', { class: 'said', role: 'status' });
    this.made = element('div', { class: 'made', hidden: true });
    this.handed = element('p', { class: 'said handed', role: 'status' });
    const app = hostApp(navigator.userAgent);
    place.append(
      ...(app ? [element('p', { class: 'host' }, `${app}里多半存不下压缩包。点右上角“…”选“在浏览器打开”，到那边再选文件。`)] : []),
      this.offer,
      element('div', { class: 'buttons' }, this.make, this.halt),
      this.said,
      this.made,
      element('h3', {}, '写进要发的文本'),
      element('p', { class: 'hint' }, '把目录带去自查：一份一行，写进文本的附件。先存好压缩包再去，离开这一页，文件要重新选。'),
      element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: () => this.#hand() }, '把证据目录带去自查')),
      this.handed,
    );
    folder.subscribe(() => this.#touched());
    this.offerTexts();
  }

  /** The tick stands where there is a case. */
  offerTexts() {
    this.offer.hidden = !this.gaps?.isThere;
  }

  #touched() {
    this.isSafe = !this.folder.there.length;
    if (!this.made.hidden) this.said.textContent = OLD;
  }

  async #make() {
    if (this.#going) return;
    const going = (this.#going = new AbortController());
    this.halt.hidden = false;
    try {
      await this.#pack(going.signal);
    } catch (trouble) {
      const words = going.signal.aborted ? '停下了，没有做。' : trouble instanceof Refused ? `${trouble.message}。` : '没有做成。可能是网络断了，核对页没有下载下来。再点一次。';
      this.said.textContent = words;
    }
    if (document.activeElement === this.halt) this.make.focus();
    this.halt.hidden = true;
    this.#going = null;
  }

  async #pack(signal) {
    const { folder } = this;
    if (!folder.readable.length) return void (this.said.textContent = '还没有能放进去的文件。先选文件。');
    this.said.textContent = '正在做压缩包。';
    const wantsTexts = this.with.checked && this.gaps.isThere;
    // Asked anew: the case may have gone on in another tab.
    const own = wantsTexts ? await this.gaps.conclude() : this.gaps.case;
    if (wantsTexts && !own) return void (this.said.textContent = '自查没有得出结论，文本带不上。去掉“带上文本”再做，或者先把自查答完。');
    signal.throwIfAborted();
    const verifier = await fetched(signal);
    const evidence = folder.pieces(provingIn(own?.verdict));
    const texts = wantsTexts ? textsOf(own.verdict, own.known.file, this.about.blanks) : [];
    const caseFile = wantsTexts ? JSON.stringify(own.known.file, null, 1) : null;
    const { blob, seal, entries } = makeArchive({ evidence, texts, caseFile, verifier, now: Date.now() });
    let done = 0;
    const onBytes = (bytes) => (this.halt.textContent = `停下（核对到 ${Math.min(100, Math.floor(((done += bytes) / blob.size) * 100))}%）`);
    this.said.textContent = '做好了，正在核对一遍。';
    const report = await verify(blob, { signal, onBytes });
    this.halt.textContent = '停下';
    if (report.state !== 'same') return void (this.said.textContent = `${CHANGED}${linesOf(report).slice(1, 4).join('；')}`);
    return this.#show(blob, seal, entries.length, texts.length);
  }

  #show(blob, seal, count, texts) {
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#address = URL.createObjectURL(blob);
    const name = `证据 ${localDay(new Date())}.zip`;
    const { folder } = this;
    const unread = folder.there.length - folder.readable.length;
    const handed = element('span', { role: 'status' });
    const save = async (event) => {
      this.isSafe = true;
      handed.textContent = '已交给浏览器下载。到下载里看一眼，打开里面的 verify.html 能再核对。';
      if (!(/** @type {any} */ (navigator).standalone)) return;
      event.preventDefault();
      handed.textContent = await offerFile(name, 'application/zip', /** @type {any} */ (blob));
    };
    const link = element('a', { href: this.#address, download: name, class: 'save', click: save }, `保存压缩包（${sizeOf(blob.size)}）`);
    const code = element('code', { class: 'sum', id: 'made-seal' }, seal);
    const copied = element('span', { role: 'status' });
    const copy = async () => (copied.textContent = COPIED[await copyShown(code)]);
    this.made.replaceChildren(
      element('p', { class: 'buttons' }, link, handed),
      ...(unread ? [element('p', { class: 'error' }, `有 ${unread} 份打不开，没有放进去。`)] : []),
      element('p', { class: 'sealed' }, '总校验码（manifest.json 的 SHA-256）：', code),
      element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', click: copy }, '复制总校验码'), copied),
      ...(this.about.notes ? [this.about.notes.cloneNode(true)] : []),
    );
    this.made.hidden = false;
    const parts = `${folder.readable.length} 份证据${texts ? `、${texts} 份文本和案件文件` : ''}`;
    this.said.textContent = `做好了：${parts}，连目录和核对页一共 ${count} 个文件，核对过，都一致。`;
    link.focus();
  }

  /** The list as the archive has it: what does not leave this browser, and is asked about before anything is made of it. */
  #hand() {
    const { folder, about } = this;
    const pieces = folder.pieces(provingIn(null));
    if (!pieces.length) return void (this.handed.textContent = '还没有能写进目录的文件。先选文件。');
    if (pieces.length > about.most) return void (this.handed.textContent = `文本里的目录最多 ${about.most} 份，现在有 ${pieces.length} 份。先拿掉不用的。`);
    this.handed.textContent = takeAlong({ from: FROM, proposals: handedOver(pieces, folder.kinds, about.fields) }, about.check);
    return undefined;
  }
}

/**
 * The list as lines of a text, and each kind as proof in hand. The numbers are those of the archive, and of a hash what suffices to tell two files apart.
 *
 * @param {ReturnType<import('./evidence-folder.mjs').Folder['pieces']>} pieces @param {import('./evidence-folder.mjs').Kind[]} known
 * @param {Fields} fields @returns {import('../given.mjs').Proposed[]}
 */
export function handedOver(pieces, known, { list, kinds }) {
  const attached = (kind) => known.find(({ id }) => id === kind).attached;
  const lines = pieces.map(({ name, sha256, proves }, place) => {
    const what = proves.map(({ kind }) => attached(kind)).join('、');
    return `证据 ${place + 1}：${what ? `${what}，` : ''}“${shown(name, NAME_IN_LINE)}”，SHA-256 开头 ${sha256.slice(0, HASH_IN_LINE)}`;
  });
  const ids = [...new Set(pieces.flatMap(({ proves }) => proves.map(({ kind }) => kind)))];
  const numbersOf = (id) => pieces.flatMap(({ proves }, place) => (proves.some(({ kind }) => kind === id) ? [place + 1] : [])).join('、');
  return [{ question: list, value: lines.join('\n'), words: '' }, ...ids.map((id) => ({ question: kinds, value: id, words: `证据 ${numbersOf(id)}` }))];
}

/** @param {AbortSignal} signal */
async function fetched(signal) {
  const response = await fetch(VERIFIER, { signal });
  if (!response.ok) throw new Error(`The page that verifies: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
