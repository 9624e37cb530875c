/** The page's side of the checker: starts the worker, asks it, and notices when no answer will come. */

import { CheckerUnavailable, read, write } from './protocol.mjs';
import { dropMemory } from './python/memory.mjs';

export { CheckerUnavailable };

/**
 * A checker that may not be there yet, or not any more.
 *
 * It begins with the memory of an earlier visit where there is one. If that does not hold, or something is missing of Python, it
 * begins once more without, or with the whole, and whoever asked meanwhile notices nothing but the time.
 *
 * `state` is 'idle', 'preparing', 'ready' or 'failed'; each change is a 'state' event. Once failed, every request is refused at once
 * until `retry()`. No promise stays open: every wait has a limit.
 */
export class CheckerClient extends EventTarget {
  #state = 'idle';
  /** How Python began or begins: 'cold', or from a 'snapshot' of its memory; null before that is known. @type {string | null} */
  how = null;
  #worker = null;
  /** What this start was asked to do without or with. */
  #asked = { how: 'any', whole: false };
  #limit = null;
  #lastId = 0;
  /** Requests without a reply, by id: {text, resolve, reject, limit}. `limit` is null until the request was sent. */
  #open = new Map();

  /** `runtimeUrl` is the runtime's lock file. `Worker`, `forget` and `timers` are there for tests. */
  constructor({
    runtimeUrl,
    workerUrl = new URL('./worker.mjs', import.meta.url),
    startLimitMs = 60_000,
    restoreLimitMs = 15_000,
    requestLimitMs = 15_000,
    Worker = globalThis.Worker,
    forget = dropMemory,
    timers = { set: (run, ms) => setTimeout(run, ms), clear: (timer) => clearTimeout(timer) },
  }) {
    super();
    this.runtimeUrl = runtimeUrl;
    this.workerUrl = workerUrl;
    this.startLimitMs = startLimitMs;
    this.restoreLimitMs = restoreLimitMs;
    this.requestLimitMs = requestLimitMs;
    this.Worker = Worker;
    this.forget = forget;
    this.timers = timers;
  }

  /** The address of the runtime's lock file, in full. */
  get address() {
    return new URL(this.runtimeUrl, globalThis.document?.baseURI).href;
  }

  /** Whether this start took all of Python. */
  get isWhole() {
    return this.#asked.whole;
  }

  get state() {
    return this.#state;
  }

  /** Begin to load, if nothing has begun. Safe to call often; never throws. */
  start() {
    if (this.#state === 'idle') this.#begin();
  }

  /** Give up on the present worker and begin anew with a fresh one, and with nothing that was kept. */
  retry() {
    this.#giveUp('The checker was started anew');
    this.forget();
    this.#begin({ how: 'cold', whole: false });
  }

  /** End the worker, and with it whatever it was told. The next `start` begins anew. */
  stop() {
    this.#giveUp('The checker was ended');
    this.#enter('idle');
  }

  /**
   * The reply to one request, as `checker.bridge` gives it: "answer-errors" and "failed" are replies too.
   * Rejects with `CheckerUnavailable` when there will be none. Waits for a checker that is still being prepared.
   */
  request(kind, payload = {}) {
    this.start();
    if (this.#state === 'failed') return Promise.reject(new CheckerUnavailable('The checker has failed and was not started anew'));
    const id = String(++this.#lastId);
    return new Promise((resolve, reject) => {
      this.#open.set(id, { text: write(kind, { ...payload, id }), resolve, reject, limit: null });
      if (this.#state === 'ready') this.#send(id);
    });
  }

  #begin(asked = { how: 'any', whole: false }) {
    this.#asked = asked;
    this.how = null;
    this.#enter('preparing');
    this.#allow(this.startLimitMs);
    try {
      this.#worker = this.#listenTo(new this.Worker(this.workerUrl, { type: 'module' }));
      this.#worker.postMessage(write('start', { runtime: this.address, ...asked }));
    } catch (error) {
      this.#fail(`No worker: ${error}`);
    }
  }

  /** What is not ready by then, counted from now, is begun without memory or has failed. */
  #allow(ms) {
    this.timers.clear(this.#limit);
    this.#limit = this.timers.set(() => this.#mend({ reason: `The checker was not ready after ${ms} ms` }), ms);
  }

  #listenTo(worker) {
    // What an abandoned worker still says concerns nobody.
    const whileOurs = (act) => (event) => {
      if (worker === this.#worker) act(event);
    };
    worker.addEventListener('message', whileOurs((event) => this.#hear(event.data)));
    worker.addEventListener('error', whileOurs((event) => this.#fail(`The worker broke: ${event.message ?? 'no reason given'}`)));
    worker.addEventListener('messageerror', whileOurs(() => this.#fail('A message could not be read')));
    return worker;
  }

  #hear(text) {
    try {
      this.#take(read(text));
    } catch (error) {
      this.#fail(error.message);
    }
  }

  #take(message) {
    if (message.kind === 'ready' && this.#state === 'preparing') {
      this.#beReady(message.how);
    } else if (message.kind === 'restoring' && this.#state === 'preparing') {
      this.how = 'snapshot';
      this.#allow(this.restoreLimitMs);
    } else if (message.kind === 'start-failed' || message.kind === 'crashed') {
      this.#mend(message);
    } else {
      this.#settle(message);
    }
  }

  /** Once more without what was kept, which can hang as well as break, or with all of Python; each is tried once. */
  #mend({ how = this.how, missing = false, reason }) {
    if (how === 'snapshot') this.forget();
    if (missing && !this.#asked.whole) return this.#beginAgain({ how: 'cold', whole: true });
    if (how === 'snapshot') return this.#beginAgain({ how: 'cold', whole: false });
    return this.#fail(reason);
  }

  #beginAgain(asked) {
    this.timers.clear(this.#limit);
    this.#worker.terminate();
    for (const request of this.#open.values()) {
      this.timers.clear(request.limit);
      request.limit = null;
    }
    this.#begin(asked);
  }

  #beReady(how) {
    this.how = how;
    this.timers.clear(this.#limit);
    this.#enter('ready');
    for (const [id, request] of this.#open) if (request.limit === null) this.#send(id);
  }

  #send(id) {
    const request = this.#open.get(id);
    const late = () => this.#mend({ reason: `No reply after ${this.requestLimitMs} ms` });
    request.limit = this.timers.set(late, this.requestLimitMs);
    this.#worker.postMessage(request.text);
  }

  #settle(reply) {
    const request = this.#open.get(reply.id);
    if (!request) throw new CheckerUnavailable('A reply to no request of ours');
    this.#open.delete(reply.id);
    this.timers.clear(request.limit);
    request.resolve(reply);
  }

  #fail(reason) {
    this.#giveUp(reason);
    this.#enter('failed', reason);
  }

  /** Python may be in the middle of something, so the worker is ended rather than asked to stop. */
  #giveUp(reason) {
    this.timers.clear(this.#limit);
    this.#worker?.terminate();
    this.#worker = null;
    const open = [...this.#open.values()];
    this.#open.clear();
    for (const request of open) {
      this.timers.clear(request.limit);
      request.reject(new CheckerUnavailable(reason));
    }
  }

  #enter(state, reason = null) {
    this.#state = state;
    this.dispatchEvent(new CustomEvent('state', { detail: { state, reason } }));
  }
}
