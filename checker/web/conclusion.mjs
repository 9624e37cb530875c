/** Coming to the conclusion, and what the reader does with it: texts sent, replies noted, dates taken along. */

import { localDay } from './case.mjs';
import { NotedLine, notedWords } from './components/history.mjs';
import { StateLine } from './components/waiting.mjs';
import { offerFile } from './take.mjs';

const LONG_WAIT_MS = 15_000;
/** What is not asked for yet is drawn when nothing was answered for so long. */
const PAUSE_MS = 200;
const MINUTE_MS = 60_000;
const NOT_SHOWN = '显示结论的那一部分没能下载，可能是网络断了。';

/**
 * @typedef {object} ConclusionCallbacks where the conclusion leads to
 * @property {(name: string) => void} go shows what goes by this name in the address
 * @property {(errors: import('./state.mjs').FieldError[]) => void} refuse shows what could not be read
 * @property {(changed: { answers: any, again: string[] }, before: any) => void} adopt takes over answers that follow from what happened;
 *   `before` are those that it was asked of
 * @property {(before: any) => void} putBack these answers are again as they were; null where there was none
 * @property {(reply: string) => string} replyWords
 */

export class Conclusion {
  /** Stands for the question to the checker that is open; answers changed meanwhile make it void. */
  #asking = null;
  /** Runs until what was worked out ahead is drawn. */
  #pause = null;
  /** Runs until the minute is over. */
  #minute = null;

  /**
   * @param {import('./state.mjs').PageState} state @param {import('./checker.mjs').Checker} checker @param {import('./views.mjs').Views} views
   * @param {{ templates: string, retry: () => void }} links @param {ConclusionCallbacks} callbacks
   */
  constructor(state, checker, views, links, callbacks) {
    this.state = state;
    this.checker = checker;
    this.views = views;
    this.links = links;
    this.callbacks = callbacks;
    this.stateLine = new StateLine(views.root.querySelector('.state'), links);
    new NotedLine(views.form.place, state, { takeBack: () => this.takeBack(), replyWords: callbacks.replyWords });
    state.subscribe((changed) => {
      if (!changed.has('verdict') || state.verdict) return;
      this.#asking = null;
      this.showState();
    });
  }

  /** Something happened to the case: `mark` writes it down, `adopt` takes over what it does to the answers. Can be taken back. */
  note(mark, adopt) {
    const before = this.state.answers;
    this.state.alter(mark);
    adopt();
    this.state.alter((kept) => kept.remember(before, this.state.answers));
  }

  /** The last thing that was noted did not happen. @param {string} [at] where in the conclusion that is said; nothing: the conclusion is what is said */
  takeBack(at) {
    const { last } = this.state.kept;
    /** @type {any} */
    let before = {};
    this.state.alter((kept) => (before = kept.takeBack()));
    this.callbacks.putBack(before);
    return this.ask(undefined, at === undefined || !last ? null : { words: `撤销了，没有记“${this.#words(last)}”。`, at, canUndo: false });
  }

  /** Says in the conclusion what was noted last. @param {string} at the text that was sent; nothing for what came back */
  said(at = '') {
    const { last } = this.state.kept;
    return last && { words: `记下了，${this.#words(last)}。`, at, canUndo: true };
  }

