"""In the place of asyncio: Pyodide wants to know where a loop would come from, and never asks for one here.

What else is asked of this module is not there, and the page then begins again with the whole library.
"""


def get_event_loop() -> None:
    """None: there is none.

    :raises ModuleNotFoundError: always.
    """
    raise ModuleNotFoundError("No module named 'asyncio.events'", name="asyncio.events")


def __getattr__(name: str) -> object:
    if name.startswith("__"):
        raise AttributeError(name)
    raise ModuleNotFoundError(f"No module named 'asyncio' with {name}", name="asyncio")
