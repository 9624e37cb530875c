/** Words and numbers as every part of the result says them. */

/** 2026 年 11 月 24 日, for a date or the beginning of a time. */
export function chineseDate(iso) {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
}

/** Whole yuan without decimals, anything else with two. */
export function yuan(fen) {
  return `${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)} 元`;
}

/** A sentence with its full stop. */
export const ended = (words) => (/[。？！]$/.test(words) ? words : `${words}。`);
