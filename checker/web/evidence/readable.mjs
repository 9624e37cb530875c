/**
 * Whether a picture of text can be read, by measures that do not depend on how large it is. The numbers below which something is said are rows
 * (`readable` in `checker/keep/archive/archive.toml`); `bench/pictures.py` tells how well they do.
 *
 * A line of text is a run of pixel rows in which, within an eighth of the picture's width, light and dark alternate. The steepest step in it from one
 * pixel to the next, as a part of its contrast, tells how wide the edges of strokes are. How many such widths fit into the height of the line tells
 * whether strokes can be told apart, whatever made them wide: blur, a picture made small, or one made large again.
 */

import { SLICE_MS, pause } from './slices.mjs';
import { TERMS } from './terms.mjs';

/** Parts of the width that are looked at by themselves, and the fewest pixels of one. */
const PARTS = 8;
const NARROWEST = 24;
/** The part of a picture's whole range of light that alternates where text is. */
const ALTERNATES = 0.2;
/** Rows of the lowest line that is one. */
const LOWEST = 4;
/** The part of all pixels that may be darker or lighter than what is taken for the darkest or lightest. */
const STRAY = 1e-4;

/** @typedef {{ width: number, height: number, data: Uint8ClampedArray }} Picture as a canvas gives it */
/** @typedef {{ side: number, lines: number, contrast: number, clear: number }} Measures pixels of the smaller side; lines or parts of lines; the medians of their contrast (WCAG) and of the widths of an edge in their height, 0 where there are none */
/** @typedef {{ run: number, step: number, dark: number, light: number }} Run what is known of a line while its rows are gone through */

/**
 * @param {Picture} picture @param {{ signal?: AbortSignal, clock?: () => number }} [going] @returns {Promise<Measures>}
 */
export async function measure({ width, height, data }, { signal, clock = () => performance.now() } = {}) {
  const grey = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  /** @type {(y: number) => void} */
  const weigh = (y) => {
    for (let at = y * width; at < (y + 1) * width; at += 1) {
      // The weights of sRGB's colours in what is seen as light (IEC 61966-2-1).
      grey[at] = 0.2126 * data[4 * at] + 0.7152 * data[4 * at + 1] + 0.0722 * data[4 * at + 2] + 0.5;
      counts[grey[at]] += 1;
    }
  };
  await eachRow(height, weigh, signal, clock);
  const least = ALTERNATES * Math.max(1, lightest(counts, grey.length) - darkest(counts, grey.length));
  const lines = await linesOf({ width, height, grey }, least, signal, clock);
  return {
    side: Math.min(width, height),
    lines: lines.length,
    contrast: median(lines.map(({ dark, light }) => (shine(light) + 0.05) / (shine(dark) + 0.05))),
    clear: median(lines.map(({ run, step, dark, light }) => (run * step) / (light - dark))),
  };
}

/** What is to be said of it, in words; nothing of a picture in which there is nothing to say. @param {Measures} measures */
export function remarks(measures) {
  const { nothing, ...rows } = TERMS.readable;
  const asked = measures.lines < nothing.below ? { small: rows.small, nothing } : rows;
  const found = Object.entries(asked).filter(([, { measure: name, below }]) => measures[name] < below);
  return found.map(([id, { words }]) => ({ id, words }));
}

/** @param {{ width: number, height: number, grey: Uint8Array }} picture @param {number} least @param {AbortSignal | undefined} signal @param {() => number} clock */
async function linesOf({ width, height, grey }, least, signal, clock) {
  const part = Math.max(NARROWEST, Math.ceil(width / PARTS));
  const starts = Array.from({ length: Math.ceil(width / part) }, (_, place) => place * part).filter((start) => width - start > part / 2);
  const fresh = () => ({ run: 0, step: 0, dark: 255, light: 0 });
  /** @type {Run[]} */
  const runs = starts.map(fresh);
  /** @type {Run[]} */
  const lines = [];
  const end = (place) => {
    const { run } = runs[place];
    // What fills half of a picture is no line in it.
    if (run >= LOWEST && run < height / 2) lines.push(runs[place]);
    if (run) runs[place] = fresh();
  };
  const look = (y) =>
    starts.forEach((start, place) => {
      const row = rowOf(grey, y * width + start, y * width + Math.min(width, start + part));
      if (row.light - row.dark <= least) return end(place);
      const { run, step, dark, light } = runs[place];
      runs[place] = { run: run + 1, step: Math.max(step, row.step), dark: Math.min(dark, row.dark), light: Math.max(light, row.light) };
      return undefined;
    });
  await eachRow(height, look, signal, clock);
  starts.forEach((_, place) => end(place));
  return lines;
}

/** The darkest and the lightest of some pixels in a row, and the steepest step between two of them. @param {Uint8Array} grey @param {number} from @param {number} to */
function rowOf(grey, from, to) {
  let [dark, light, step] = [255, 0, 0];
  for (let at = from; at < to; at += 1) {
    const value = grey[at];
    if (value < dark) dark = value;
    if (value > light) light = value;
    const by = at > from ? Math.abs(value - grey[at - 1]) : 0;
    if (by > step) step = by;
  }
  return { dark, light, step };
}

/** Goes through all rows, and lets the page do what it has to meanwhile. @param {number} height @param {(y: number) => void} act @param {AbortSignal | undefined} signal @param {() => number} clock */
async function eachRow(height, act, signal, clock) {
  let begun = clock();
  for (let y = 0; y < height; y += 1) {
    act(y);
    if (clock() - begun < SLICE_MS / 2) continue;
    await pause();
    signal?.throwIfAborted();
    begun = clock();
  }
}

const darkest = (counts, all) => reached([...counts], all);
const lightest = (counts, all) => 255 - reached([...counts].reverse(), all);

/** @param {number[]} counts @param {number} all */
function reached(counts, all) {
  let sum = 0;
  return Math.max(0, counts.findIndex((count) => (sum += count) > STRAY * all));
}

/** How much light a grey gives, from 0 to 1 (WCAG 2.2, relative luminance). @param {number} grey */
const shine = (grey) => (grey <= 10 ? grey / 255 / 12.92 : ((grey / 255 + 0.055) / 1.055) ** 2.4);

/** @param {number[]} values */
const median = (values) => values.sort((one, other) => one - other)[values.length >> 1] ?? 0;
