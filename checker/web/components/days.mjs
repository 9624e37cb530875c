/** Dates that can be touched instead of typed. */

import { localDay } from '../case.mjs';
import { vocabulary } from '../vocabulary.mjs';
import { element } from './element.mjs';

/** Today, yesterday and the day before under every field for a date. `now` gives the present time. */
export function addDays(questionnaire, now) {
  for (const { place, inputs: [input], label } of questionnaire.questions.filter((item) => isDate(item.place))) {
    const buttons = Object.keys(vocabulary().days_ago).map((word) => {
      const choose = () => {
        input.value = `${dayOf(word, now())} ${place.dataset.kind === 'moment' ? timeIn(input.value) : ''}`.trim();
        input.dispatchEvent(new Event('input', { bubbles: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
        input.focus({ preventScroll: true });
      };
      return element('button', { type: 'button', class: 'plain', 'aria-label': `${word}：${label}`, click: choose }, word);
    });
    (place.querySelector('details') ?? input).before(element('div', { class: 'days' }, buttons));
    // “Yesterday” means another day tomorrow, and a case is kept longer than that.
    input.addEventListener('change', () => (input.value = settled(input.value, now())));
  }
}

const isDate = (place) => ['date', 'moment'].includes(place.dataset.kind);

function dayOf(word, now) {
  return localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - vocabulary().days_ago[word]));
}

/** The time of day in what was typed, as it was typed. Another day leaves it. */
export function timeIn(typed) {
  const [time] = typed.match(new RegExp(`(${vocabulary().parts_of_day.join('|')})?\\s*\\d{1,2}\\s*[:：点时].*$`)) ?? [''];
  return time.trim();
}

/** What was typed, with the day in numbers where it began with a word for a day. */
export function settled(typed, now) {
  const [word] = Object.keys(vocabulary().days_ago).filter((each) => typed.trim().startsWith(each));
  return word ? `${dayOf(word, now)} ${typed.trim().slice(word.length).trim()}`.trim() : typed;
}