  #words(noted) {
    return notedWords(noted, this.callbacks.replyWords);
  }

  /** It was not solved after all. */
  reopen() {
    this.state.alter((kept) => kept.reopen());
    this.state.drop();
    return this.ask();
  }

  /**
   * `where` is what was on view when the reader asked.
   *
   * @param {{ where: string }} [view] @param {{ words: string, at: string, canUndo: boolean } | null} [noted] what is said besides, once the conclusion is there
   */
  async ask({ where } = this.views, noted = null) {
    if (this.state.verdict) return this.callbacks.go('result');
    if (this.#asking) return;
    const asking = {};
    this.#asking = asking;
    this.views.hideTrouble();
    this.checker.revive();
    this.showState();
    const timer = setTimeout(() => asking === this.#asking && this.stateLine.offerTemplates(), LONG_WAIT_MS);
    const [reply, canShow] = await Promise.all([this.checker.check(), this.views.result.prepare()]);
    clearTimeout(timer);
    if (asking !== this.#asking) return;
    this.#asking = null;
    this.showState();
    const isBusy = this.views.isLeftToWrite(where);
    if (reply.kind === 'verdict' && canShow) this.#conclude(reply.verdict, isBusy, noted);
    else if (isBusy) this.stateLine.tell('没能得出结论。答完再点“看结论”，会说为什么。');
    else if (reply.kind === 'answer-errors') this.callbacks.refuse(reply.errors);
    else this.giveUp(reply.message ?? NOT_SHOWN);
  }

  /**
   * Works out and draws what nobody has asked for yet, while the last answer is given. The minute is part of a verdict: `again` is called once it is over, if the page is on view.
   *
   * @param {() => void} again
   */
  async prepare(again) {
    const { answers } = this.state;
    const verdict = await this.checker.checkAhead();
    if (this.state.answers !== answers) return;
    clearTimeout(this.#pause);
    clearTimeout(this.#minute);
    if (verdict) this.#pause = setTimeout(() => this.state.answers === answers && this.views.result.drawAhead(verdict), PAUSE_MS);
    this.#minute = setTimeout(() => document.hidden || again(), MINUTE_MS - (Date.now() % MINUTE_MS));
  }

  /** The course of events has changed, and with it the texts and nothing else. @param {import('./events.mjs').Entry[]} events @param {string} words what to say of it */
  async retell(events, words) {
    const before = this.state.kept.events;
    this.state.alter((kept) => (kept.events = events));
    const reply = await this.checker.check();
    if (this.state.kept.events !== events) return;
    if (reply.kind === 'verdict') {
      this.state.conclude(reply.verdict);
      this.views.result.sayOfCourse(words);
    } else {
      this.state.alter((kept) => (kept.events = before));
      this.giveUp(reply.message ?? '经过没能改成，重新点一下。');
    }
  }

  giveUp(reason) {
    this.stateLine.hide();
    this.views.showTrouble(reason, this.links);
  }

  showState() {
    const { state } = this.checker.client;
    this.stateLine.show(state, this.#asking !== null);
  }

  #conclude(verdict, isBusy, noted) {
    try {
      this.state.conclude(verdict);
    } catch (error) {
      console.error(error);
      this.state.drop();
      return this.giveUp('自查程序给出的结论显示不出来，这是我们的问题。');
    }
    const { result } = this.views;
    if (isBusy) this.stateLine.tell('结论已经得出，答完再看。');
    else if (this.views.where === 'result') this.views.showResult(!noted && !result.isWrittenIn);
    else this.callbacks.go('result');
    if (noted && !isBusy) result.confirm(noted.words, noted.at, noted.canUndo);
  }

  /** The reader says that a text is on its way. @param {any} letter @param {string} path */
  async markSent(letter, path) {
    const { where } = this.views;
    const { answers } = this.views.questionnaire.sent();
    const changed = await this.checker.ask('sent', { letter: letter.name });
    if (changed.kind !== 'answers') return this.giveUp(changed.message);
    this.note((kept) => kept.markSent(letter.title, localDay(new Date())), () => this.callbacks.adopt(changed, answers));
    return this.ask({ where }, this.said(path));
  }

  /** What to say of it. */
  async offerCalendar() {
    const reply = await this.checker.ask('calendar', { case: this.state.kept.id });
    if (reply.kind !== 'calendar') return reply.message ?? '日期没能写成日历文件。';
    if (!reply.text) return '今天以后没有要记的日期。';
    return offerFile('退款日期.ics', 'text/calendar', reply.text);
  }
}
