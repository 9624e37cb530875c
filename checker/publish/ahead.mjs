// What Python compiles while our package is imported and warms up, besides its modules, as JSON: the texts that dataclasses write for themselves, and patterns as machine code
// of Python's own, which differs from machine to machine. Arguments: those of answering.mjs.
import { begun } from './answering.mjs';

const python = await begun();
const noted = `
import _sre, dataclasses, re

texts, patterns = [], []
usual = re._compiler.compile

def executed(text, *places):
    texts.append(text)
    exec(text, *places)

def compiled(pattern, flags=0):
    # Of bytes there is one, in the library, and it is read nowhere here.
    if not isinstance(pattern, str):
        return usual(pattern, flags)
    parsed = re._parser.parse(pattern, flags)
    index = parsed.state.groupdict
    names = [None, *(next((name for name, at in index.items() if at == group), None) for group in range(1, parsed.state.groups))]
    patterns.append([pattern, int(flags), int(flags | parsed.state.flags), re._compiler._code(parsed, flags), parsed.state.groups - 1, index, names])
    return usual(pattern, flags)

dataclasses.exec = executed
re._compiler.compile = compiled
import checker.bridge
checker.bridge.warm()
import json
json.dumps({"texts": texts, "patterns": patterns, "of": [_sre.MAGIC, _sre.CODESIZE, _sre.MAXREPEAT]})`;
// It is longer than what a pipe takes at once.
process.stdout.write(`${python.runPython(noted)}\n`, () => process.exit(0));
