"""All generated pages, made once in a process: it takes seconds."""

from functools import cache

# By its name here it is the real one, whatever a test has put in its place.
from checker.publish.pages import pages


@cache
def every_page() -> dict[str, str]:
    return pages()
