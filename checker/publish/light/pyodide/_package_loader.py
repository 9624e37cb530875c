"""In the place of Pyodide's installer of packages, which would bring zipfile, tempfile and shutil: nothing is installed here.

What else is asked of this module is not there, and the page then begins again with the whole library.
"""

from site import getsitepackages

# As in webloop: memory counts on it.
from pyodide_js import loadedPackages  # noqa: F401


class _Place:
    """A path that scripts ask for its words: they would get a plain string as one of their own."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = _Place(getsitepackages()[0])
DSO_DIR = _Place("/usr/lib")


def init_loaded_packages() -> None:
    """None are."""


def __getattr__(name: str) -> object:
    if name.startswith("__"):
        raise AttributeError(name)
    raise ModuleNotFoundError(f"No module named 'pyodide._package_loader' with {name}", name="pyodide._package_loader")
