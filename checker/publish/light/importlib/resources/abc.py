"""In the place of importlib.resources.abc, of which importlib.abc only asks what its names are; see the package."""

__all__ = ["ResourceReader", "Traversable", "TraversableResources"]  # noqa: F822


def __getattr__(name: str) -> object:
    if name.startswith("__"):
        raise AttributeError(name)
    raise ModuleNotFoundError(f"No module named 'importlib.resources.abc' with {name}", name="importlib.resources.abc")
