"""All generated pages, made once in a process: it takes seconds."""

from functools import cache

from checker.publish import pages


@cache
def every_page() -> dict[str, str]:
    return pages.pages()
