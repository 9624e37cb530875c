"""Reading the TOML tables of this project."""

from typing import Any

from checker.prepared import prepared


def table(name: str, package: str = __package__) -> dict[str, Any]:
    """The parsed table ``<name>.toml`` of a package. Its rows are not to be written to."""
    made = prepared(f"{package.rpartition('.')[2]}_{name}")
    if made is not None:
        # Nobody but the build knows what is in a prepared module; it is the same table that TOML gives.
        rows: dict[str, Any] = made.TABLE
        return rows
    # Where tables come prepared, nobody has to load these.
    import tomllib
    from importlib.resources import files

    return tomllib.loads(files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
