"""What can be said before the last question: that the answers so far already decide the case, and what to do at once."""

from dataclasses import replace
from datetime import datetime

from checker.ask.facts import Facts
from checker.ask.stages import NOT_ASKED
from checker.decide.acts import first_acts
from checker.decide.verdict import Matter, assess
from checker.kit.act import FirstAct

FINAL = ("stop", "not_supported")


def decided(facts: Facts, now: datetime) -> Matter | None:
    """The most urgent matter, where no answer that is still open can make a claim of it; ``None`` while something can.

    A rule that fails on known facts fails whatever comes, and an open fact leaves it open. So a stop, or nothing but rules that fail,
    is final, but for one thing: a refund that the other side has agreed to is owed whatever the goods were. How far it has come is asked
    last, so this supposes that nothing was agreed, and who says it has to say so.

    A claim that holds is not said early: a later answer can still stand against it, and who reads it stops answering.
    """
    matters = assess(facts if facts.stage else replace(facts, stage=NOT_ASKED.id), now).matters
    if matters[0].level == "stop" or all(matter.level in FINAL for matter in matters):
        return matters[0]
    return None


def at_once(facts: Facts, now: datetime) -> tuple[FirstAct, ...]:
    """What the answers so far call for and cannot wait for the last of them, whatever is decided in the end."""
    matters = assess(facts, now).matters
    return tuple(row for matter in matters for row in first_acts(matter.route, facts) if row.at_once)
