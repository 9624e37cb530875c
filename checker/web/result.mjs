/** The verdict on view: when it is drawn, and what is said of it. How it looks is fetched once a case is begun (`components/verdict.mjs`). */

import { answerLists } from './components/answers.mjs';
import { element } from './components/element.mjs';
import { chineseDate } from './components/words.mjs';
import { vocabulary } from './vocabulary.mjs';

/**
 * @typedef {object} Actions what the page does when the reader touches something in the result
 * @property {(topic: any, id?: string) => void} edit leads back to a topic, or to one question of it
 * @property {(route: string, name: string, text: string) => Promise<object[]>} lint
 * @property {(texts: { letter: string, text: string }[]) => Promise<Uint8Array | null>} word
 * @property {(event: import('./events.mjs').Entry) => Promise<string>} event what is wrong with a line of the course of events
 * @property {(events: import('./events.mjs').Entry[], said: string) => void} retell the course of events has changed
 * @property {import('./components/chat.mjs').ChatPlace} chat
 * @property {(letter: any, path: string) => void} sent `path` names the text: route/letter
 * @property {(reply: string | null) => void} replied
 * @property {(reply: string) => string} replyWords
 * @property {(at?: string) => void} takeBack undoes what was noted last; `at` is where that was asked
 * @property {() => void} reopen it was not solved after all
 * @property {() => Promise<string>} calendar offers the dates; what to say of it
 */

/** The answers under the conclusion are listed anew when nobody has typed for so long. */
const PAUSE_MS = 700;

/** The conclusion as the state has it. What was drawn stays, though answers have changed since, until there is another. */
export class ResultView {
  /** @type {import('./components/letter.mjs').LetterView[]} */
  #letters = [];
  #answers = element('div', { class: 'answers' });
  #course = element('p', { class: 'said', role: 'status', tabindex: '-1' });
  #pause = null;
  /** What draws, once it is there. @type {typeof import('./components/verdict.mjs') | null} */
  #drawing = null;
  /** The verdict that was drawn before anybody asked for it. */
  #ahead = null;
  /** How the folds stood when the reader last looked at a conclusion. @type {Map<string, boolean>} */
  #folds = new Map();

