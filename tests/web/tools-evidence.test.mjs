/** The folder of evidence without a page: its order, what is remembered of it, boxes over a picture, sizes of pictures, what a case asks for. */

import assert from 'node:assert/strict';
import test from 'node:test';

globalThis.document ??= /** @type {any} */ ({ querySelector: () => ({ dataset: { vocabulary: JSON.stringify({ blank: ['【请填写：', '】'] }) } }) });

const { makeArchive } = await import('../../checker/web/evidence/archive.mjs');
const { rowsOf } = await import('../../checker/web/evidence/files.mjs');
const { verify } = await import('../../checker/web/evidence/verify.mjs');
const { Boxes } = await import('../../checker/web/tools/evidence-boxes.mjs');
const { askedFor, concluded, knownCases, provingIn, textsOf } = await import('../../checker/web/tools/evidence-case.mjs');
const { Folder } = await import('../../checker/web/tools/evidence-folder.mjs');
const { pixelsOf } = await import('../../checker/web/tools/evidence-pixels.mjs');
const { sizeOf } = await import('../../checker/web/tools/evidence-row.mjs');
const { Tab } = await import('../../checker/web/tab.mjs');

const KINDS = [
  { id: 'order', name: '订单截图、订单编号', proves: '买了什么', how: '截图' },
  { id: 'payment', name: '支付记录', proves: '付了多少', how: '账单' },
];

/** As a browser has it. */
class Kept {
  constructor(all = {}) {
    Object.assign(this, all);
  }
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key, value) {
    this[key] = String(value);
  }
  removeItem(key) {
    delete this[key];
  }
}

const file = (name, content) => new File([content], name, { lastModified: Date.UTC(2026, 10, 20) });
async function folderOf(contents, storage = new Kept()) {
  const folder = new Folder(KINDS, () => /** @type {any} */ (storage));
  for (const row of await rowsOf(contents.map((content, place) => file(`${place + 1}.txt`, content)))) folder.add(row);
  return folder;
}
const names = (folder) => folder.there.map(({ row }) => row.name.replace('.txt', '')).join('');

test('files move one place at a time among those that are there', async () => {
  const folder = await folderOf(['a', 'b', 'c', 'd']);
  const [one, two, , four] = folder.items;
  assert.equal(folder.move(one, -1), false);
  assert.equal(folder.move(four, 1), false);
  folder.take(two, true);
  assert.equal(names(folder), '134');
  assert.equal(folder.move(one, 1), true);
  assert.equal(names(folder), '314');
  folder.move(four, -1);
  assert.equal(names(folder), '341');
  folder.take(two, false);
  assert.deepEqual([...names(folder)].sort(), ['1', '2', '3', '4']);
});

test('the same content is told by the number of the first that is there', async () => {
  const folder = await folderOf(['a', 'b', 'a', 'a']);
  const same = () => folder.there.map((item) => folder.places().get(item)?.same);
  assert.deepEqual(same(), [null, null, 1, 1]);
  folder.take(folder.items[0], true);
  assert.deepEqual(same(), [null, null, 2]);
});

test('whoever shows it hears of every change that gives another archive', async () => {
  const folder = await folderOf(['a', 'b']);
  let heard = 0;
  folder.subscribe(() => void (heard += 1));
  const [one] = folder.items;
  folder.choose(one, 'order', true);
  folder.move(one, 1);
  folder.take(one, true);
  assert.equal(heard, 3);
  folder.keepBoxes(one, [{ x: 0, y: 0, width: 1, height: 1 }]);
  folder.move(folder.there[0], 1);
  assert.equal(heard, 3);
});

