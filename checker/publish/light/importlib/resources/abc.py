"""In the place of importlib.resources.abc; see the package."""
