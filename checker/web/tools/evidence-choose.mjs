/** Choosing files: by a button, by dropping them, a folder where the browser can. They are read in slices, one after the other; who stops keeps those that were read. */

import { element } from '../components/element.mjs';
import { byName, rowsOf } from '../evidence/files.mjs';
import { SLICE_MS, pause } from '../evidence/slices.mjs';
import { TERMS } from '../evidence/terms.mjs';
import { refused } from '../evidence/wording.mjs';
import { isPicture, lookAt } from './evidence-picture.mjs';

const { limits, folder: names } = TERMS;
const FOLDERS_DEEP = 20;
const ENDED = { NONE: '没有选文件。', EMPTY: '文件夹里没有能放进来的文件。' };

/** @typedef {{ file: File, size: number }} Waiting */

export class Chooser {
  /** @type {Waiting[]} */
  #queue = [];
  /** @type {AbortController | null} */
  #going = null;

  /**
   * @param {HTMLElement} place @param {HTMLElement} target where files can be dropped @param {import('./evidence-folder.mjs').Folder} folder
   * @param {(item: import('./evidence-folder.mjs').Item) => void} looked a picture was looked at
   */
  constructor(place, target, folder, looked) {
    this.folder = folder;
    this.looked = looked;
    this.files = element('input', { type: 'file', id: 'files', multiple: true, change: () => this.#chosen(this.files) });
    this.whole = element('input', { type: 'file', id: 'whole-folder', webkitdirectory: true, change: () => this.#chosen(this.whole) });
    // Phones know the attribute and have no folders to choose from.
    const canFolders = 'webkitdirectory' in this.whole && matchMedia('(pointer: fine)').matches;
    this.bar = element('progress', { max: '1', value: '0', 'aria-label': '读到哪里了' });
    this.far = element('span', {});
    this.halt = element('button', { type: 'button', class: 'plain', click: () => this.#going?.abort() }, '停下');
    this.working = element('div', { class: 'working', hidden: true }, this.bar, this.far, this.halt);
    this.said = element('p', { class: 'said', role: 'status' });
    const field = (input, words) => element('div', { class: 'field' }, element('label', { for: input.id }, words), input);
    place.append(
      field(this.files, '选文件，可以一次选几份'),
      ...(canFolders ? [field(this.whole, '或者选一个文件夹，也可以拖进来')] : []),
      this.working,
      this.said,
    );
    target.addEventListener('dragover', (event) => event.preventDefault());
    target.addEventListener('drop', (event) => this.#dropped(/** @type {DragEvent} */ (event)));
  }

  get isWorking() {
    return this.#going !== null;
  }

  /** @param {string} words */
  tell(words) {
    this.said.textContent = words;
  }

  /** Looks at the pictures that nobody has looked at. */
  look() {
    return this.#work();
  }

  #chosen(input) {
    const files = [...input.files];
    // So that the same file can be chosen again.
    input.value = '';
    this.add(input === this.whole ? files.sort((one, other) => byName({ name: one.webkitRelativePath }, { name: other.webkitRelativePath })) : files);
  }

  async #dropped(event) {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = [...event.dataTransfer.files];
    try {
      this.add(entries.some(({ isDirectory }) => isDirectory) ? (await Promise.all(entries.map((entry) => filesIn(entry)))).flat() : files);
    } catch {
      this.tell('文件夹读不出来。换成选文件。');
    }
  }

  /** @param {File[]} files */
  async add(files) {
    const wanted = await sized(files.filter(({ name }) => !names.ignored.includes(name)));
    if (!wanted.length) return this.tell(files.length ? ENDED.EMPTY : ENDED.NONE);
    const all = [...this.folder.there.map(({ row }) => row), ...this.#queue, ...wanted];
    const trouble = all.length > limits.evidence ? refused('many', { most: limits.evidence }) : all.reduce((sum, { size }) => sum + size, 0) > limits.bytes ? refused('big') : null;
    if (trouble) return this.tell(`${trouble.message}。这次选的 ${wanted.length} 份没有放进来。`);
    this.#queue.push(...wanted);
    return this.#work();
  }

  async #work() {
    if (this.#going) return;
    const going = (this.#going = new AbortController());
    this.working.hidden = false;
    const count = { read: 0 };
    try {
      await this.#read(going.signal, count);
      await this.#lookAtAll(going.signal);
      if (count.read) this.tell(`${count.read} 份读完了。给每一份选上证明什么。`);
    } catch {
      const left = this.#queue.length;
      this.tell(left ? `停下了：读完的 ${count.read} 份在下面，没有读的 ${left} 份没有放进来。` : '停下了：文件读完了，图片清不清楚没有看完。不影响打包。');
      this.#queue = [];
    }
    const hadFocus = document.activeElement === this.halt;
    this.working.hidden = true;
    if (hadFocus) this.files.focus();
    this.#going = null;
  }

  async #read(signal, count) {
    let [before, isTold] = [0, false];
    while (this.#queue.length) {
      if (!isTold) this.tell('正在读文件，只在这台设备上读。');
      isTold = true;
      const [{ file, size }] = this.#queue;
      const of = before + this.#queue.reduce((sum, each) => sum + each.size, 0);
      const tell = (done) => this.#far((before + done) / Math.max(1, of), `第 ${count.read + 1} 份，共 ${count.read + this.#queue.length} 份`);
      tell(0);
      const [row] = await rowsOf([file], { signal, onProgress: tell });
      this.#queue.shift();
      before += size;
      count.read += 1;
      this.folder.add(row);
    }
  }

  async #lookAtAll(signal) {
    const open = () => this.folder.there.filter((item) => isPicture(item) && !item.picture && !item.row.problem);
    const of = open().length;
    for (let items = open(); items.length; items = open()) {
      this.#far((of - items.length) / of, `看图片清不清楚：第 ${Math.min(of, of - items.length + 1)} 张，共 ${of} 张`);
      const [item] = items;
      item.picture = await lookAt(item.row.file, signal);
      signal.throwIfAborted();
      this.looked(item);
      // What was chosen meanwhile is not kept waiting by pictures.
      if (this.#queue.length) await this.#read(signal, { read: 0 });
    }
  }

  #far(part, words) {
    this.bar.value = Math.max(0, Math.min(1, part));
    this.far.textContent = `${words}，${Math.floor(this.bar.value * 100)}%`;
  }
}

/** With their sizes: to learn one, a browser looks at the disk. @param {File[]} files @returns {Promise<Waiting[]>} */
async function sized(files) {
  const found = [];
  for (let begun = performance.now(); found.length < files.length; ) {
    const file = files[found.length];
    found.push({ file, size: file.size });
    if (performance.now() - begun < SLICE_MS / 2) continue;
    await pause();
    begun = performance.now();
  }
  return found;
}

/** All files of a folder that was dropped, by name. @param {any} entry @param {number} [deep] @returns {Promise<File[]>} */
async function filesIn(entry, deep = 0) {
  if (entry.isFile) return [await new Promise((found, failed) => entry.file(found, failed))];
  if (deep > FOLDERS_DEEP) return [];
  const reader = entry.createReader();
  const found = [];
  for (let part = [null]; part.length && found.length <= limits.evidence; ) {
    part = await new Promise((read, failed) => reader.readEntries(read, failed));
    found.push(...part);
  }
  const files = [];
  for (const each of found.sort(byName)) files.push(...(await filesIn(each, deep + 1)));
  return files;
}