test('what was said of a file comes back with the file, and nothing that is not said again', async () => {
  const storage = new Kept();
  const folder = await folderOf(['a', 'b'], storage);
  const box = { x: 1, y: 2, width: 3, height: 4 };
  folder.choose(folder.items[0], 'payment', true);
  folder.keepBoxes(folder.items[1], [box]);
  const kept = JSON.stringify(storage);
  assert.ok(!kept.includes('1.txt') && kept.includes('payment'));
  const again = new Folder(KINDS, () => /** @type {any} */ (storage));
  assert.equal(again.waiting, 2);
  const rows = await rowsOf([file('other name', 'a'), file('x', 'c'), file('y', 'b')]);
  const items = rows.map((row) => again.add(row));
  assert.deepEqual(items.map(({ kinds }) => [...kinds]), [['payment'], [], []]);
  assert.deepEqual(again.boxesOf(items[2]), [box]);
  assert.equal(again.waiting, 0);
  again.choose(items[0], 'payment', false);
  again.keepBoxes(items[2], []);
  assert.equal(new Folder(KINDS, () => /** @type {any} */ (storage)).waiting, 0);
});

test('nothing is kept where nothing is to be, and what others have written does no harm', async () => {
  const storage = new Kept();
  new Tab(() => /** @type {any} */ (storage)).turnOff();
  const folder = await folderOf(['a'], storage);
  folder.choose(folder.items[0], 'order', true);
  assert.deepEqual(Object.keys(storage), ['anxinmai.tab']);
  for (const text of ['[', '{"v":1}', '{"v":2,"said":[]}', '{"v":1,"said":[["x",{"kinds":3}]]}', '{"v":1,"said":[["x",{"kinds":[],"boxes":[{"x":"1"}]}]]}', 'null']) {
    const found = new Folder(KINDS, () => /** @type {any} */ (new Kept({ 'anxinmai.evidence': text })));
    assert.equal(found.waiting, 0, text);
  }
  const blocked = new Folder(KINDS, () => {
    throw new DOMException('no');
  });
  const [row] = await rowsOf([file('1', 'a')]);
  blocked.choose(blocked.add(row), 'order', true);
  assert.deepEqual([...blocked.items[0].kinds], ['order']);
});

test('an archive has the files in their order with what they prove, and without what cannot be read', async () => {
  const folder = await folderOf(['a', 'b']);
  const [one, two] = folder.items;
  folder.choose(one, 'payment', true);
  folder.choose(one, 'order', true);
  folder.choose(one, 'nothing', true);
  const copy = folder.add((await rowsOf([file('copy', 'c')]))[0], { after: one, kinds: one.kinds, original: { name: '1.txt', sha256: one.row.sha256 ?? '' } });
  folder.add({ ...two.row, sha256: null, problem: '打不开' });
  folder.take(two, true);
  const pieces = folder.pieces(({ proves }) => `${proves}。`);
  assert.deepEqual(pieces.map(({ name, proves }) => [name, proves.map(({ kind, fact }) => `${kind} ${fact}`)]), [
    ['1.txt', ['order 买了什么。', 'payment 付了多少。']],
    ['copy', ['order 买了什么。', 'payment 付了多少。']],
  ]);
  assert.deepEqual(pieces[1].maskedCopyOf, copy.original);
  const { blob, entries } = makeArchive({ evidence: pieces, verifier: new Uint8Array(3), now: 0 + Date.UTC(2026, 10, 29) });
  const report = await verify(blob);
  assert.deepEqual([report.state, report.same], ['same', entries.length]);
});

test('boxes are whole pixels inside of the picture, and every step can be gone back', () => {
  const boxes = new Boxes(100, 50);
  assert.equal(boxes.draw({ x: 30.5, y: 20.2 }, { x: 10.4, y: 10.9 }), 0);
  assert.deepEqual(boxes.all[0], { x: 10, y: 10, width: 21, height: 11 });
  assert.equal(boxes.draw({ x: -20, y: -20 }, { x: 300, y: 5 }), 1);
  assert.deepEqual(boxes.all[1], { x: 0, y: 0, width: 100, height: 5 });
  for (const [one, other] of [[{ x: 5, y: 5 }, { x: 5.4, y: 30 }], [{ x: 120, y: 5 }, { x: 150, y: 9 }], [{ x: -9, y: -9 }, { x: 0, y: 9 }]]) assert.equal(boxes.draw(one, other), -1);
  boxes.change(0, { x: 95, width: 20 });
  assert.deepEqual(boxes.all[0], { x: 95, y: 10, width: 5, height: 11 });
  boxes.change(0, { x: Number.NaN, width: 0, height: -3 });
  assert.deepEqual(boxes.all[0], { x: 0, y: 10, width: 1, height: 1 });
  boxes.drop(1);
  assert.equal(boxes.isWhole, false);
  boxes.change(0, { x: 0, y: 0, width: 500, height: 500 });
  assert.equal(boxes.isWhole, true);
  for (let step = 0; step < 6; step += 1) boxes.undo();
  assert.deepEqual([boxes.all, boxes.canUndo], [[], false]);
  boxes.undo();
  assert.deepEqual(boxes.all, []);
});

