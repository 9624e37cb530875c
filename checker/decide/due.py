"""Which periods matter now: those of the stage and of the next step, those that rules bring with them, and those that every claim has."""

from collections.abc import Iterable, Iterator
from datetime import date

from checker.ask.facts import Facts
from checker.ask.problems import problems_that
from checker.ask.routes import CLAIMING
from checker.ask.stages import stage_of
from checker.decide import deadlines
from checker.decide.acceptance import complaint_checks, may_be_late, refused_for_sure
from checker.decide.finding import Finding, apply, is_met
from checker.decide.next_steps import NextStep
from checker.decide.situation import Situation
from checker.kit import deadlines as periods
from checker.kit.counting import Deadline
from checker.kit.rule import Rule
from checker.rules import SUPPORTS

AGREED = problems_that(lambda problem: problem.refund_agreed)


def due(situation: Situation, step: NextStep, own: Iterable[Finding[Rule]]) -> tuple[Deadline, ...]:
    """The periods that matter now, the soonest first."""
    if situation.delivery is not None:
        return (situation.delivery,)
    if situation.level not in ("can_claim", "needs_facts") or situation.route not in CLAIMING:
        return ()
    facts, today = situation.facts, situation.today
    consumer = facts.purpose != "resale" and facts.seller_kind != "individual"
    rows = [
        situation.appeal,
        situation.review if stage_of(facts.stage).under_review else None,
        situation.arrival if stage_of(facts.stage).agreed or facts.chose(*AGREED) else None,
        deadlines.complaint_decision(facts, today) if facts.elsewhere == "12315" and not facts.accepted_on else None,
        *step.periods(situation),
        situation.mediation,
        *_of_rules(situation, own),
        periods.wechat_window(facts),
        periods.termination(facts) if situation.rule is not None and situation.rule.ends_the_contract(facts) else None,
        periods.fraud_revocation(facts) if facts.false_intent == "yes" else None,
        periods.complaint_latest(facts) if consumer else None,
        periods.limitation(facts) if step.to_a_court or _may_sue(facts, today) else None,
    ]
    return tuple(sorted((row for row in rows if row is not None), key=lambda row: row.safe))


def _of_rules(situation: Situation, own: Iterable[Finding[Rule]]) -> Iterator[Deadline | None]:
    """The periods of the rule that the claim rests on, of those that may still hold, and of what strengthens a claim; each once."""
    seen = set()
    helping = [(rule, False) for rule in SUPPORTS if rule.deadlines and is_met(apply(rule, situation.facts))]
    for rule, still_open in (*((f.rule, f.rule is not situation.rule) for f in own if f.relevant), *helping):
        for each in rule.deadlines:
            shown = (each.while_open or not still_open) and each.when.holds(situation.facts) is True
            if shown and each.row not in seen:
                seen.add(each.row)
                yield each.row(situation.facts)


def _may_sue(facts: Facts, today: date) -> bool:
    """Whether a court is a way for this reader by now: the platform's is walked to its end, or 12315 is none or may be none."""
    return stage_of(facts.stage).at_an_end or refused_for_sure(facts, today) or may_be_late(complaint_checks(facts, today))
