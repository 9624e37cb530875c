/**
 * The course of events as its reader changed it: a list of lines of their own (`{when, what}`), of lines left out (`{of, struck}`), and where it holds
 * `{of}`, the order of all. What it means Python knows (`checker/ask/events.py`); the lines come from the verdict, the reader's own with an id that counts them.
 *
 * @typedef {{ of: string, struck?: boolean, when?: string } | { when?: string, what: string }} Entry
 * @typedef {{ id: string, words: string, by_reader: boolean, struck: boolean, optional: boolean, may_rise: boolean, undated: boolean, dated: boolean, question: string, remarks: any[] }} Line
 */

const isOwn = (entry) => !('of' in entry);

/** Which of the reader's own lines this is, from 0 on. @param {Line} line */
const numberOf = ({ id }) => Number(id.split('-').pop()) - 1;

/** A line of the reader's own as it was given. @param {Entry[]} events @param {Line} line */
export const givenAs = (events, line) => /** @type {{ when?: string, what: string }} */ (events.filter(isOwn)[numberOf(line)]);

/** @param {Entry[]} events @param {{ when: string, what: string }} given */
export const withAdded = (events, { when, what }) => [...events, when ? { when, what } : { what }];

/** @param {Entry[]} events @param {Line} line @param {{ when: string, what: string } | null} given what it says now; null where it goes */
export function withChanged(events, line, given) {
  const old = givenAs(events, line);
  return events.flatMap((each) => (each !== old ? [each] : given ? withAdded([], given) : []));
}

/** The entry of a line from the answers as it is, or a new one. @param {Entry[]} events @param {string} id */
const entryOf = (events, id) => /** @type {{ of: string, struck?: boolean, when?: string }} */ (events.find((each) => 'of' in each && each.of === id) ?? { of: id });

/** The list with this entry in its place. Where nobody has given an order, one that says nothing more goes. @param {Entry[]} events @param {{ of: string, struck?: boolean, when?: string }} entry */
function withEntry(events, entry) {
  const isIt = (each) => 'of' in each && each.of === entry.of;
  const isOrdered = events.some((each) => 'of' in each && !each.struck && !each.when);
  const says = entry.struck || entry.when || isOrdered;
  if (!events.some(isIt)) return says ? [...events, entry] : events;
  return events.flatMap((each) => (isIt(each) ? (says ? [entry] : []) : [each]));
}

/** A line from the answers with the day that no question asks for; without one again where it is empty. @param {Entry[]} events @param {Line} line @param {string} when */
export function withDay(events, { id }, when) {
  const { when: _, ...rest } = entryOf(events, id);
  return withEntry(events, when ? { ...rest, when } : rest);
}

/** A line from the answers left out, or put back. @param {Entry[]} events @param {Line} line */
export function withStruck(events, { id, struck }) {
  const { struck: _, ...rest } = entryOf(events, id);
  return withEntry(events, struck ? rest : { ...rest, struck: true });
}

/** The order of all lines, with this one a place further up. @param {Entry[]} events @param {Line[]} lines @param {number} index */
export function withRisen(events, lines, index) {
  const order = [...lines];
  order.splice(index - 1, 2, lines[index], lines[index - 1]);
  return order.map((line) => (line.by_reader ? givenAs(events, line) : entryOf(events, line.id)));
}
