"""Fenced blocks named ``text``: what a reader is to copy, which is no program."""

from html import escape


def to_copy(source: str, *_: object, **__: object) -> str:
    """The block as it stands, escaped, as `pymdownx.superfences` asks for it.

    Without a ``<code>`` inside: the theme measures each of those while the page loads, and a page of texts holds a hundred.
    """
    return f'<pre class="to-copy">{escape(source)}</pre>'
