/**
 * What the page and the worker say to each other: JSON strings, each with `v` and `kind`.
 *
 * page → worker    start {runtime, how, whole}         once, first; how is 'any' or 'cold', whole asks for all of Python
 *                  any other kind {id, needs?, ...}    a request, handed to Python's `checker.bridge.handle` as it is
 * worker → page    restoring {}                        after start, where memory was kept and all else has come
 *                  ready {how}                         after start; how is 'cold' or 'snapshot'
 *                  start-failed {how, missing, reason} after start; nothing follows
 *                  crashed {missing, reason}           Python itself broke, on a request or while it warmed up; nothing follows
 *                  not-fetched {id}                    what the request needs did not come; it may be asked again
 *                  any other kind {id, ...}            Python's reply to the request with this id
 */

/** Of messages and of case files. */
export const VERSION = 1;

/**
 * How a case stands, as a case file says it.
 *
 * @typedef {'open' | 'waiting' | 'solved'} State
 */

/** No reply can be had from the checker: it did not start, took too long, broke, or answered with something else than a reply. */
export class CheckerUnavailable extends Error {
  name = 'CheckerUnavailable';
}

/** A message as text. */
export function write(kind, fields = {}) {
  return JSON.stringify({ ...fields, v: VERSION, kind });
}

/** The message a text stands for. Throws `CheckerUnavailable` for anything that is no message of this version. */
export function read(text) {
  const message = parsed(text);
  if (message === null || typeof message !== 'object' || message.v !== VERSION || typeof message.kind !== 'string') {
    throw new CheckerUnavailable(`Not a message of version ${VERSION}`);
  }
  return message;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
