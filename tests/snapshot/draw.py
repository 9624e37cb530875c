"""The inputs of the snapshot, drawn once with a fixed seed: every case, every example, cases around them for every rule and stage, answers
drawn from nothing, and some that cannot be read. ``python -m tests.snapshot.draw`` wrote ``inputs.json.gz``."""

import gzip
import json
import random
import tomllib
from datetime import datetime
from pathlib import Path

from checker.ask.parties import PARTY_FIELDS
from checker.ask.question import UNKNOWN, asked
from checker.ask.questions import QUESTIONS
from checker.publish.examples import examples
from tests.write.sample_cases import NOWS, TYPED, _answer, _in_order, pairs, samples

HERE = Path(__file__).parent
CASES = HERE.parent / "cases"
DRAWN = 5000


def told() -> list[dict]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        case = tomllib.loads(path.read_text(encoding="utf-8"))
        found.append({"name": path.stem, "answers": case["answers"], "parties": case.get("parties", {}), "now": case["now"]})
    return found + [
        {"name": f"example {name}", "answers": each.answers, "parties": each.parties, "now": each.now}
        for name, each in sorted(examples().items())
    ]


def around() -> list[dict]:
    return [
        {"name": f"{rule} {stage} {number}", "answers": sample.answers, "parties": sample.parties, "now": sample.now}
        for rule, stage in pairs()
        for number, sample in enumerate(samples(rule, stage, frozenset(), 11))
    ]


def from_nothing(count: int) -> list[dict]:
    """Answers to whatever is asked. One in twelve has something that cannot be read, and one in three leaves the rest open."""
    chance = random.Random(15)
    found = []
    for number in range(count):
        now = datetime.fromisoformat(chance.choice(NOWS))
        answers: dict = {}
        stop = chance.random() < 1 / 3
        for _ in range(12):
            for question in asked(QUESTIONS, answers):
                if question.id in answers:
                    continue
                if question.id == "goods" and chance.random() < 0.85:
                    answers["goods"] = chance.choice([o.value for o in question.options[:7]])
                elif question.id == "truthful" and chance.random() < 0.85:
                    answers["truthful"] = "yes"
                elif question.id == "problem" and chance.random() < 0.8:
                    answers["problem"] = chance.sample([o.value for o in question.options if o.value != UNKNOWN], chance.choice((1, 1, 2)))
                else:
                    answers[question.id] = _answer(question, answers, now, chance)
            if stop and chance.random() < 0.3:
                break
        _in_order({id: value for id, value in answers.items() if value})
        if chance.random() < 1 / 12:
            id = chance.choice(list(answers))
            answers[id] = chance.choice(
                (
                    "",
                    "nonsense",
                    "2030-01-01",
                    "-3",
                    ["unknown", "none"],
                    ["a", "b", "c"],
                    7,
                    "99999999999",
                    "2026-13-40",
                )
            )
        parties = {field.id: chance.choice(TYPED[field.id]) for field in PARTY_FIELDS if chance.random() < 0.5}
        found.append(
            {
                "name": f"drawn {number}",
                "answers": answers,
                "parties": parties,
                "now": now.isoformat(timespec="minutes"),
            }
        )
    return found


if __name__ == "__main__":
    near = around()
    inputs = [*told(), *near, *from_nothing(max(DRAWN - len(near), 2000))]
    packed = gzip.compress(json.dumps(inputs, ensure_ascii=False).encode(), mtime=0)
    (HERE / "inputs.json.gz").write_bytes(packed)
    print(len(inputs), "inputs,", len(packed), "bytes")
