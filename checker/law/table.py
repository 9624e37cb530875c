"""Reading the TOML tables of this project."""

from importlib.resources import files
from typing import Any

from checker.prepared import prepared


def table(name: str, package: str = __package__) -> dict[str, Any]:
    """The parsed table ``<name>.toml`` of a package. Its rows are not to be written to."""
    made = prepared(f"{package.rpartition('.')[2]}_{name}")
    if made is not None:
        return made.TABLE
    import tomllib  # Where tables come prepared, nobody has to load a parser.

    return tomllib.loads(files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
