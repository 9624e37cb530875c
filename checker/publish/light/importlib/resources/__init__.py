"""In the place of importlib.resources, which importlib.abc imports for names that nobody here asks for: it would bring pathlib, tempfile, shutil.

What else is asked of this package is not there, and the page then begins again with the whole library.
"""


def __getattr__(name: str) -> object:
    # Python looks for a module of this name once it hears that there is nothing else.
    if name.startswith("__") or name == "abc":
        raise AttributeError(name)
    raise ModuleNotFoundError(f"No module named 'importlib.resources' with {name}", name="importlib.resources")
