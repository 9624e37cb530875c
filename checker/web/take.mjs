/** Taking things along: files, paper, and what a web view inside another app cannot do. */

import { element } from './components/element.mjs';

/** WeChat and QQ show pages in a window of their own, which often neither downloads nor prints. */
export function hostApp(userAgent) {
  if (/MicroMessenger/i.test(userAgent)) return '微信';
  return /\sQQ\//i.test(userAgent) ? 'QQ' : null;
}

/** What works in that window, in words; null in a browser. */
export function hostNote(app) {
  if (!app) return null;
  return `你在${app}里打开了这一页。答题、结论、复制都能用，下载和打印多半不行。要用就先复制案件内容，再点右上角“…”选“在浏览器打开”，到那边的“我的案件”里粘贴。`;
}

/**
 * Hands a file to the browser, or where a page on an iPhone's home screen cannot download, to the sheet of the device. Whether it arrives nobody
 * tells a page, so nobody is told that it did.
 *
 * @param {string} name @param {string} type @param {string | Uint8Array} content @returns {Promise<string>} what to say of it
 */
export async function offerFile(name, type, content) {
  const whole = typeof content === 'string' ? `${type};charset=utf-8` : type;
  const parts = [/** @type {BlobPart} */ (content)];
  const { standalone } = /** @type {any} */ (navigator);
  const files = standalone ? [new File(parts, name, { type: whole })] : [];
  if (files.length && navigator.canShare?.({ files })) return handedOn(navigator.share({ files }), '没能交出去。用“复制”，或者在 Safari 里打开这一页再下载。');
  const address = URL.createObjectURL(new Blob(parts, { type: whole }));
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return handedOver();
}

/** Whether the device offers a sheet to hand a text on. */
export const canShareText = () => typeof navigator.share === 'function' && navigator.canShare?.({ text: '文' }) !== false;

/**
 * Hands a text to the sheet of the device. Where that fails, it is for the caller to give it another way.
 *
 * @param {string} text @param {() => Promise<string>} otherwise the other way, and what to say of it
 */
export async function shareText(text, otherwise) {
  const said = await handedOn(navigator.share({ text }), '');
  return said || otherwise();
}

/** What came of the sheet: chosen, closed, or not to be had. @param {Promise<void>} sharing @param {string} failed */
async function handedOn(sharing, failed) {
  try {
    await sharing;
    return '已交给你选的应用，到那里看一眼再发。';
  } catch (error) {
    return /** @type {Error} */ (error).name === 'AbortError' ? '没有交出去，文本还在这里。' : failed;
  }
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const NO_WORD = 'Word 文件这次没有做成，可能是网络断了。可以再点一次，或者用“复制”“下载 .txt”。';

/**
 * Has a Word file made and hands it over; `said` tells how far it is.
 *
 * @param {HTMLElement} said @param {string} name @param {Promise<Uint8Array | null>} making @returns {Promise<boolean>} whether there is one
 */
export async function offerWord(said, name, making) {
  said.textContent = '正在做 Word 文件。';
  const file = await making;
  said.textContent = file ? await offerFile(`${name}.docx`, WORD, file) : NO_WORD;
  return file !== null;
}

/** What is said once a file was handed over. */
export function handedOver(app = hostApp(navigator.userAgent)) {
  return app ? `${app}里多半存不下文件。没有反应的话用“复制”。` : '已交给浏览器下载，没有反应的话用“复制”。';
}

/** What is said beside the buttons that hand a file over: nothing in a browser. */
export function offerHint(app = hostApp(navigator.userAgent)) {
  return app ? `${app}里多半不能下载和打印，用“复制”。` : '';
}
