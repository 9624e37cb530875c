"""``python -m checker.publish --write`` rewrites the generated pages, ``--check`` only says which are stale."""

import argparse
import subprocess
import sys

from checker.publish import asking, pages


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0 when everything is current, 1 when ``--check`` finds a stale file."""
    parser = argparse.ArgumentParser(prog="python -m checker.publish")
    mode = parser.add_mutually_exclusive_group(required=True)
    mode.add_argument("--write", action="store_true")
    mode.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    if options.write and asking.write():
        print("written: checker/ask/asked_when.toml")
        # The questions of this process were made with the table as it was.
        return subprocess.run([sys.executable, "-m", "checker.publish", "--write"], check=False).returncode
    if options.write:
        for name in pages.write():
            print(f"written: docs/{name}")
        return 0
    # Pages tell stories, and stories answer what is asked.
    stale = ["checker/ask/asked_when.toml"] if asking.stale() else [f"docs/{name}" for name in pages.stale()]
    for name in stale:
        print(f"{name} is not what the sources give; run: make publish", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
