// Which functions of Pyodide's machine code are called while the requests on standard input are answered: begun as at a first visit, with memory saved, and begun again
// from that memory. Prints their numbers, and which requests came to a function that none before had come to, as JSON. Arguments: those of answering.mjs, the first a
// folder with machine code of noted.mjs in it.
import { answering, begun, requests } from '../checker/publish/answering.mjs';
import { save } from '../checker/web/python/load.mjs';
import { called, look } from './pages/called-flags.mjs';

const first = await begun();
look();
const handle = answering(first);
const news = requests.flatMap((request, number) => (handle(request), look() ? [number] : []));
const memory = save(await begun({ _makeSnapshot: true }));
look();
const again = answering(await begun({ _loadSnapshot: memory }));
requests.filter((_, number) => number % 7 === 0).forEach((request) => again(request));
look();
console.log(JSON.stringify({ called: [...called], news }));
process.exit(0);
