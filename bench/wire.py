"""What a first verdict costs on the wire, part by part, as brotli makes it at its best: the copies that the build puts beside its files."""

from pathlib import Path

from checker.publish import runtime, scripts, site


def parts(top: Path, built: runtime.Runtime) -> dict[str, int]:
    """Bytes by part. The page itself and the theme are what every page costs.

    All of our scripts are counted, though no single page loads them all; the whole library is not, as readers do not load it.
    """
    found = dict.fromkeys(("wasm", "Pyodide's scripts", "library", "rules", "our scripts"), 0)
    modules = scripts.uncommented(top)
    for address, _ in site.files(top, built, modules):
        if part := _part(address, site.scripts_place(modules)):
            found[part] += _bytes(top / "site" / address)
    return found


def _part(address: str, scripts: str) -> str | None:
    name = Path(address).name
    if address.startswith(f"{scripts}/"):
        return "our scripts"
    if not address.startswith(f"{site.RUNTIME_PLACE}/") or name == "whole.zip":
        return None
    if name.endswith(".wasm"):
        return "wasm"
    if name.startswith("pyodide."):
        return "Pyodide's scripts"
    return "library" if name == "python.zip" else "rules"


def _bytes(path: Path) -> int:
    copy = path.with_name(f"{path.name}.br")
    return (copy if copy.is_file() else path).stat().st_size
