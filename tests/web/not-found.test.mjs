/** The words of an address that leads nowhere. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { wordsOf } from '../../checker/web/not-found.mjs';

for (const [path, home, words] of [
  ['/wz/minor-payment/', '/', 'minor payment'],
  ['/sub/wz/%E5%8D%A1%E5%AF%86%E7%94%A8%E8%BF%87.html', '/sub/', '卡密用过'],
  ['/sub/index.html', '/sub/', ''],
  ['/a/b/index.php', '/', 'b'],
  ['/', '/', ''],
  ['/%E5%8D/', '/', 'E5 8D'],
  ['/elsewhere/tuikuan', '/sub/', 'tuikuan'],
]) {
  test(`${path} below ${home} says “${words}”`, () => assert.equal(wordsOf(path, home), words));
}
