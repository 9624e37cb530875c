"""The table from how a matter stands to the next step, walked from end to end."""

from collections import Counter
from itertools import product

from checker.ask.routes import MINOR, ORDINARY, SCAM, UNAUTHORISED_PAYMENT
from checker.ask.stages import STAGES
from checker.decide.next_steps import APPEAL, COMPLAINT_12315, GATHER_EVIDENCE, NOTHING, PAYMENT_COMPLAINT, REPORT_POLICE, SUE, WAIT
from checker.decide.standing import PROPERTIES, TABLE

CLAIMED = {name: tuple(values) for name, values in PROPERTIES.items()} | {"level": ("can_claim",), "route": (ORDINARY, MINOR)}
ASKED = {stage.id for stage in STAGES if stage.asked}


def step_of(standing):
    return next(row.step for row in TABLE if row.fits(standing))


def walk(values=CLAIMED):
    names = tuple(values)
    for chosen in product(*values.values()):
        yield dict(zip(names, chosen, strict=True))


def test_every_row_names_properties_and_values_that_there_are():
    for row in TABLE:
        assert row.when.items() or row is TABLE[-1]
        assert all(set(values) <= set(PROPERTIES[name]) for name, values in row.when.items()), row.words


def test_a_row_says_all_that_it_asks_for():
    for row in TABLE[:-1]:
        assert row.words.count("；") == len(row.when) - 1, row.words


def test_nothing_of_the_table_is_closed_impossible_or_too_early():
    """Every combination of the properties of a claim: no appeal after its window, nobody asked who is not competent or cannot pay back."""
    seen = Counter()
    for standing in walk():
        step = step_of(standing)
        seen[step.id] += 1
        assert step not in (REPORT_POLICE, NOTHING), standing
        assert not (step is APPEAL and standing["stage"] == "refused" and standing["window"] == "over"), standing
        assert not (step is APPEAL and standing["stage"] not in ("refused", "partial_offer", "partly_paid")), standing
        assert not (step is APPEAL and standing["platform"] == "none"), standing
        assert not (step is COMPLAINT_12315 and standing["authority"] == "shut"), standing
        assert not (step is PAYMENT_COMPLAINT and standing["payer"] == "none"), standing
        assert not (step in (PAYMENT_COMPLAINT, COMPLAINT_12315) and standing["stage"] not in ASKED), standing
        if step is GATHER_EVIDENCE:
            assert standing["stage"] == "more_proof" or standing["proof"] != "some", standing
        if step is WAIT:
            dealt_with = standing["elsewhere"] in ("taken", "court")
            assert (
                standing["delivery"] == "later"
                or dealt_with
                or standing["time"] != "over"
                or (standing["claim"] == "agreed_only" and standing["stage"] not in ASKED)
            ), standing
        if standing["revocation"] == "ending" and standing["elsewhere"] != "court" and standing["stage"] != "agreed":
            assert step is SUE, standing
    assert set(seen) == {row.step.id for row in TABLE} - {"report_police", "none"}


def test_what_is_no_claim_has_its_step_whatever_else_is_so():
    rest = {name: tuple(values)[:2] for name, values in PROPERTIES.items()}
    for standing in walk(rest | {"route": (SCAM,), "level": ("stop",)}):
        assert step_of(standing) is REPORT_POLICE
    for standing in walk(rest | {"route": (ORDINARY,), "level": ("not_supported",)}):
        assert step_of(standing) is (WAIT if standing["delivery"] == "in_time" else NOTHING)
    for standing in walk(rest | {"route": (ORDINARY,), "level": ("needs_facts",)}):
        assert step_of(standing) is GATHER_EVIDENCE
    for standing in walk(rest | {"route": (UNAUTHORISED_PAYMENT,), "level": ("can_claim",)}):
        assert step_of(standing) is (WAIT if standing["time"] == "running" else PAYMENT_COMPLAINT)


def test_every_row_is_reached():
    reached = set()
    for standing in walk(CLAIMED | {"route": (ORDINARY,), "delivery": ("plain", "later")}):
        reached.add(next(i for i, row in enumerate(TABLE) if row.fits(standing)))
    for route in PROPERTIES["route"]:
        for level in PROPERTIES["level"]:
            for delivery, time in product(PROPERTIES["delivery"], PROPERTIES["time"]):
                standing = {name: next(iter(each)) for name, each in PROPERTIES.items()} | {
                    "route": route,
                    "level": level,
                    "delivery": delivery,
                    "time": time,
                }
                reached.add(next(i for i, row in enumerate(TABLE) if row.fits(standing)))
    assert reached == set(range(len(TABLE))), [TABLE[i].words for i in set(range(len(TABLE))) - reached]
