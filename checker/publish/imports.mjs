// Which modules Python has imported once it has answered the requests on standard input, as a browser would: their names, as JSON. Arguments: those of answering.mjs.
import { answering, begun, requests } from './answering.mjs';

const python = await begun();
const handle = answering(python);
for (const request of requests) handle(request);
// Some come in Python's own machine code, whatever lies on its path.
const named = `
import sys, json
json.dumps(sorted(name for name, module in sys.modules.items() if module and getattr(getattr(module, '__spec__', None), 'origin', '') != 'frozen'))`;
console.log(python.runPython(named));
process.exit(0);
