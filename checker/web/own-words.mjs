/** One's own words in place of taps: the story on the first page, and the reply that came. Fetched once somebody begins to write (`hearing.mjs`). */

import { takeGiven } from './given.mjs';
import { drawGiven } from './given-words.mjs';
import { Story } from './story.mjs';
import { takingOf, withTaken } from './taking.mjs';
import { TheirWords } from './their-words.mjs';

/**
 * @typedef {object} Page what the page lends
 * @property {HTMLElement} root
 * @property {import('./state.mjs').PageState} state
 * @property {import('./questionnaire.mjs').Questionnaire} questionnaire
 * @property {import('./checker.mjs').Checker} checker
 * @property {import('./views.mjs').Views} views
 * @property {import('./conclusion.mjs').Conclusion} conclusion
 * @property {(name: string) => void} go
 * @property {(answers: import('./state.mjs').Answers) => void} replace other answers to the same case
 * @property {(progress: any) => boolean} hasNews whether something is to be said before the last question that was not said yet
 */

export class OwnWords {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    const find = (id) => /** @type {HTMLElement} */ (page.root.querySelector(`#${id}`).closest('.tell'));
    this.story = new Story(find('story'), page, (ticked) => this.takeStory(ticked));
    this.theirs = new TheirWords(find('their-words'), page);
    this.story.takeHanded();
    this.#showGiven(takeGiven());
  }

  /** What another page has handed over stands where the answers read out of a story would. @param {ReturnType<typeof takeGiven>} given */
  #showGiven(given) {
    if (!given) return;
    const { state, go } = this.page;
    this.story.content = drawGiven(given, this.page, ({ answers, parties, lines }) => {
      if (lines.length) state.alter((kept) => (kept.events = [...kept.events, ...lines]));
      state.write({ answers: state.answers, parties: { ...state.parties, ...parties } });
      this.takeStory(answers);
    });
    // Once the page has this.
    queueMicrotask(() => go('story'));
  }

  /** Answers that were ticked in the story: as if each had been given on its page, and gone past. What cannot be read of them stays open. @param {import('./taking.mjs').Ticked[]} ticked */
  async takeStory(ticked) {
    const { state, checker, questionnaire, go, hasNews } = this.page;
    this.#take(ticked);
    const progress = await checker.progress();
    const unread = progress.errors.filter(({ field }) => ticked.some(({ question }) => question === field));
    state.mark(unread, { byChecker: true });
    state.unsee(unread.map(({ field }) => field));
    go(hasNews(progress) ? 'early' : questionnaire.firstOpen().id);
  }

  /** The case has gone on by the reply that came, and what was ticked of its words goes along. */
  takeTheirs() {
    const { ticked } = this.theirs;
    this.page.state.alter((kept) => (kept.events = this.theirs.taken(kept.events)));
    if (ticked.length) this.#take(ticked);
  }

  /** @param {import('./taking.mjs').Ticked[]} ticked */
  #take(ticked) {
    const { state, questionnaire, replace } = this.page;
    replace(withTaken(state.answers, ticked, questionnaire.questions.map(takingOf)));
    state.see(ticked.map(({ question }) => question).filter((id) => id in state.answers));
  }

  #at(place) {
    return [this.story, this.theirs].find(({ telling }) => telling.place === place);
  }

  /** The button of this place was pressed. @param {Element} place */
  read(place) {
    return this.#at(place).read();
  }

  /** More was pasted there than a field takes. @param {Element} place @param {string} text */
  put(place, text) {
    this.#at(place).telling.put(text);
  }
}
