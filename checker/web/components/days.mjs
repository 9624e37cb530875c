/** Times that can be touched instead of typed, and the day kept with what is said from today. */

import { localDay, localTime } from '../case.mjs';
import { vocabulary } from '../vocabulary.mjs';
import { element } from './element.mjs';

/** Just now, today, last month, not remembered … under every field for a time. `now` gives the present time. */
export function addDays(questionnaire, now) {
  for (const { place, inputs: [input], label } of questionnaire.questions.filter((item) => item.place.dataset.kind === 'when')) {
    const buttons = vocabulary().times.map((word) => {
      const choose = () => {
        input.value = word in vocabulary().days_ago ? `${dayOf(word, now())} ${timeIn(input.value)}`.trim() : word;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
        input.focus({ preventScroll: true });
      };
      return element('button', { type: 'button', class: 'plain', 'aria-label': `${word}：${label}`, click: choose }, word);
    });
    (place.querySelector('details') ?? input).before(element('div', { class: 'days' }, buttons));
    // “Two months ago” means another day tomorrow, and a case is kept longer than that.
    let before = '';
    input.addEventListener('focus', () => (before = input.value));
    input.addEventListener('change', () => {
      const words = unsaid(input.value);
      input.value = before && words === unsaid(before) ? before : settled(words, now());
      before = input.value;
    });
  }
}

function dayOf(word, now) {
  return localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - vocabulary().days_ago[word]));
}

/** The time of day in what was typed, as it was typed. Another day leaves it. */
export function timeIn(typed) {
  const [time] = unsaid(typed).match(new RegExp(`(${vocabulary().parts_of_day.join('|')})?\\s*\\d{1,2}\\s*[:：点时].*$`)) ?? [''];
  return time.trim();
}

/** What was typed, with the day in numbers where it began with a word for a day, or with the moment behind it where no year says when it was. */
export function settled(typed, now) {
  const words = typed.trim();
  const [word] = Object.keys(vocabulary().days_ago).filter((each) => words.startsWith(each));
  if (word) return `${dayOf(word, now)} ${words.slice(word.length).trim()}`.trim();
  const stays = !words || /\d{4}\s*[年./-]/.test(words) || vocabulary().forgotten.some((each) => words.includes(each));
  return stays ? typed : `${words}（${localDay(now)} ${localTime(now)} 说的）`;
}

/** What was typed without the moment that was put behind it. */
const unsaid = (typed) => typed.replace(/\s*（\d{4}-\d{2}-\d{2} \d{2}:\d{2} 说的）\s*$/, '');
