"""What comes next if the other side refuses or stays silent: one rung after the other, each with its text."""

from dataclasses import dataclass
from datetime import date

from checker.ask.facts import Facts
from checker.ask.routes import CLAIMING
from checker.ask.stages import stage_of
from checker.decide.verdict import Matter
from checker.write.letters import LETTERS
from checker.write.writing import offered


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rung:
    """One rung. ``ready``: the matter gets this text already. A text about something that has not happened is not written; there
    ``reply`` says which reply of the other side leads to it.
    """

    when: str
    do: str
    letter: str
    title: str
    ready: bool
    reply: str


RUNGS = tuple(sorted(((form, form.rung) for form in LETTERS if form.rung), key=lambda each: each[1].place))
"""From below."""


def ladder(matter: Matter, facts: Facts, today: date) -> tuple[Rung, ...]:
    """The rungs above the next step, in order; none where no claim on the seller stands, or a court has it already."""
    if matter.level != "can_claim" or matter.route not in CLAIMING or facts.elsewhere == "court":
        return ()
    there, undecided = offered(matter, facts), stage_of(facts.stage).undecided
    return tuple(
        Rung(when=rung.when, do=rung.do, letter=form.name, title=form.title, ready=form in there, reply=rung.reply)
        for form, rung in RUNGS
        if rung.open(facts, today) and (undecided or not rung.if_offered or form in there) and there[:1] != (form,)
    )
