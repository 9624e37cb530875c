/** What is on view: a topic, what was read out of a story, the conclusion, the reply page, the list of cases, the list of all questions. One at a time. */

import { drawActs } from './components/acts.mjs';
import { element } from './components/element.mjs';
import { showErrors } from './components/error-summary.mjs';
import { showTrouble } from './components/waiting.mjs';
import { next, previous } from './topics.mjs';
import { vocabulary } from './vocabulary.mjs';

export class Views {
  /** The topic on view, null when it is something else. */
  topic = null;

  /**
   * @param {HTMLElement} root @param {import('./questionnaire.mjs').Questionnaire} questionnaire
   * @param {{ form: import('./form.mjs').Form, result: import('./result.mjs').ResultView }} parts what shows itself; here only whether
   */
  constructor(root, questionnaire, { form, result }) {
    this.root = root;
    this.questionnaire = questionnaire;
    this.form = form;
    this.result = result;
    const find = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.summary = find('form.questions .summary-place');
    this.trouble = find('.trouble');
    this.reply = /** @type {HTMLFormElement} */ (find('form.reply'));
    this.list = listNote();
    this.early = element('section', { class: 'early', hidden: true });
    this.cases = element('section', { class: 'cases', hidden: true });
    this.story = element('section', { class: 'story', hidden: true });
    form.place.before(this.list, this.early, this.cases, this.story);
  }

  /** The name of what is on view. */
  get where() {
    return this.topic?.id ?? this.root.dataset.view;
  }

  /** Whether somebody has gone to write elsewhere, and is not to be taken away from there. @param {string} where what was on view before */
  isLeftToWrite(where) {
    return where !== this.where && this.root.contains(document.activeElement) && document.activeElement.matches('textarea, input[type=text]');
  }

  /** `edit(topic)` is called when the list of answers leads back to a topic. */
  showTopic(topic, { edit, isWrong, focus }) {
    const topics = this.questionnaire.askedTopics();
    this.#view('topic');
    this.topic = topic;
    this.root.toggleAttribute('data-begun', topic !== topics[0]);
    this.form.showTopic(topic, { canGoBack: Boolean(previous(topics, topic)), onwards: next(topics, topic) ? '继续' : '看结论', edit });
    this.title([topic.heading.textContent, topic.stage], isWrong);
    if (focus) moveTo(topic.section, topic.heading);
  }

  showList(focus = true) {
    this.#view('list');
    this.form.showAll();
    this.title(['全部问题的清单']);
    if (focus) moveTo(this.list);
  }

  showResult(focus = true) {
    this.#view('result');
    this.title([...this.result.words, '结论']);
    if (focus) moveTo(this.result.place);
  }

  showReply() {
    this.#view('reply');
    this.title([this.reply.querySelector('h2').textContent]);
    moveTo(this.reply);
  }

  showStory(content) {
    this.#view('story');
    this.story.replaceChildren(...content);
    this.title([this.story.querySelector('h2').textContent]);
    moveTo(this.story);
  }

  showCases(content) {
    this.#view('cases');
    this.cases.replaceChildren(...content);
    this.title(['我的案件']);
    moveTo(this.cases);
  }

  /** What is decided before the last question is asked; without a level, what to do at once while nothing is decided yet. */
  showEarly({ route = '', level = '', headline = '先做这件事，再接着答', reasons = [], acts }, goOn) {
    const reasonLines = reasons.map(({ sentence }) => element('p', {}, sentence));
    const hint = level ? vocabulary().going_on[route] : '这件事等不得，能不能退钱还要看后面的答案。答过的都在，做完回来接着答。';
    this.#view('early');
    this.early.replaceChildren(
      element('p', { class: 'stage' }, level ? '不用答完就能看出来' : '先不看能不能退'),
      level ? element('p', { class: `level ${level}` }, vocabulary().levels[level]) : '',
      element('h2', { tabindex: '-1' }, headline),
      ...reasonLines,
      ...drawActs(acts),
      element('p', { class: 'hint' }, hint),
      element('div', { class: 'buttons' }, element('button', { type: 'button', click: goOn }, '继续答题'), element('button', { type: 'button', class: 'plain', click: () => history.back() }, '返回改答案')),
    );
    this.title([headline]);
    moveTo(this.early);
  }

  /** What has to be mended on the topic on view. A chosen one goes to `choose(field)`. @param {import('./state.mjs').FieldError[]} errors */
  showErrors(errors, choose) {
    showErrors(this.summary, errors, { hasField: (id) => this.questionnaire.topicOf(id) !== undefined, choose });
    this.title([this.topic.heading.textContent, this.topic.stage], true);
  }

  /** What was mended meanwhile is not asked for any more. @param {(field: string) => boolean} isWrong */
  dropErrors(isWrong) {
    const rows = /** @type {HTMLElement[]} */ ([...this.summary.querySelectorAll('[data-field]')]);
    const mended = rows.filter(({ dataset }) => !isWrong(dataset.field));
    for (const row of mended) row.remove();
    if (!mended.length || mended.length < rows.length) return;
    this.hideErrors();
    if (this.topic) this.title([this.topic.heading.textContent, this.topic.stage]);
  }

  hideErrors() {
    this.summary.replaceChildren();
  }

  /** Why there is no conclusion. @param {string} reason @param {{ retry: () => void, templates: string }} links */
  showTrouble(reason, links) {
    showTrouble(this.trouble, reason, links);
  }

  hideTrouble() {
    this.trouble.hidden = true;
  }

  get hasTrouble() {
    return !this.trouble.hidden;
  }

  /** Nothing of a case stays here, seen or unseen. What follows the state goes with it. */
  wipe() {
    for (const place of [this.early, this.cases, this.story, this.trouble, this.summary]) place.replaceChildren();
  }

  title(parts, isWrong = false) {
    document.title = `${isWrong ? '错误：' : ''}${[...parts, this.root.dataset.siteName].join(' – ')}`;
  }

  /** What stands on the page follows from `data-view`; the style sheet hides the rest. */
  #view(view) {
    this.topic = null;
    this.root.dataset.view = view;
    for (const name of ['list', 'early', 'cases', 'reply', 'story']) this[name].hidden = view !== name;
    this.result.toggle(view === 'result');
    this.hideTrouble();
    this.hideErrors();
  }
}

/** Bring a place into view and its heading into focus. */
export function moveTo(place, heading = place.querySelector('h2')) {
  heading.setAttribute('tabindex', '-1');
  place.scrollIntoView();
  heading.focus({ preventScroll: true });
}

function listNote() {
  return element(
    'div',
    { class: 'list-note', hidden: true },
    element('h2', {}, '全部问题的清单'),
    element('p', {}, '从上到下看问题，再到最后的表里找结论和模板。这一页可以打印。', element('a', { href: '#/' }, '回到一页一页答题')),
  );
}
