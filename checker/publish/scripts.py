"""Our modules as readers' browsers get them: what is said in comments stands in the repository, and is not carried to anybody."""

import contextlib
import subprocess
import tempfile
from pathlib import Path

from checker.publish import runtime

#: Modules that begin a thread of their own. No page can name ahead what they import, so each holds all of it: one after another they come late even from what the browser keeps.
WORKERS = ("worker.mjs", "python/memory-worker.mjs")
#: What nothing else imports is not published besides.
WITHIN = ("python/compile.mjs", "python/load.mjs", "python/zips.mjs")


def sources(top: Path) -> Path:
    """The folder of our modules as they are written."""
    return top / "checker" / "web"


def uncommented(top: Path) -> Path:
    """The folder of our modules without comments, as TypeScript's compiler writes them: names, order and statements are those of the sources. Those
    of `WORKERS` hold what they import, and `WITHIN` are nowhere else. Made once for each content.

    :raises RuntimeNotBuilt: a tool is missing or failed; the message is what it said.
    """
    tools = [top / "node_modules" / name / "package.json" for name in ("typescript", "rollup")]
    for tool in tools:
        if not tool.is_file():
            raise runtime.RuntimeNotBuilt(f"node_modules/{tool.parent.name} is missing: run `npm ci` first, as every make target does.")
    found = sorted(path for path in sources(top).rglob("*") if path.is_file())
    parts = (part for path in found for part in (path.relative_to(top).as_posix().encode(), path.read_bytes()))
    made = top / "build" / "scripts" / runtime.digest(*(tool.read_bytes() for tool in tools), Path(__file__).read_bytes(), *parts)
    if made.is_dir():
        return made
    made.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=made.parent) as scratch:
        _compile(top, Path(scratch) / "made")
        for name in WORKERS:
            _join(top, Path(scratch) / "made" / name)
        for name in WITHIN:
            (Path(scratch) / "made" / name).unlink()
        # Who was quicker meanwhile has made the same.
        with contextlib.suppress(OSError):
            (Path(scratch) / "made").rename(made)
    return made


def _compile(top: Path, into: Path) -> None:
    command = ["node", str(top / "node_modules" / "typescript" / "bin" / "tsc"), "--project", str(sources(top) / "tsconfig.json")]
    # Types are checked by `npm test`.
    options = ["--noEmit", "false", "--noCheck", "--removeComments", "--outDir", str(into)]
    done = subprocess.run(command + options, cwd=top, capture_output=True, text=True)
    if done.returncode:
        raise runtime.RuntimeNotBuilt(f"Our scripts could not be written without comments. TypeScript said:\n{done.stdout or done.stderr}")


def _join(top: Path, module: Path) -> None:
    """Puts what a module imports into it."""
    command = [
        "node",
        str(top / "node_modules" / "rollup" / "dist" / "bin" / "rollup"),
        str(module),
        "--format",
        "es",
        "--file",
        str(module),
    ]
    done = subprocess.run([*command, "--silent"], cwd=top, capture_output=True, text=True)
    if done.returncode:
        raise runtime.RuntimeNotBuilt(f"What {module.name} imports could not be put into it. Rollup said:\n{done.stderr}")
