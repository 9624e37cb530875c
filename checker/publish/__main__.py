"""``python -m checker.publish --write`` rewrites the generated pages, ``--check`` only says which are stale."""

import argparse
import sys

from checker.publish import pages


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0 when everything is current, 1 when ``--check`` finds a stale file."""
    parser = argparse.ArgumentParser(prog="python -m checker.publish")
    mode = parser.add_mutually_exclusive_group(required=True)
    mode.add_argument("--write", action="store_true")
    mode.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    if options.write:
        for name in pages.write():
            print(f"written: docs/{name}")
        return 0
    stale = pages.stale()
    for name in stale:
        print(f"docs/{name} is not what the sources give; run: make publish", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
