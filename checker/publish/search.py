"""A mend of the theme's search, so that a Chinese query finds its last word.

The theme cuts a query into the words of its index, but its loop never looks at a word that ends where the query ends: 不发货 is
taken for 不, and 卡密用过 for 卡密. One sign in the script of its search worker puts that right.
"""

BROKEN = "o<t.length;o++)t.slice(s,o)in e"
MENDED = "o<=t.length;o++)t.slice(s,o)in e"


def mend(worker: str) -> str:
    """The text of the search worker, mended.

    :raises ValueError: the theme's script is another one, so that somebody has to look whether it still needs this.
    """
    if worker.count(BROKEN) != 1:
        raise ValueError("The theme's search worker has changed: see whether checker/publish/search.py is still needed.")
    return worker.replace(BROKEN, MENDED)