test('a box that is added lies in the part that is seen', () => {
  const boxes = new Boxes(1000, 9000);
  boxes.addIn({ x: 0, y: 4000, width: 1000, height: 1000 });
  assert.deepEqual(boxes.all[0], { x: 250, y: 4400, width: 500, height: 200 });
});

const png = (width, height) => {
  const bytes = Buffer.alloc(64);
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  bytes.write('IHDR', 12);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};
const jpeg = (...parts) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts, Buffer.from([0xff, 0xc2, 0, 17, 8, 0x12, 0x34, 0x56, 0x78, 3, 0, 0])]);
const part = (mark, length) => Buffer.concat([Buffer.from([0xff, mark, (length + 2) >> 8, (length + 2) & 255]), Buffer.alloc(length)]);
const webp = (kind, ...bytes) => Buffer.concat([Buffer.from(`RIFF....WEBP${kind}....`), Buffer.from(bytes), Buffer.alloc(40)]);

test('a picture says how large it is before it is opened', async () => {
  const cases = [
    [png(50_000, 60_000), { width: 50_000, height: 60_000 }],
    [jpeg(part(0xe1, 60_000), part(0xc4, 20), part(0xe2, 65_000)), { width: 0x5678, height: 0x1234 }],
    [Buffer.concat([Buffer.from('GIF89a'), Buffer.from([2, 1, 4, 3]), Buffer.alloc(60)]), { width: 258, height: 772 }],
    [Buffer.concat([Buffer.from('BM'), Buffer.alloc(16), Buffer.from([1, 2, 0, 0, 0xff, 0xff, 0xff, 0xff]), Buffer.alloc(60)]), { width: 513, height: 1 }],
    [webp('VP8X', 0, 0, 0, 0, 1, 2, 0, 3, 4, 0), { width: 514, height: 1028 }],
    [webp('VP8 ', 0, 0, 0, 0, 0, 0, 1, 2, 3, 4), { width: 513, height: 1027 }],
    [webp('VP8L', 0x2f, 0xff, 0xff, 0xff, 0x0f), { width: 16384, height: 16384 }],
    [Buffer.from('nothing that anybody knows, but long enough to be looked at as one'), null],
    [Buffer.from([0xff, 0xd8, 0xff]), null],
    [jpeg(Buffer.from('no part at all begins like this one')), null],
    [png(0, 5), null],
    [Buffer.alloc(0), null],
  ];
  for (const [bytes, size] of cases) assert.deepEqual(await pixelsOf(new Blob([/** @type {any} */ (bytes)])), size);
});

test('a JPEG that never comes to its size is left after some parts', async () => {
  let asked = 0;
  const endless = /** @type {any} */ ({
    size: 1e12,
    slice: (from, to) => ((asked += 1), new Blob([Uint8Array.from({ length: to - from }, (_, at) => [0xff, from ? 0xe1 : 0xd8, 0, 8][at] ?? 0)])),
  });
  assert.equal(await pixelsOf(endless), null);
  assert.ok(asked < 500, `${asked} pieces`);
});

test('sizes are said as one reads them', () => {
  assert.deepEqual([0, 1023, 1024, 1536, 300 * 2 ** 20, 2 ** 31 - 1].map(sizeOf), ['0 字节', '1023 字节', '1 KB', '1.5 KB', '300 MB', '2 GB']);
});

