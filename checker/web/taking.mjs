/** Answers that were read out of somebody's own words and ticked, put to those that are there. Nothing that was not ticked is taken over. */

import { chosen } from './topics.mjs';

/**
 * @typedef {{ question: string, value: string }} Ticked one option, or what is to stand in a field
 * @typedef {{ id: string, many?: boolean, alone: string[] }} Taking a question as far as this needs it: whether several may be chosen, and what goes
 *   with no other
 * @typedef {import('./state.mjs').Answers} Answers
 */

/** @param {import('./questionnaire.mjs').Item} item @returns {Taking} */
export const takingOf = ({ id, many, inputs }) => ({ id, many, alone: inputs.filter(({ dataset }) => 'alone' in dataset).map(({ value }) => value) });

/** @param {Readonly<Answers>} answers @param {Ticked[]} ticked @param {Taking[]} questions @returns {Answers} */
export function withTaken(answers, ticked, questions) {
  /** @type {Answers} */
  const found = { ...answers };
  for (const { question, value } of ticked) {
    const asked = questions.find(({ id }) => id === question);
    if (!asked || value.trim() === '') continue;
    found[question] = asked.many ? together(chosen(found[question]), value, asked.alone) : value;
  }
  return found;
}

/** @param {string[]} values @param {string} value @param {string[]} alone */
function together(values, value, alone) {
  if (alone.includes(value)) return [value];
  return [...values.filter((each) => each !== value && !alone.includes(each)), value];
}

/** How a proposal stands to the answers as they are: nothing was answered there, it is the same, or it would change or add something. @param {Readonly<Answers>} answers @param {Ticked} proposal @param {Taking} question @returns {'open' | 'same' | 'adds' | 'changes'} */
export function standing(answers, { question, value }, { many, alone }) {
  const given = chosen(answers[question]);
  if (!given.length) return 'open';
  if (given.includes(value)) return 'same';
  return many && !alone.includes(value) && !given.some((each) => alone.includes(each)) ? 'adds' : 'changes';
}
