/** The page's vocabulary for tests without a browser: imported first, it is the one that the published page carries. */

import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../docs/check.md', import.meta.url), 'utf8');
const [, written] = page.match(/ data-vocabulary='([^']*)'/);

globalThis.document = /** @type {any} */ ({ querySelector: () => ({ dataset: { vocabulary: written } }) });