const VERDICT = {
  matters: [
    {
      route: 'ordinary',
      headline: '可以要求退款',
      evidence: [
        { name: '支付记录', proves: '付给了谁', have: true, needed: false, how_to_get: '账单' },
        { name: '从前的一种', proves: '', have: false, needed: false, how_to_get: '' },
        { name: '订单截图、订单编号', proves: '买了什么', have: false, needed: true, how_to_get: '截图' },
      ],
      letters: [
        { name: 'request', title: '退款申请', text: '请退 【请填写：金额】，订单 【请填写：订单编号】。' },
        { name: 'demand', title: '催告', text: '限期。' },
      ],
    },
    { route: 'other', headline: '不支持', evidence: [], letters: [] },
  ],
};

test('what a case asks for stands beside what is in the folder', async () => {
  const folder = await folderOf(['a', 'b', 'c']);
  folder.choose(folder.items[0], 'payment', true);
  folder.choose(folder.items[2], 'payment', true);
  folder.take(folder.items[1], true);
  const found = askedFor(VERDICT, KINDS, folder);
  assert.deepEqual(found.map(({ headline, held }) => [headline, held.map(({ kind, numbers }) => [kind.id, numbers])]), [['可以要求退款', [['payment', [1, 2]], ['order', []]]]]);
  assert.deepEqual(KINDS.map(provingIn(VERDICT)), ['买了什么', '付给了谁']);
  assert.deepEqual(KINDS.map(provingIn(null)), ['买了什么', '付了多少']);
});

test('texts are as their reader has them', () => {
  const file = {
    v: /** @type {1} */ (1),
    answers: {},
    parties: { order_no: 'A1' },
    texts: {
      'ordinary/request/text': { from: VERDICT.matters[0].letters[0].text, edited: '请全退 【请填写：金额】，订单 【请填写：订单编号】。' },
      'ordinary/request/blank': { from: '金额', edited: '100 元' },
      'ordinary/demand/text': { from: '从前的另一份', edited: '改过的' },
    },
  };
  const found = textsOf(VERDICT, file, { 订单编号: 'order_no' });
  assert.deepEqual(found, [{ name: '退款申请', text: '请全退 100 元，订单 A1。\n' }, { name: '催告', text: '限期。\n' }]);
});

test('cases are that of the tab and those on the device, each once', () => {
  const storage = new Kept({ 'anxinmai.tab': JSON.stringify({ v: 1, id: 'b', answers: { goods: 'game_card' } }) });
  const device = new Kept({ 'anxinmai.case.a': JSON.stringify({ v: 1, title: '点卡', savedAt: 2, answers: {}, status: {} }), 'anxinmai.case.b': JSON.stringify({ v: 1, title: '会员', savedAt: 1, answers: {} }), 'anxinmai.case.c': '{' });
  const stub = { list: () => ['a', 'b', 'c'].map((id) => ({ id, title: id })), load: (id) => (id === 'c' ? null : { v: 1, answers: {}, of: device.getItem(`anxinmai.case.${id}`) }) };
  const found = knownCases(/** @type {any} */ (stub), new Tab(() => /** @type {any} */ (storage)));
  assert.deepEqual(found.map(({ id }) => id), ['b', 'a']);
  assert.deepEqual(found[0].file, { v: 1, answers: { goods: 'game_card' }, parties: {}, events: [], texts: {}, replies: [], status: {} });
});

test('why there is no conclusion is said in words', async () => {
  const asking = (reply) => concluded({ ask: async () => reply }, { v: 1, answers: {} });
  assert.deepEqual(await asking({ kind: 'verdict', verdict: VERDICT }), { verdict: VERDICT, trouble: '' });
  assert.match((await asking({ kind: 'answer-errors', errors: [{ message: '选一项' }, { message: '写日期' }] })).trouble, /还没答完.*选一项；写日期/);
  assert.equal((await asking({ kind: 'failed', message: '没能运行' })).trouble, '没能运行');
});
