"""What comes next if the other side refuses or stays silent: one rung after the other, each with its text."""

from dataclasses import dataclass
from datetime import date

from checker.ask.facts import Facts
from checker.ask.routes import CLAIMING
from checker.ask.stages import stage_of
from checker.decide.acceptance import refused_for_sure
from checker.decide.verdict import Matter
from checker.write.form import NOT_FROM_PAYER, LetterForm
from checker.write.letters import appeal, complaint_12315, demand, lawsuit, payment_complaint
from checker.write.writing import offered


@dataclass(frozen=True, slots=True, kw_only=True)
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


def ladder(matter: Matter, facts: Facts, today: date) -> tuple[Rung, ...]:
    """The rungs above the next step, in order; none where no claim on the seller stands, or a court has it already."""
    if matter.level != "can_claim" or matter.route not in CLAIMING or facts.elsewhere == "court":
        return ()
    there = offered(matter, facts)
    rows = [
        ("对方不回复，或者拖着", "找支付方反馈这笔付款", payment_complaint.LETTER, "silence"),
        ("对方拒绝，或者只答应一部分", "一条一条回它的理由，要求复核", appeal.LETTER, "refused"),
        ("申诉也被拒绝，或者没有下文", "向 12315 投诉，或者请消费者协会调解，选一个", complaint_12315.LETTER, "refused"),
        ("谈不成，别的路都走过了", "向法院起诉", lawsuit.LETTER, "refused"),
    ]
    if facts.channel in NOT_FROM_PAYER or facts.elsewhere == "payment":
        rows[0] = ("对方不回复，或者拖着", "再催一次，写明最后期限", demand.LETTER, "silence")
    closed: set[LetterForm] = set()
    if refused_for_sure(facts, today) or facts.elsewhere in ("12315", "association"):
        closed.add(complaint_12315.LETTER)
    if not stage_of(facts.stage).undecided:
        closed |= {form for form in (appeal.LETTER, demand.LETTER) if form not in there}
    return tuple(
        Rung(when=when, do=do, letter=form.name, title=form.title, ready=form in there, reply=reply)
        for when, do, form, reply in rows
        if form not in closed and there[:1] != (form,)
    )
