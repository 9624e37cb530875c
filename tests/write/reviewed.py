"""The reviewed lists: sentences that are fixed, and sentences that an answer carries together with their rule."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from checker.ask.question import UNKNOWN, chosen
from checker.ask.questions import BY_ID
from tests.write.explain import Change, changed, text_of
from tests.write.sample_cases import Sample
from tests.write.sentences import Told, split

HERE = Path(__file__).parent
ANY = "*"
Answers = Mapping[str, list[str]]


@cache
def fixed() -> dict[str, dict]:
    """Each fixed sentence, by its shape, with its group."""
    return {sentence: group for group in _groups("fixed_sentences") for sentence in group["sentences"]}


@cache
def carried() -> dict[str, list[Answers]]:
    """For each sentence that falls only with its rule, the alternatives of answers that carry it."""
    found: dict[str, list[Answers]] = {}
    for group in _groups("carried_sentences"):
        for sentence in group["sentences"]:
            found.setdefault(sentence, []).extend(group["by"])
    return found


def _groups(name: str) -> list[dict]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["group"]


def holding(sample: Sample, alternatives: Sequence[Answers]) -> Answers | None:
    """The first alternative that a case fulfils."""
    return next((by for by in alternatives if all(_fits(sample.answers.get(id), values) for id, values in by.items())), None)


def _fits(answer: str | list[str] | None, values: list[str]) -> bool:
    given = [value for value in chosen(answer) if value != UNKNOWN]
    return bool(given) if values == [ANY] else bool(set(given) & set(values))


@dataclass
class Carriers:
    """Holds sentences against the list of what carries them; the same answer taken from the same sentence is not tried twice."""

    seen: set[tuple] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    checks: int = 0

    def faults(self, sample: Sample, ones: list[Told], lines: Mapping[str, Sequence[Answers]]) -> list[tuple[Told, str]]:
        """Given the lines of answers that carry each shape: sentences that stand without the answers that carry them, or that stay when one of those is taken away."""
        found, wanted = [], {}
        for one in ones:
            self.used.add(one.shape)
            by = holding(sample, lines[one.shape])
            if by is None:
                found.append(
                    (one, "stands without the answers that carry it: " + " or ".join(str(dict(each)) for each in lines[one.shape]))
                )
                continue
            for id, values in by.items():
                for change in _takings(sample, id, values):
                    key = (one.rule, one.short, one.shape, change)
                    if key not in self.seen:
                        self.seen.add(key)
                        wanted.setdefault(change, []).append(one)
        for change, those in wanted.items():
            self.checks += 1
            after = changed(sample, change)
            for one in those:
                text = after and text_of(after, one)
                if text and one.words in split(text) and holding(after, lines[one.shape]) is None:
                    found.append((one, f"stays when {change.field} = {change.value} is taken away"))
        return found


def _takings(sample: Sample, id: str, values: list[str]) -> list[Change]:
    if not BY_ID[id].options:
        return [Change(id, "filled")]
    return [Change(id, value) for value in chosen(sample.answers[id]) if value in values or (values == [ANY] and value != UNKNOWN)]
