"""In the place of importlib.resources, which importlib.abc imports for a class that nobody here asks for: it would bring pathlib, tempfile, shutil."""
