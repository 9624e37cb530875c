// What Python still compiles while our package is imported, and what of that made ahead nobody wanted, as JSON. Arguments: those of answering.mjs.
import { begun } from '../../checker/publish/answering.mjs';

const python = await begun();
const seen = `
import dataclasses, json, re
import checker

texts, patterns = [], []
ahead = checker._ahead
given = [len(ahead.methods), len(ahead.patterns)]
usual, ahead.usual = ahead.usual, lambda pattern, flags=0: patterns.append(pattern) or usual(pattern, flags)

def executed(text, *places):
    before = len(ahead.methods)
    ahead.exec(text, *places)
    if len(ahead.methods) == before:
        texts.append(text)

dataclasses.exec = executed
import checker.bridge
json.dumps({"given": given, "texts": texts, "patterns": patterns, "left": [len(ahead.methods), len(ahead.patterns)]})`;
console.log(python.runPython(seen));
process.exit(0);
