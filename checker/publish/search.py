"""Mends of the theme's search: a Chinese query finds its last word, sounds and slips of the keyboard find theirs, and a page loads nothing of it until
somebody searches.

The theme cuts a query into the words of its index, but its loop never looks at a word that ends where the query ends: 不发货 is taken for 不, and
卡密用过 for 卡密. Its worker is made to ask our module `searching/asked.mjs` what a query means. And its script would fetch worker and index, more than
all the rest of a page, wherever somebody reads.
"""

BROKEN = "o<t.length;o++)t.slice(s,o)in e"
MENDED = "o<=t.length;o++)t.slice(s,o)in e"

TAKEN, ASKED = "case 2:let e=t.data;", "case 2:let e=yield self.asked(t.data);"
#: As the worker begins: once it gets the sections it loads our module, and whatever goes wrong there, a query stays as it was typed.
ASKING = (
    'self.asked=(()=>{{let found;addEventListener("message",({{data}})=>{{if(data.type===0)'
    'found=Promise.all([import("{module}"),fetch("{words}").then(reply=>reply.text())])'
    ".then(([{{Asked}},words])=>new Asked(data.data.docs,words))}});"
    "return query=>Promise.resolve(found).then(asked=>asked.meaning(query)).catch(()=>query)}})();\n"
)

#: What the theme's script does for every page, and what it does instead: worker and index come once the search is opened, or a page is opened from it.
AT_ONCE = {
    'L($(location.protocol!=="file:"),Je("search"))': 'Je("search")',
    'z([t,r.pipe(Q(we()),g(o=>!!o.searchParams.get("h")))])': 'r.pipe(Q(we()),g(o=>!!o.searchParams.get("h")),b(o=>z([t,$(o)])))',
    # Whatever is linked as another form of a page would be taken for another language, with a map of its own to be fetched.
    'M("link[rel=alternate]")': 'M("link[rel=alternate][hreflang]")',
    "function Mn(e,t=new Worker(e)){": (
        "function Mn(e,t=(()=>{let w,t=new EventTarget;return t.postMessage=d=>{w||(w=new Worker(e),"
        'w.onmessage=({data})=>t.dispatchEvent(new MessageEvent("message",{data}))),w.postMessage(d)},t})()){'
    ),
}


def mend(worker: str, *, module: str, words: str) -> str:
    """The text of the search worker, mended. ``module`` is the address of our module, ``words`` that of the dictionary, both as seen from the worker.

    :raises ValueError: the theme's script is another one, so that somebody has to look whether it still needs this.
    """
    return ASKING.format(module=module, words=words) + _replaced(worker, {BROKEN: MENDED, TAKEN: ASKED})


def mend_page(script: str) -> str:
    """The text of the theme's script for pages, which leaves the search alone until it is wanted.

    :raises ValueError: the theme's script is another one.
    """
    return _replaced(script, AT_ONCE)


def _replaced(script: str, edits: dict[str, str]) -> str:
    for old, new in edits.items():
        if script.count(old) != 1:
            raise ValueError(
                f"The theme's search has changed: see whether checker/publish/search.py is still needed. There is no single {old}"
            )
        script = script.replace(old, new)
    return script
