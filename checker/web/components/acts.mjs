/** What is to be done, in its order: said early, and in the conclusion. */

import { element } from './element.mjs';
import { chineseDate } from './words.mjs';

export function list(name, items, className = null) {
  return items.length ? [element(name, { class: className }, items.map((item) => element('li', {}, item)))] : [];
}

export function drawActs(acts) {
  return list('ol', acts.map((act) => [element('strong', {}, when(act)), `：${act.what}`]), 'acts');
}

/** `by` is a day to come, `latest` the day after which what is to be done today is too late. */
function when({ by, latest, at_once: atOnce }) {
  if (atOnce) return '现在';
  if (by) return `到 ${chineseDate(by)}`;
  return latest ? `今天，最晚 ${chineseDate(latest)}` : '今天';
}
