/** One text to send: long or short, open to edits, with what is still to be filled in, and ways to take it along. */

import { handedOver, offerFile, offerHint } from '../take.mjs';
import { copyFrom } from './copy.mjs';
import { element } from './element.mjs';

const BLANK = /【请填写：([^】]+)】/g;
const DONE = {
  copied: '已复制，粘贴到对方的输入框里。',
  selected: '没能自动复制。已选中，长按复制，电脑上按 Ctrl+C。',
};

const PAUSE_MS = 700;
const CHECKS = { ok: '符合', open: '要核对', fails: '不符合' };
/** Outlines that one takes along and does not send. */
const NOT_SENT = ['police'];
const SENT = { lawsuit: '我今天递交了起诉状' };

/**
 * @typedef {object} Surroundings
 * @property {(text: string) => Promise<object[]>} lint what is to be said of a text that was changed; rejects when there is nobody to ask
 * @property {(which: string) => { from: string, edited: string }[]} edits what the reader made of this text, and of what it was earlier
 * @property {(which: string, from: string, edited: string, renewed?: string) => void} keep called at every change
 * @property {(blank: string) => { label: string, isName: boolean, go: () => void } | null} asked what asks for a blank
 * @property {(blank: string, value: string) => void} fill a name or number was given that other texts want too
 * @property {(letter: object) => void} sent the reader says that it is on its way
 */

export class LetterView {
  #shown = 'text';
  #pause = null;

