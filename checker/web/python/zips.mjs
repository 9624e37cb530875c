/**
 * The two zips that Python imports from: its library, and our package. Memory holds everything that is usually imported, so who begins from it gets them only with the first part
 * that comes later, and would be told if Python looked for something in them before.
 */

import { arriving } from './arriving.mjs';

/** What a system says of a file that cannot be read. */
const EIO = 29;

/**
 * The zips that were left out, by the file system that they were left out of, and what puts them in, once somebody has asked for that.
 *
 * @type {WeakMap<object, { files: { path: string, address: string, usual: object }[], coming: Promise<void> | null }>}
 */
const leftOut = new WeakMap();

/** The bytes of one. Rejects where it does not come. @param {string} address @param {AbortSignal} [signal] */
export async function zip(address, signal) {
  return new Uint8Array(await (await arriving(address, signal)).arrayBuffer());
}

/**
 * In their places files that cannot be read.
 *
 * @param {any} FS Python's file system @param {Record<string, string>} places the address of each, by its place @param {() => void} wanting is called when Python would read one
 */
export function leaveOut(FS, places, wanting) {
  const files = Object.entries(places).map(([path, address]) => {
    const { node } = FS.lookupPath(path);
    const usual = node.stream_ops;
    const open = () => {
      wanting();
      throw new FS.ErrnoError(EIO);
    };
    node.stream_ops = { ...usual, open };
    return { path, address, usual };
  });
  leftOut.set(FS, { files, coming: null });
}

/** Puts them there after all: once for all who ask, and whoever gives up meanwhile finds later what has come. Rejects where they do not come. @param {any} FS */
export function putIn(FS) {
  const out = leftOut.get(FS);
  if (!out) return Promise.resolve();
  const again = (error) => {
    out.coming = null;
    throw error;
  };
  return (out.coming ??= fetched(FS, out.files).catch(again));
}

async function fetched(FS, files) {
  const contents = await Promise.all(files.map(({ address }) => zip(address)));
  files.forEach(({ path, usual }, number) => {
    FS.lookupPath(path).node.stream_ops = usual;
    FS.writeFile(path, contents[number]);
  });
  leftOut.delete(FS);
}
