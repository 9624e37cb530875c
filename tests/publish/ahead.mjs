// What Python still compiles while our package is imported, and what of that made ahead nobody wanted, as JSON. Arguments: those of answering.mjs.
import { begun } from '../../checker/publish/answering.mjs';

const python = await begun();
const seen = `
import dataclasses, re
import checker

texts, patterns = [], []
ahead = checker._ahead
given = [len(ahead.methods), len(ahead.patterns)]
seen = set(ahead.methods)
usual, ahead.usual = ahead.usual, lambda pattern, flags=0: patterns.append(str(pattern)) or usual(pattern, flags)

def executed(text, *places):
    if checker._name(text) not in seen:
        texts.append(text)
    ahead.exec(text, *places)

dataclasses.exec = executed
import checker.bridge, json
json.dumps({"given": given, "texts": texts, "patterns": patterns, "left": [len(ahead.methods), len(ahead.patterns)]})`;
console.log(python.runPython(seen));
process.exit(0);
