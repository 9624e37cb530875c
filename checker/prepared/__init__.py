"""Tables and templates as a build for the browser has worked them out, so that no reader's phone has to parse and compile them.

Here there are none: `checker.publish.prepare` writes them into the copy of this package that readers get.
"""

from importlib import import_module
from types import ModuleType


def prepared(name: str) -> ModuleType | None:
    """The module that stands for a table or a template; ``None`` where there are only the files themselves."""
    full = f"{__name__}.{name}"
    try:
        return import_module(full)
    except ModuleNotFoundError as error:
        if error.name != full:
            raise
        return None
