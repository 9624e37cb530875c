// Answers the requests on standard input with Python begun from memory and without the zips that it imports from. Prints how many were answered, and how often Python looked for
// something in them. Arguments: those of answering.mjs.
import { answering, begun, requests } from '../../checker/publish/answering.mjs';
import { save } from '../../checker/web/python/load.mjs';
import { leaveOut } from '../../checker/web/python/zips.mjs';

const memory = save(await begun({ _makeSnapshot: true }));
const python = await begun({ _loadSnapshot: memory });
let wanted = 0;
leaveOut(python.FS, { '/lib/python313.zip': '', '/lib/rules.zip': '' }, () => (wanted += 1));
const handle = answering(python);
const isAnswered = (request) => {
  try {
    return Boolean(JSON.parse(handle(request)).kind);
  } catch (error) {
    if (!wanted) throw error;
    return false;
  }
};
console.log(requests.filter(isAnswered).length, wanted);
process.exit(0);
