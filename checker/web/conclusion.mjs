/** Coming to the conclusion, and what the reader does with it: texts filled in, sent, dates taken along. */

import { Case, localDay } from './case.mjs';
import { keepPlace } from './components/place.mjs';
import { NotedLine } from './components/history.mjs';
import { StateLine, showTrouble } from './components/waiting.mjs';
import { chineseDate } from './components/words.mjs';
import { drawResult } from './result.mjs';
import { handedOver, offerFile } from './take.mjs';
import { vocabulary } from './vocabulary.mjs';

const LONG_WAIT_MS = 15_000;
const PAUSE_MS = 700;

/**
 * @typedef {object} Ways where the conclusion leads to
 * @property {(name: string) => void} go shows what goes by this name in the address
 * @property {(topic: any) => void} edit leads back to a topic
 * @property {(errors: { field: string, message: string }[]) => void} refuse shows what could not be read
 * @property {(reply: string | null) => void} openReply asks what came back
 * @property {(changed: { answers: any, again: string[] }, before: any) => void} adopt takes over answers that follow from what happened;
 *   `before` are those that it was asked of
 * @property {(before: any) => void} putBack these answers are again as they were; null where there was none
 * @property {(reply: string) => string} replyWords
 * @property {() => void} changed something that is kept has changed
 */

export class Conclusion {
  kept = new Case();
  #verdict = null;
  /** The texts of the conclusion. */
  #letters = [];
  /** Lists the answers under the conclusion anew. */
  #listAnswers = () => {};
  #pause = null;
  /** Stands for the question to the checker that is open; answers changed meanwhile make it void. */
  #asking = null;

  /** @param {any} views @param {any} checker @param {any} links @param {Ways} ways */
  constructor(views, checker, links, ways) {
    this.views = views;
    this.checker = checker;
    this.links = links;
    this.ways = ways;
    this.stateLine = new StateLine(views.root.querySelector('.state'), links);
    this.notedLine = new NotedLine(views.form.form, () => this.#takeBack());
  }

  get isThere() {
    return this.#verdict !== null;
  }

  /** The answers are others now: what was concluded, or is being concluded, is void. */
  drop() {
    this.#verdict = null;
    this.#asking = null;
    this.showState();
  }

  /** Something happened to the case: `mark` writes it down, `adopt` takes over what it does to the answers. Can be taken back. */
  note(mark, adopt) {
    const before = this.checker.form.answers();
    mark(this.kept);
    adopt();
    this.kept.remember(before, this.checker.form.answers());
    this.notedLine.show(this.kept.last, this.ways.replyWords);
  }

  #takeBack() {
    this.ways.putBack(this.kept.takeBack());
    this.notedLine.hide();
    this.ways.changed();
    return this.ask();
  }

  #reopen() {
    this.kept.reopen();
    this.drop();
    this.ways.changed();
    return this.ask();
  }

  begin(kept) {
    this.kept = kept;
    this.#letters = [];
    this.#listAnswers = () => {};
    this.notedLine.hide();
    this.drop();
  }

  /** `where` is what was on view when the reader asked. */
  async ask({ where } = this.views) {
    if (this.#verdict) return this.ways.go('result');
    if (this.#asking) return;
    const asking = {};
    this.#asking = asking;
    this.views.trouble.hidden = true;
    this.checker.revive();
    this.showState();
    const timer = setTimeout(() => asking === this.#asking && this.stateLine.offerTemplates(), LONG_WAIT_MS);
    const reply = await this.checker.check();
    clearTimeout(timer);
    if (asking !== this.#asking) return;
    this.#asking = null;
    this.showState();
    const isBusy = this.views.isLeftToWrite(where);
    if (reply.kind === 'verdict') this.#conclude(reply.verdict, isBusy);
    else if (isBusy) this.stateLine.tell('没能得出结论。答完再点“看结论”，会说为什么。');
    else if (reply.kind === 'answer-errors') this.ways.refuse(reply.errors);
    else this.giveUp(reply.message);
  }

  giveUp(reason) {
    this.stateLine.hide();
    showTrouble(this.views.trouble, reason, this.links);
  }

  /** Before the first answer only that there will be no conclusion is worth a word. */
  showState() {
    const { state } = this.checker.client;
    const isQuiet = state !== 'failed' && this.checker.form.lastAnswered() === null;
    this.stateLine.show(isQuiet ? 'idle' : state, this.#asking !== null);
  }

  #conclude(verdict, isBusy) {
    let isHeld = false;
    try {
      isHeld = keepPlace(this.views.result, () => {
        const { views, listAnswers } = drawResult(this.views.result, verdict, this.#actions());
        this.#letters = views;
        this.#listAnswers = listAnswers;
      });
      this.views.colophon.textContent = `${chineseDate(verdict.now)}，规则版本 ${verdict.rules_version}。${vocabulary().disclaimer}。`;
    } catch (error) {
      console.error(error);
      return this.giveUp('自查程序给出的结论显示不出来，这是我们的问题。');
    }
    this.#verdict = verdict;
    this.notedLine.hide();
    this.kept.concluded(verdict.come_back_on, verdict.their_turn);
    this.ways.changed();
    if (isBusy) this.stateLine.tell('结论已经得出，答完再看。');
    else if (this.views.where === 'result') this.views.showResult(!isHeld);
    else this.ways.go('result');
  }

  /** @returns {import('./result.mjs').Actions} */
  #actions() {
    return {
      form: this.checker.form,
      links: this.views.root.dataset,
      kept: this.kept,
      edit: this.ways.edit,
      lint: (route, letter, text) => this.checker.lint(route, letter, text),
      fill: (party, value) => this.#fillName(party, value),
      sent: (letter) => this.#markSent(letter),
      replied: this.ways.openReply,
      replyWords: this.ways.replyWords,
      takeBack: this.kept.last && (() => this.#takeBack()),
      reopen: () => this.#reopen(),
      calendar: () => this.#offerCalendar(),
      changed: this.ways.changed,
    };
  }

  /** A name or number goes into its field, and into every text that has the blank. The conclusion does not depend on it. */
  #fillName(party, value) {
    party.inputs[0].value = value;
    this.checker.refresh();
    for (const view of this.#letters) view.refill();
    this.ways.changed();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(this.#listAnswers, PAUSE_MS);
  }

  async #markSent(letter) {
    const { where } = this.views;
    const { answers } = this.checker.form.sent();
    const changed = await this.checker.ask('sent', { letter: letter.name });
    if (changed.kind !== 'answers') return this.giveUp(changed.message);
    this.note((kept) => kept.markSent(letter.title, localDay(new Date())), () => this.ways.adopt(changed, answers));
    return this.ask({ where });
  }

  async #offerCalendar() {
    const reply = await this.checker.ask('calendar', { case: this.kept.id });
    if (reply.kind !== 'calendar') return reply.message ?? '日期没能写成日历文件。';
    if (!reply.text) return '今天以后没有要记的日期。';
    offerFile('退款日期.ics', 'text/calendar', reply.text);
    return handedOver();
  }
}
