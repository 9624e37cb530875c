"""The Public Suffix List as the checker reads it: the rules of the package ``publicsuffixlist``, cut to what a look-up needs.

``python -m checker.publish.suffixes`` writes ``checker/read/suffixes.toml`` anew; that is due when the lock takes a newer edition of the package.
Rules are grouped by their last label and kept without it; ``top`` has every last label. As a rule of its own it changes nothing, since where no rule fits
the last label is the suffix.
"""

import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

TABLE = Path(__file__).parents[1] / "read" / "suffixes.toml"
HEAD = """\
# Made by `python -m checker.publish.suffixes` from the Public Suffix List; not edited by hand.
# This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not distributed with this file,
# you can obtain one at https://mozilla.org/MPL/2.0/. Comments of the list were left out, and its rules grouped by their last label.
"""
_PARTS = re.compile(r"// ===BEGIN (ICANN|PRIVATE) DOMAINS===\n(.*?)// ===END", re.DOTALL)


def as_toml() -> str:
    """The table as it follows from the package."""
    source = files("publicsuffixlist").joinpath("public_suffix_list.dat").read_text(encoding="utf-8")
    version = re.search(r"// VERSION: (\S+)", source)
    parts = {name: _rules(lines) for name, lines in _PARTS.findall(source)}
    icann, private = parts["ICANN"], parts["PRIVATE"]
    top = sorted({rule.rpartition(".")[2] for rule in icann})
    return "\n".join(
        (
            HEAD,
            f'version = "{version[1] if version else ""}"',
            'licence = "MPL-2.0"',
            'source = "https://publicsuffix.org/list/public_suffix_list.dat"',
            f'top = "{" ".join(top)}"',
            f'icann = """\n{_grouped(icann)}"""',
            f'private = """\n{_grouped(private)}"""\n',
        )
    )


def stale() -> bool:
    """Whether the table is not what the package gives."""
    return not TABLE.exists() or TABLE.read_text(encoding="utf-8") != as_toml()


def write() -> bool:
    """Write the table anew if it is stale; whether it was."""
    was = stale()
    if was:
        TABLE.write_text(as_toml(), encoding="utf-8")
    return was


def _rules(lines: str) -> list[str]:
    """The rules of a section: a line is read up to its first space, and a comment is none."""
    return [line.split()[0] for line in lines.splitlines() if line.strip() and not line.startswith("//")]


def _grouped(rules: Iterable[str]) -> str:
    """One line for each last label: the label, and the rules that end in it without it."""
    groups: dict[str, list[str]] = {}
    for rule in rules:
        rest, _, last = rule.rpartition(".")
        if rest:
            groups.setdefault(last, []).append(rest)
    return "".join(f"{last} {' '.join(sorted(groups[last]))}\n" for last in sorted(groups))


if __name__ == "__main__":
    write()
