/** What the page puts into a field and sends is what Python reads of it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { MOST as OF_A_CHAT } from '../../checker/web/components/chat.mjs';
import { MOST } from '../../checker/web/hearing.mjs';

const longest = (name) => Number(/^LONGEST\b[^=]* = ([\d_]+)$/m.exec(readFileSync(new URL(`../../checker/read/${name}.py`, import.meta.url), 'utf8'))[1].replaceAll('_', ''));

test('a story, a reply and a chat are cut where Python cuts them', () => {
  assert.deepEqual([MOST, OF_A_CHAT], [longest('passage'), longest('chat')]);
});
