/** One text to send: long or short, open to edits, with what is still to be filled in, and a button that copies it. */

import { copyFrom } from './copy.mjs';
import { element } from './element.mjs';

const BLANK = /【请填写：([^】]+)】/g;
const DONE = {
  copied: '已复制，粘贴到对方的输入框里。',
  selected: '没能自动复制。已选中，长按复制，电脑上按 Ctrl+C。',
};

const PAUSE_MS = 700;
const CHECKS = { ok: '符合', open: '要核对', fails: '不符合' };

/**
 * `letter` as the verdict has it; `id` is unique on the page. `lint` asks what is to be said of a text that was changed; it rejects
 * when there is nobody to ask, and then the remarks on what is left of the first text stay.
 */
export function drawLetter(letter, id, lint) {
  const texts = { text: letter.text, short: letter.short };
  let shown = 'text';
  let pause = null;
  const area = element('textarea', { id, rows: 14, spellcheck: 'false', input: edited });
  const [count, blanks, remarks, said] = [
    element('p', { class: 'count' }),
    element('div', { class: 'blanks' }),
    element('div', { class: 'remarks' }),
    element('p', { class: 'said', role: 'status' }),
  ];

  function update() {
    texts[shown] = area.value;
    const open = blanksIn(area.value);
    count.textContent = `共 ${[...area.value].length} 字`;
    blanks.replaceChildren(...(open.length ? [element('p', {}, `还有 ${open.length} 处要填，在文本里找到【请填写：……】改掉：${open.join('、')}`)] : []));
    remarks.replaceChildren(...drawRemarks(letter.lint.filter(({ sentence }) => area.value.includes(sentence))));
    said.textContent = '';
  }

  function edited() {
    update();
    clearTimeout(pause);
    if (shown === 'text') pause = setTimeout(readAgain, PAUSE_MS);
  }

  async function readAgain() {
    const text = area.value;
    try {
      const found = await lint(text);
      if (area.value === text) remarks.replaceChildren(...drawRemarks(found));
    } catch {
      // The remarks that stand there are still true of what is left of the text.
    }
  }

  function show(which) {
    shown = which;
    area.value = texts[which];
    update();
  }

  async function copy() {
    const done = DONE[await copyFrom(area)];
    const open = blanksIn(area.value).length;
    said.textContent = open ? `${done}还有 ${open} 处没填，填好再发。` : done;
  }

  show('text');
  return element(
    'div',
    { class: 'letter' },
    element('p', { class: 'hint' }, `发到：${letter.channel}`),
    ...drawChecks(letter.checks),
    lengths(id, letter, show),
    element('label', { for: id, class: 'unseen' }, `${letter.title}的文字，可以修改`),
    area,
    count,
    remarks,
    blanks,
    element('button', { type: 'button', click: copy }, '复制'),
    said,
  );
}

function lengths(id, letter, show) {
  const choice = (which, words, checked) => {
    const input = element('input', { type: 'radio', id: `${id}-${which}`, name: `${id}-length`, checked, change: () => show(which) });
    return element('div', { class: 'option' }, input, element('label', { for: input.id }, words));
  };
  const legend = element('legend', { class: 'unseen' }, `${letter.title}用长的还是短的`);
  return element('fieldset', { class: 'lengths' }, legend, choice('text', '完整文本', true), choice('short', '短文本，放得进客服对话框', false));
}

function blanksIn(text) {
  return [...new Set([...text.matchAll(BLANK)].map(([, what]) => what))];
}

/** What has to be so for the text to be accepted where it goes. */
function drawChecks(checks) {
  if (!checks.length) return [];
  const items = checks.map(({ condition, state, advice }) =>
    element('li', {}, element('span', { class: `mark ${state}` }, CHECKS[state]), condition, advice ? element('br') : null, advice),
  );
  return [element('p', {}, '投诉以前核对：'), element('ul', { class: 'checks' }, items)];
}

/** That a blank is a blank is said once, in the list of blanks. */
function drawRemarks(standing) {
  const isAboutBlanks = (advice) => standing.filter((each) => each.advice === advice).every(({ sentence }) => sentence.search(BLANK) >= 0);
  const [blankAdvice] = standing.map(({ advice }) => advice).filter(isAboutBlanks);
  return standing
    .filter(({ advice }) => advice !== blankAdvice)
    .map(({ sentence, advice, better }) =>
      element('p', {}, element('strong', {}, advice), sentence ? `原句：${sentence}` : null, better ? element('span', { class: 'better' }, `可以改成：${better}`) : null),
    );
}
