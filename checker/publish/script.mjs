// Pyodide's script as readers get it first: without what only names lead to that nobody asks for. It is made for libraries that are linked while it runs, and hands them three thousand
// functions of its machine code and a thousand of its own, from screens to sockets; no page of ours loads one. Begun, it would spend more time on these than on Python.
import { minify } from 'terser';

/** Its licence asks that whoever gets it learns that it was changed and where its source is. */
const NOTICE = '/* From pyodide.asm.js of Pyodide, changed: parts that this site does not use were taken out. MPL-2.0. Source: https://github.com/pyodide/pyodide */';
const NAME = '[A-Za-z_$][\\w$]*';
/** A function or an address of the machine code, given a name. */
const NAMED = new RegExp(`var (${NAME})=Module\\["\\1"\\]=(?:wasmExports\\["[^"]+"\\]|\\d+);`, 'g');
/** A function of the script, given to whoever holds the module. */
const GIVEN = new RegExp(`(?<=[;}])Module\\["(${NAME})"\\]=${NAME};`, 'g');
/** What types a function of the script has, for who links it. */
const TYPED = new RegExp(`(?<=[;}])(${NAME})\\.sig="[^"]*";`, 'g');
const LINKABLE = /(?<=var wasmImports=\{)[^}]*(?=\};)/;
/** Every name of the machine code gets a place in the table of what libraries may ask for. Once it is begun, those are there that it asks for itself. */
const FOR_LIBRARIES = 'GOT[symName]||=new WebAssembly.Global({value:"i32",mutable:true});';

/**
 * @param {string} script as delivered @param {string} askedBy the text of all scripts that ask it for something @param {Set<string>} imported what its machine code imports
 * @returns {Promise<string>}
 */
export async function leanScript(script, askedBy, imported) {
  let text = changed(script, LINKABLE, (all) => all.split(',').filter((entry) => imported.has(keyOf(entry))).join(','));
  text = changed(text, FOR_LIBRARIES, () => 'if(!GOT[symName])continue;');
  const words = new Set((text.replace(NAMED, '') + askedBy).match(new RegExp(NAME, 'g')));
  text = changed(text, NAMED, (all, name) => (words.has(name) ? all : ''));
  // Asked for as a property, or by a name in quotes.
  const asked = new Set([...(text.replace(GIVEN, '') + askedBy).matchAll(new RegExp(`[.'"\`](${NAME})`, 'g'))].map(([, name]) => name));
  text = changed(text, GIVEN, (all, name) => (asked.has(name) ? all : ''));
  const linked = new Set(text.match(LINKABLE)[0].split(',').map((entry) => entry.split(':').at(-1)));
  text = changed(text, TYPED, (all, name) => (linked.has(name) ? all : ''));
  // Where text may be run that sees every name, none could go. It is run by functions that link libraries, and by nobody else.
  text = changed(text, /(?<![\w$.])eval\(/g, () => '(0,eval)(');
  const { code } = await minify(text, {
    compress: { defaults: false, unused: true, dead_code: true, side_effects: true, passes: 4, keep_fargs: true, keep_fnames: true, keep_classnames: true },
    mangle: false,
    format: { comments: false, preamble: NOTICE },
  });
  return code;
}

/** With what was found replaced. Throws where nothing was: then this is the script of another edition, and what is to go has to be looked for anew. */
function changed(text, what, into) {
  const made = text.replace(what, into);
  if (made === text) throw new Error(`Pyodide's script holds nothing like ${what} any more.`);
  return made;
}

function keyOf(entry) {
  return entry.split(':')[0].replaceAll('"', '');
}