  /**
   * @param {HTMLElement} root the page; its data hold the addresses of the pages on law, rules and templates
   * @param {import('./state.mjs').PageState} state @param {import('./questionnaire.mjs').Questionnaire} questionnaire @param {Actions} actions
   */
  constructor(root, state, questionnaire, actions) {
    this.place = /** @type {HTMLElement} */ (root.querySelector('.result'));
    this.colophon = element('p', { class: 'colophon', hidden: true });
    this.place.after(this.colophon);
    this.state = state;
    this.questionnaire = questionnaire;
    /** @type {any} */
    this.context = { ...actions, links: root.dataset, state, questionnaire, place: this.place };
    state.subscribe((changed) => this.#follow(changed));
    // On paper everything stands open; on the screen again what stood open before.
    /** @type {HTMLDetailsElement[]} */
    const opened = [];
    window.addEventListener('beforeprint', () => {
      const closed = [...this.place.querySelectorAll('details')].filter((each) => !each.open && !each.matches('.course, .places, .print'));
      for (const each of closed) each.open = true;
      // Some browsers tell of a second printing before the end of the first.
      opened.push(...closed);
    });
    window.addEventListener('afterprint', () => opened.splice(0).forEach((each) => (each.open = false)));
  }

  /** Whether it is on view. @param {boolean} isShown */
  toggle(isShown) {
    if (!isShown) {
      // Elsewhere something may be written that a text can take in.
      this.#ahead = null;
      if (!this.place.hidden) this.#folds = this.#drawing.foldsOf(this.place);
    }
    this.place.hidden = !isShown;
    this.colophon.hidden = !isShown;
  }

  /** Whether somebody writes in one of the texts. */
  get isWrittenIn() {
    return this.place.contains(document.activeElement) && document.activeElement.matches('textarea, input[type=text]');
  }

  /** What it comes to, for the name of the page. @returns {string[]} */
  get words() {
    if (this.state.kept.status.state === 'solved') return ['解决了'];
    const levels = this.state.verdict?.matters.map(({ level }) => vocabulary().levels[level]);
    return levels ? [[...new Set(levels)].join('、')] : [];
  }

  #follow(changed) {
    // With its own verdict, what was drawn ahead is drawn still.
    if (!this.state.verdict && ['case', 'answers', 'parties', 'kept'].some((part) => changed.has(part))) this.#ahead = null;
    if (changed.has('answers') && !this.state.isEmpty) this.prepare();
    if (changed.has('case')) return this.clear();
    // What is void is not on view.
    if (!this.state.verdict) return undefined;
    if (changed.has('verdict')) return this.#draw(this.state.verdict);
    if (changed.has('kept') || changed.has('parties')) for (const letter of this.#letters) letter.refill();
    if (!changed.has('parties')) return undefined;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#listAnswers(), PAUSE_MS);
    return undefined;
  }

  /** Fetches what draws a conclusion. Whether it is there. */
  async prepare() {
    try {
      this.#drawing ??= await import('./components/verdict.mjs');
    } catch {
      // Whoever asks for a conclusion tries again.
    }
    return this.#drawing !== null;
  }

  /**
   * Draws a conclusion that nobody has asked for yet, unseen, so that it is there at once. Only while nothing was written, sent or answered in this case: what is drawn then
   * depends on the answers alone.
   */
  async drawAhead(verdict) {
    const { answers, kept } = this.state;
    const isUntouched = !Object.keys(kept.texts).length && !kept.status.sent.length && !kept.replies.length && kept.status.state !== 'solved';
    if (!isUntouched || !(await this.prepare()) || this.state.answers !== answers) return;
    // Whoever was quicker has one on view.
    if (this.state.verdict || this.#ahead === verdict) return;
    this.#put(verdict);
    this.#ahead = verdict;
    // Asked for its size, the browser lays it out though it is unseen (check.css), and does not while somebody waits.
    this.place.lastElementChild.getBoundingClientRect();
  }

  /** What came of a change to the course of events. @param {string} words */
  sayOfCourse(words) {
    this.#course.textContent = words;
    // The button that was pressed is gone.
    if (this.#course.isConnected && !this.isWrittenIn) this.#course.focus({ preventScroll: true });
  }

  /**
   * Says what was noted, or taken back, where the reader has said so: beside the text that was sent, in the history, or above all else. The button that
   * was pressed is gone, so the words get the focus.
   *
   * @param {string} words @param {string} at the path of a text, `back` or nothing @param {boolean} canUndo
   */
  confirm(words, at, canUndo) {
    const said = element('p', { role: 'status', tabindex: '-1' }, words);
    const undo = element('button', { type: 'button', class: 'plain', click: () => this.context.takeBack(at) }, '撤销');
    const line = element('div', { class: 'confirmed' }, said, canUndo ? undo : null);
    const text = at.includes('/') && this.place.querySelector(`.letter[data-text="${CSS.escape(at)}"] .after`);
    const back = at && this.place.querySelector('#back');
    if (text) this.#drawing.reveal(text);
    if (text || back) (text || back).after(line);
    else this.place.prepend(line);
    if (this.isWrittenIn) return;
    line.scrollIntoView({ block: text || back ? 'center' : 'start' });
    said.focus({ preventScroll: true });
  }

  /** Nothing of a case stays here, seen or unseen. */
  clear() {
    this.#ahead = null;
    this.#folds = new Map();
    this.#letters = [];
    this.place.parentElement.querySelector('.to-print')?.remove();
    this.place.replaceChildren();
    this.colophon.textContent = '';
  }

  #draw(verdict) {
    if (this.#ahead !== verdict) this.#put(verdict);
    this.#ahead = null;
    this.colophon.textContent = `${chineseDate(verdict.now)}，规则版本 ${verdict.rules_version}。${vocabulary().disclaimer}。`;
  }

  #put(verdict) {
    // What was drawn ahead and seen by nobody says nothing of what stands open.
    const stood = this.place.hidden ? this.#folds : this.#drawing.foldsOf(this.place);
    this.#drawing.keepPlace(this.place, stood, () => {
      this.#course.textContent = '';
      const { content, letters } = this.#drawing.drawResult(verdict, this.#answers, { ...this.context, course: this.#course });
      this.place.replaceChildren(...content);
      this.#letters = letters;
      this.#listAnswers();
    });
  }

  #listAnswers() {
    this.#answers.replaceChildren(...answerLists(this.questionnaire, this.context.edit, 'h4'));
  }
}
