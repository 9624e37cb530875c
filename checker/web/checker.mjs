/** What the page asks of Python, with the answers as they stand. Replies always come: without Python they say so in words. */

import { CheckerClient } from './client.mjs';
import { keepRuntime } from './offline/keep-runtime.mjs';
import { hasMemory } from './python/memory.mjs';
import { firstOf, partsOf } from './python/parts.mjs';

const UNAVAILABLE = '自查程序没能在这台浏览器里运行。可能是网络断了，也可能是浏览器太旧。';
/** Going on waits this long for what Python says of a topic; it is ready or it is not. */
const PROGRESS_MS = 1_500;
/** What Python says of a topic is asked for when nothing was answered for so long, so that who goes on then finds it there. */
const PAUSE_MS = 150;
const NOTHING_SAID = { kind: 'progress', isSilent: true, errors: [], decided: null, first: [] };

export class Checker {
  /** The answers that the verdict is about, and when it was asked for. */
  #sent = null;
  /** What was asked ahead: what the answers were, and the reply to them. @type {{ of: string, reply: Promise<any> } | null} */
  #ahead = null;
  /** What was asked last before all is answered, in the same way. @type {{ of: string, reply: Promise<any> } | null} */
  #said = null;
  #pause = null;
  #stops = 0;
  /** Ends what is being prepared for later visits. @type {AbortController | null} */
  #preparing = null;

  /** @param {string} runtimeUrl @param {import('./questionnaire.mjs').Questionnaire} questionnaire */
  constructor(runtimeUrl, questionnaire) {
    this.client = new CheckerClient({ runtimeUrl });
    this.questionnaire = questionnaire;
    this.client.addEventListener('state', () => this.client.state === 'ready' && this.#keep());
  }

  /**
   * Loads Python while the first question is read, once the page is there and has nothing else to do. For readers who pay for what they
   * load it waits for the first answer.
   */
  async startWhenIdle(page = document) {
    if (/** @type {any} */ (navigator).connection?.saveData) return;
    if (page.readyState !== 'complete') await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
    idle(() => this.client.start());
  }

  /** The verdict on the answers, or what cannot be read. */
  async check() {
    const sent = (this.#sent = this.#now());
    const stops = this.#stops;
    const early = this.#ahead?.of === JSON.stringify(sent) ? await this.#ahead.reply : null;
    // Who was ended meanwhile is told nothing any more.
    if (stops !== this.#stops) return { kind: 'failed', message: UNAVAILABLE };
    const reply = early?.kind === 'verdict' ? early : await this.#request('check', sent);
    this.#prepareLater();
    return reply;
  }

  /** The verdict on the answers as they stand, worked out before anybody asks for it; null where there is none. */
  async checkAhead() {
    if (this.client.state !== 'ready') return null;
    const payload = this.#now();
    const of = JSON.stringify(payload);
    if (this.#ahead?.of !== of) this.#ahead = { of, reply: this.#request('check', payload) };
    const reply = await this.#ahead.reply;
    return reply.kind === 'verdict' && this.#ahead?.of === of ? reply.verdict : null;
  }

  /** Ends whatever runs. The next request begins anew. */
  stop() {
    this.#preparing?.abort();
    this.#preparing = null;
    this.#ahead = null;
    this.#said = null;
    this.#sent = null;
    this.#stops += 1;
    clearTimeout(this.#pause);
    this.client.stop();
  }

  /** What was loaded is there without a network from now on. */
  #keep() {
    keepRuntime(firstOf(this.client.address, this.client.isWhole));
  }

  /** A later visit begins faster with what another worker works out now, while this one's reader reads. */
  async #prepareLater() {
    const { state, how, isWhole } = this.client;
    if (this.#preparing || state !== 'ready' || how !== 'cold' || isWhole || hasLittleMemory()) return;
    const { signal } = (this.#preparing = new AbortController());
    await new Promise((resolve) => idle(resolve));
    // To ask whether there is one makes a place for it.
    if (signal.aborted || (await hasMemory(this.client.address))) return;
    // It comes when it is of use; where it cannot be had, a later visit takes as long as this one.
    const module = await import('./python/make-memory.mjs').catch(() => null);
    await module?.makeMemory(this.client.address, signal);
  }

  /** What can be said before all is answered; nothing at all (`isSilent`) while Python is not ready, or where it takes too long. @param {number | null} limitMs null where nobody waits for it */
  progress(limitMs = PROGRESS_MS) {
    if (this.client.state !== 'ready') return Promise.resolve(NOTHING_SAID);
    const payload = this.#now();
    const of = JSON.stringify(payload);
    if (this.#said?.of !== of) this.#said = { of, reply: this.#request('progress', payload) };
    const said = this.#said;
    const reply = said.reply.then((each) => {
      if (each.kind === 'progress') return each;
      // Asked for once more, it may be said.
      if (this.#said === said) this.#said = null;
      return NOTHING_SAID;
    });
    return limitMs === null ? reply : Promise.race([reply, new Promise((resolve) => setTimeout(resolve, limitMs, NOTHING_SAID))]);
  }

  /** Has that worked out once the reader pauses. */
  progressSoon() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.progress(null), PAUSE_MS);
  }

  /** A Word file with these texts; null where it cannot be had now. @param {{ letter: string, text: string }[]} texts @returns {Promise<Uint8Array | null>} */
  async word(texts) {
    try {
      const reply = await this.client.request('word', { ...this.#now(), needs: 'word', texts });
      if (reply.kind !== 'file') return null;
      keepRuntime([partsOf(this.client.address).later('word')]);
      return Uint8Array.from(atob(reply.base64), (each) => each.charCodeAt(0));
    } catch {
      return null;
    }
  }

  /** Remarks on a text that was changed, against the answers of the verdict and the names as they are. Rejects when there is nobody to ask. */
  async lint(route, letter, text) {
    const { parties } = this.questionnaire.sent();
    const reply = await this.client.request('lint', { ...this.#sent, parties, route, letter, text });
    if (reply.kind !== 'remarks') throw new Error(reply.message ?? reply.kind);
    return reply.remarks;
  }

  /** Any other request with the answers as they stand. */
  ask(kind, payload = {}) {
    this.revive();
    return this.#request(kind, { ...this.#now(), ...payload });
  }

  /** A checker that has failed gets another try. */
  revive() {
    if (this.client.state === 'failed') this.client.retry();
  }

  #now() {
    return { ...this.questionnaire.sent(), now: localMinute(new Date()) };
  }

  async #request(kind, payload) {
    try {
      return await this.client.request(kind, payload);
    } catch {
      return { kind: 'failed', message: UNAVAILABLE };
    }
  }
}

/** While nothing else is to be done. Safari cannot tell, so there it is some time after the verdict was drawn. */
const idle = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 2_000));

/** A second Python beside the first takes some hundred megabytes; where a phone cannot spare them, the page with its answers might go. */
const hasLittleMemory = () => /** @type {any} */ (navigator).deviceMemory <= 2;

/** The reader's own clock, to the minute, with its offset from UTC: 2026-11-24T15:04+08:00. */
function localMinute(date) {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 16);
  const two = (number) => String(Math.trunc(number)).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}
