"""Whole cases in a lawyer's terms: a story and its answers -> route, level, next step, rules, articles, amount, sentences."""

import tomllib
from datetime import datetime
from pathlib import Path

import pytest

from checker.ask.answers import read_answers
from checker.ask.questions import BY_ID
from checker.bridge import check
from checker.rules import SUPPORTS

SUPPORT_IDS = {rule.id for rule in SUPPORTS}
CASES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(__file__).with_name("cases").glob("*.toml"))}


def verdict(case: dict) -> dict:
    return check({"v": 1, "answers": case["answers"], "parties": case.get("parties", {})}, datetime.fromisoformat(case["now"]))


@pytest.mark.parametrize("name", CASES)
def test_case(name):
    case = CASES[name]
    found = verdict(case)
    assert [m["route"] for m in found["matters"]] == [m["route"] for m in case["matters"]]
    for matter, wanted in zip(found["matters"], case["matters"], strict=True):
        assert matter["level"] == wanted["level"]
        assert matter["next_step"] == wanted["next_step"]
        met = [f["rule"] for f in matter["findings"] if f["status"] == "met"]
        assert [rule for rule in met if rule not in SUPPORT_IDS] == wanted["rules"]
        if "supports" in wanted:
            assert [rule for rule in met if rule in SUPPORT_IDS] == wanted["supports"]
        cited = {article["id"] for reason in matter["reasons"] for article in reason["articles"]}
        assert set(wanted["articles"]) <= cited
        assert [claim["amount_fen"] for claim in matter["claims"][:1] if claim["amount_fen"]] == (
            [wanted["amount_fen"]] if "amount_fen" in wanted else []
        )
        assert [claim["amount_fen"] for claim in matter["claims"][1:]] == wanted.get("besides_fen", [])
        assert [letter["name"] for letter in matter["letters"]] == wanted["letters"]
        if "last_days" in wanted:
            assert wanted["last_days"] == {
                row["what"]: row["last_day"] for row in matter["deadlines"] if row["what"] in wanted["last_days"]
            }
        for letter in matter["letters"]:
            assert {remark["advice"] for remark in letter["lint"]} <= {"还有没填的地方，填好再发。"}, letter["name"]
        text = "\n".join(letter["text"] + letter["short"] for letter in matter["letters"])
        for sentence in wanted.get("must", []):
            assert sentence in text
        for sentence in wanted.get("must_not", []):
            assert sentence not in text
        if "missing" in wanted:
            assert found["missing"] == wanted["missing"]


def test_no_two_cases_are_alike():
    kinds = {}
    for name, case in CASES.items():
        answers = case["answers"]
        kind = (
            tuple((m["route"], m["level"]) for m in case["matters"]),
            tuple(rule for m in case["matters"] for rule in m["rules"]) or tuple(answers["problem"]),
            *(answers.get(id) for id in ("goods_used", "unlawful_part", "how_taken")),
            answers.get("stage", tuple(answers["problem"])),
        )
        assert kind not in kinds, f"{name} is like {kinds.get(kind)}"
        kinds[kind] = name
    assert len(kinds) >= 70


def test_every_answer_in_a_case_is_asked():
    # A case whose answer is pruned tests something else than it says.
    for name, case in CASES.items():
        read_answers(case["answers"], datetime.fromisoformat(case["now"]))
        assert set(case["answers"]) <= set(BY_ID), name
