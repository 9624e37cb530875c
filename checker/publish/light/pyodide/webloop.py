"""In the place of Pyodide's event loop, which would bring asyncio: the worker asks, Python answers, nothing waits.

What else is asked of this module is not there, and the page then begins again with the whole library.
"""

# A snapshot of memory is made only of one in which the first objects from JavaScript are those that Pyodide counts on.
from pyodide_js._api import scheduleCallback  # noqa: F401


def _initialize_event_loop() -> None:
    """None: there is none."""


def __getattr__(name: str) -> object:
    if name.startswith("__"):
        raise AttributeError(name)
    raise ModuleNotFoundError(f"No module named 'pyodide.webloop' with {name}", name="pyodide.webloop")
