"""The labelled disputes run through the questions, and the verdicts are scored against the labels."""

import json
from datetime import datetime
from pathlib import Path

from checker.bridge import check
from tests.disputes.adapter import answers

HERE = Path(__file__).parent
FACTS = json.loads((HERE / "facts.json").read_text(encoding="utf-8"))
LABELS = json.loads((HERE / "labels.json").read_text(encoding="utf-8"))
NOW = datetime.fromisoformat("2026-11-24T12:00+08:00")
WANTED_VERDICTS, WANTED_STEPS = 37, 35

NEXT_STEPS = {"12315": "complaint_12315", "court": "sue", "police": "report_police", "third_party": "payment_complaint"}
APPEALS = ("appeal", "payment_complaint", "complaint_12315", "sue")


def names_missing_proof(matter: dict) -> bool:
    """Whether there is a claim, and what is to be done today names the proof that is missing: the text goes out, and that is got meanwhile."""
    return matter["level"] == "can_claim" and any("先补一样：" in act["what"] for act in matter["acts"])


def fits(label: str, matter: dict, stage: str) -> bool:
    """Whether a matter fits one labelled verdict."""
    match label:
        case "eligible":
            return matter["route"] == "ordinary" and matter["level"] == "can_claim"
        case "not_eligible":
            return matter["level"] == "not_supported"
        case "needs_more_evidence":
            return matter["level"] == "needs_facts" or matter["next_step"] == "gather_evidence" or names_missing_proof(matter)
        case "already_rejected_appeal":
            return matter["level"] == "can_claim" and stage == "refused" and matter["next_step"] in APPEALS
        case "fraud_report":
            return matter["route"] in ("scam", "unauthorised_payment")
        case "minor_refund":
            return matter["route"] == "minor"
        case "unlawful_goods":
            return matter["route"] == "unlawful_goods"
    raise AssertionError(f"unknown label {label}")


def scored(id: str) -> tuple[bool, bool, str]:
    """Whether verdict and next step of one dispute count as right, and a line that says what came out."""
    given = answers(FACTS[id]["facts"], NOW)
    first = check({"v": 1, "answers": given}, NOW)["matters"][0]
    label = LABELS[id]
    verdict = any(fits(each, first, given["stage"]) for each in label["verdict"])
    wanted = [NEXT_STEPS.get(each, each) for each in label["next_step"]]
    if "needs_more_evidence" in label["verdict"] and names_missing_proof(first):
        wanted.append("apply_refund")
    step = first["next_step"] in wanted
    line = f"{id} {'verdict' if not verdict else ''} {'step' if not step else ''} {first['route']}/{first['level']}/{first['next_step']} wanted {label}"
    return verdict, step, line


def test_score(capsys):
    results = [scored(id) for id in FACTS]
    verdicts, steps = sum(verdict for verdict, _, _ in results), sum(step for _, step, _ in results)
    with capsys.disabled():
        print(f"\nlabelled disputes: of {len(results)}, verdict right in {verdicts}, next step in {steps}")
        for verdict, step, line in results:
            if not (verdict and step):
                print("  " + line)
    assert len(results) == 38
    assert verdicts >= WANTED_VERDICTS
    assert steps >= WANTED_STEPS


def test_adapter_sees_only_facts():
    # The labels live in another file; what the adapter is given holds neither them, nor the story, nor an id.
    for id, row in FACTS.items():
        assert set(row) == {"story", "facts"}
        given = json.dumps(row["facts"], ensure_ascii=False)
        assert id not in given
        assert "verdict" not in given and "next_step" not in given and row["story"] not in given
    source = (HERE / "adapter.py").read_text(encoding="utf-8")
    assert not any(id in source for id in FACTS)
    assert "labels" not in source.split('"""', 2)[2] and "open(" not in source
