/**
 * The reader's own case, where one is kept in this browser: which evidence it asks for, and its texts as the reader has them.
 *
 * @typedef {import('./evidence-folder.mjs').Kind} Kind
 * @typedef {{ id: string, title: string, file: import('../case.mjs').CaseFile }} Known
 * @typedef {{ name: string, proves: string, have: boolean | null, needed: boolean, how_to_get: string }} Wanted as the verdict has it
 * @typedef {{ kind: Kind, wanted: Wanted, numbers: number[] }} Held what is asked for, and the numbers of the files that prove it
 */

import { Case } from '../case.mjs';
import { carriedOver, filledIn } from '../components/blank-words.mjs';
import { VERSION } from '../protocol.mjs';
import { Store } from '../store.mjs';
import { Tab } from '../tab.mjs';

const IN_TAB = '这个标签页里正在查的（没有存）';

/** That of this tab, and those on the device. @param {Store} [store] @param {Tab} [tab] @returns {Known[]} */
export function knownCases(store = new Store(), tab = new Tab()) {
  const open = tab.load();
  /** @type {Known[]} */
  const here = open ? [{ id: open.id, title: IN_TAB, file: fileOf(open) }] : [];
  const kept = store.list().map(({ id, title }) => ({ id, title: String(title), file: /** @type {any} */ (store.load(id)) }));
  return [...here, ...kept.filter(({ id, file }) => file && id !== open?.id)];
}

/** @param {any} parts @returns {import('../case.mjs').CaseFile} */
const fileOf = ({ answers, parties, events, texts, replies, status }) => ({
  v: VERSION,
  answers,
  parties: parties ?? {},
  events: events ?? [],
  texts: texts ?? {},
  replies: replies ?? [],
  status: status ?? {},
});

/** The conclusion on a case, or a sentence why there is none. @param {{ ask: (kind: string, payload: object) => Promise<any> }} checker @param {import('../case.mjs').CaseFile} file @returns {Promise<any>} */
export async function concluded(checker, { answers, parties, events }) {
  const reply = await checker.ask('check', { answers, parties, events });
  if (reply.kind === 'verdict') return { verdict: reply.verdict, trouble: '' };
  return { verdict: null, trouble: reply.kind === 'answer-errors' ? UNREAD(reply.errors) : reply.message };
}

const UNREAD = (errors) => `这件自查还没答完，先回去补上：${errors.map(({ message }) => message).slice(0, 3).join('；')}`;

/**
 * For each matter what it asks for, in its order. What goes by a name that no kind has is left out.
 *
 * @param {any} verdict @param {Kind[]} kinds @param {import('./evidence-folder.mjs').Folder} folder @returns {{ headline: string, held: Held[] }[]}
 */
export function askedFor({ matters }, kinds, folder) {
  const places = folder.places();
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const proving = (kind) => folder.readable.filter((item) => item.kinds.has(kind.id)).map((item) => places.get(item).number);
  const held = (wanted) => {
    const kind = byName.get(wanted.name);
    return kind ? [{ kind, wanted, numbers: proving(kind) }] : [];
  };
  return matters.map((matter) => ({ headline: matter.headline, held: inventoryOf(matter).flatMap(held) })).filter((each) => each.held.length);
}

/** @param {any} matter @returns {Wanted[]} */
const inventoryOf = ({ evidence: inventory }) => inventory;

/** What a kind proves in this case; in general where the case does not ask for it. @param {any} verdict @returns {(kind: Kind) => string} */
export function provingIn(verdict) {
  const rows = (verdict?.matters ?? []).flatMap(inventoryOf);
  return ({ name, proves }) => rows.find((row) => row.name === name)?.proves ?? proves;
}

/**
 * Every text of a case as its reader has it: changed where it was changed, filled in where it was filled in.
 *
 * @param {any} verdict @param {import('../case.mjs').CaseFile} file @param {Record<string, string>} blanks the field of a name or number by the blank that it fills
 * @returns {{ name: string, text: string }[]}
 */
export function textsOf(verdict, file, blanks) {
  const kept = new Case(file);
  const parties = file.parties ?? {};
  return verdict.matters.flatMap(({ route, letters }) =>
    letters.map(({ name, title, text }) => {
      const path = `${route}/${name}`;
      const edits = kept.edits(`${path}/text`);
      const same = edits.find(({ from }) => from === text) ?? edits.find((edit) => carriedOver(edit, text) !== null);
      const own = same ? carriedOver(same, text) : text;
      const value = (blank) => (Object.hasOwn(blanks, blank) ? parties[blanks[blank]] : kept.filled(path, blank)) ?? '';
      return { name: title, text: `${filledIn(own, value)}\n` };
    }),
  );
}