  /**
   * `letter` as the verdict has it; `id` is unique on the page.
   * @param {any} letter @param {string} id @param {Surroundings} around
   */
  constructor(letter, id, around) {
    this.letter = letter;
    this.id = id;
    this.around = around;
    /** Of each length the text that the answers give now, as its reader has it, and then those changed under earlier answers. */
    this.versions = { text: versionsOf(letter.text, around.edits('text')), short: versionsOf(letter.short, around.edits('short')) };
    /** Which of them is on view. A text changed earlier comes first, until the new one is changed too. */
    this.chosen = {};
    for (const [which, [now, ...older]] of Object.entries(this.versions)) this.chosen[which] = older.length && now.text === now.from ? older.length : 0;
    this.area = element('textarea', { id, rows: 14, spellcheck: 'false', input: () => this.#edited() });
    this.paper = element('div', { class: 'paper', 'aria-hidden': 'true' });
    this.count = element('p', { class: 'count' });
    this.choice = element('div', { class: 'versions' });
    this.blanks = element('div', { class: 'blanks' });
    this.remarks = element('div', { class: 'remarks' });
    this.said = element('p', { class: 'said', role: 'status' });
    this.place = this.#draw();
    this.#show('text');
  }

  #draw() {
    const { letter, id } = this;
    const sends = NOT_SENT.includes(letter.name) ? null : element('button', { type: 'button', class: 'plain', click: () => this.around.sent(letter) }, SENT[letter.name] ?? '我今天发出去了');
    return element(
      'div',
      { class: 'letter' },
      element('p', { class: 'hint' }, `发到：${letter.channel}`),
      ...drawChecks(letter.checks),
      this.#lengths(),
      this.choice,
      element('label', { for: id, class: 'unseen' }, `${letter.title}的文字，可以修改`),
      this.area,
      this.paper,
      this.count,
      this.remarks,
      this.blanks,
      element(
        'div',
        { class: 'buttons' },
        element('button', { type: 'button', click: () => this.#copy() }, '复制'),
        element('button', { type: 'button', class: 'plain', click: () => this.#save() }, '下载 .txt'),
        sends,
      ),
      offerHint() ? element('p', { class: 'hint' }, offerHint()) : null,
      this.said,
    );
  }

  /**
   * Puts a value in place of a blank, in every length and version. `isAsked`: the answers hold the value from now on, so the text would
   * come out with it; else it is a change that the reader has made.
   */
  fill(blank, value, { isAsked = true } = {}) {
    const filled = (text) => text.replaceAll(`【请填写：${blank}】`, () => value);
    for (const [which, versions] of Object.entries(this.versions)) {
      for (const version of versions) {
        const from = version.from;
        version.text = filled(version.text);
        if (isAsked) version.from = filled(from);
        this.around.keep(which, from, version.text, version.from);
      }
    }
    this.area.value = this.#version.text;
    this.#update();
    this.#readSoon();
  }

  get #version() {
    return this.versions[this.#shown][this.chosen[this.#shown]];
  }

  #edited() {
    this.#version.text = this.area.value;
    this.around.keep(this.#shown, this.#version.from, this.area.value);
    this.#update();
    this.#readSoon();
  }

  #readSoon() {
    clearTimeout(this.#pause);
    if (this.#shown === 'text') this.#pause = setTimeout(() => this.#readAgain(), PAUSE_MS);
  }

  async #readAgain() {
    const text = this.area.value;
    try {
      const found = await this.around.lint(text);
      if (this.area.value === text) this.remarks.replaceChildren(...drawRemarks(found));
    } catch {
      // The remarks that stand there are still true of what is left of the text.
    }
  }

  #show(which) {
    this.#shown = which;
    this.area.value = this.#version.text;
    this.#drawVersions();
    this.#update();
  }

  #update() {
    const text = this.area.value;
    this.paper.textContent = text;
    this.count.textContent = `共 ${[...text].length} 字`;
    this.#drawBlanks(blanksIn(text));
    this.remarks.replaceChildren(...drawRemarks(this.letter.lint.filter(({ sentence }) => text.includes(sentence))));
    this.said.textContent = '';
  }

  /** A field for each blank, so that nobody has to hunt for brackets on a phone. Fields that stand already keep what is typed. */
  #drawBlanks(open) {
    const standing = [...this.blanks.querySelectorAll('[data-blank]')].map((row) => row.dataset.blank);
    if (open.join() === standing.join()) return;
    const rows = open.map((blank, index) => this.#blankRow(blank, `${this.id}-blank-${index + 1}`));
    this.blanks.replaceChildren(...(open.length ? [element('p', {}, `还有 ${open.length} 处要填，填在这里就写进文本：`), ...rows] : []));
  }

  #blankRow(blank, id) {
    const asked = this.around.asked(blank);
    if (asked && !asked.isName) {
      const go = element('a', { href: '#', click: (event) => (event.preventDefault(), asked.go()) }, asked.label);
      return element('div', { class: 'blank', 'data-blank': blank }, element('span', {}, blank), go);
    }
    const given = ({ target: { value } }) => {
      const words = value.trim().replace(/[【】]/g, '');
      if (!words) return;
      if (asked) this.around.fill(blank, words);
      else this.fill(blank, words, { isAsked: false });
      this.said.textContent = `${blank}已经写进文本。`;
    };
    const input = element('input', { type: 'text', id, change: given });
    return element('div', { class: 'blank', 'data-blank': blank }, element('label', { for: id }, blank), input);
  }

  /** The answers have changed since the reader changed the text: all versions are there, and the reader chooses. */
  #drawVersions() {
    const versions = this.versions[this.#shown];
    if (versions.length === 1) return this.choice.replaceChildren();
    const choose = (index) => {
      this.chosen[this.#shown] = index;
      this.area.value = this.#version.text;
      this.#update();
      this.#readSoon();
    };
    const legend = element('legend', {}, '答案改过，文本有了新的写法。你改过的那份也在，选一份用：');
    const options = versions.map((_, index) => {
      const words = index === 0 ? '按新答案写的' : versions.length > 2 ? `我改过的，第 ${index} 份` : '我改过的';
      const input = element('input', { type: 'radio', id: `${this.id}-version-${index}`, name: `${this.id}-version`, checked: this.chosen[this.#shown] === index, change: () => choose(index) });
      return element('div', { class: 'option' }, input, element('label', { for: input.id }, words));
    });
    return this.choice.replaceChildren(element('fieldset', {}, legend, options.reverse()));
  }

  #lengths() {
    const choice = (which, words, checked) => {
      const input = element('input', { type: 'radio', id: `${this.id}-${which}`, name: `${this.id}-length`, checked, change: () => this.#show(which) });
      return element('div', { class: 'option' }, input, element('label', { for: input.id }, words));
    };
    const legend = element('legend', { class: 'unseen' }, `${this.letter.title}用长的还是短的`);
    return element('fieldset', { class: 'lengths' }, legend, choice('text', '完整文本', true), choice('short', '短文本，放得进客服对话框', false));
  }

  async #copy() {
    const done = DONE[await copyFrom(this.area)];
    this.said.textContent = `${done}${this.#openWords()}`;
  }

  #save() {
    offerFile(`${this.letter.title}.txt`, 'text/plain', `\uFEFF${this.area.value.replace(/\n/g, '\r\n')}\r\n`);
    this.said.textContent = `${handedOver()}${this.#openWords()}`;
  }

  #openWords() {
    const open = blanksIn(this.area.value).length;
    return open ? `还有 ${open} 处没填，填好再发。` : '';
  }
}

function versionsOf(from, edits) {
  const now = edits.find((edit) => edit.from === from);
  return [{ from, text: now?.edited ?? from }, ...edits.filter((edit) => edit !== now).map((edit) => ({ from: edit.from, text: edit.edited }))];
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
  return [element('p', {}, '提交以前核对：'), element('ul', { class: 'checks' }, items)];
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
