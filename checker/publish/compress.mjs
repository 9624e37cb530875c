// Compressed copies of files, for servers that hand those out. Standard input: a JSON array of [file, where its copies are kept]. The copies
// are named by content in build/, so that a second build finds them; here they are only made where they are missing.
import { readFileSync, writeFileSync, existsSync, renameSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Beyond this, the best quality takes a minute for what a reader hardly ever loads. */
const LARGE = 8_900_000;

const brotli = (whole) => {
  const quality = whole.length > LARGE ? 6 : 11;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length };
  return promisify(brotliCompress)(whole, { params });
};

const make = async (file, copy, compress) => {
  if (existsSync(copy)) return;
  writeFileSync(`${copy}.making`, await compress(readFileSync(file)));
  renameSync(`${copy}.making`, copy);
};

const jobs = JSON.parse(readFileSync(0, 'utf8')).flatMap(([file, copy]) => [
  () => make(file, `${copy}.br`, brotli),
  () => make(file, `${copy}.gz`, (whole) => promisify(gzip)(whole, { level: 9 })),
]);
// The largest first, and as many at a time as Node has threads for this.
await Promise.all(Array.from({ length: 4 }, async () => {
  for (let job = jobs.shift(); job; job = jobs.shift()) await job();
}));
