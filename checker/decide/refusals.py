"""What the other side says, and what can be answered: its own reasons first, then those to expect."""

from checker.ask.facts import Facts
from checker.ask.refusal_grounds import REFUSAL_GROUNDS, RefusalGround
from checker.ask.stages import stage_of
from checker.kit.objection import Objection, answers_for
from checker.kit.rule import ClaimRule

_IN_ORDER = tuple(sorted(REFUSAL_GROUNDS, key=lambda ground: ground.about_the_payer))


def grounds(facts: Facts) -> tuple[RefusalGround, ...]:
    """The reasons that the other side gave, in the order of the question's options, what is about the payer last."""
    said = facts.refusal_ground or frozenset()
    return tuple(ground for ground in _IN_ORDER if ground.id in said)


def objections_given(rule: ClaimRule, facts: Facts) -> tuple[Objection, ...]:
    """The reasons that the other side gave, each with the answer that fits the rule best."""
    exact: dict[str, str] = {}
    # Who writes that it was used does not ask who used it.
    if facts.goods_used in ("redeemed", "part_used", "fault_after_activation") and facts.failure != "already_used":
        exact |= {ground.id: ground.answer_if_used for ground in REFUSAL_GROUNDS if ground.answer_if_used}
    if stage_of(facts.stage).in_part:
        exact |= {ground.id: ground.answer_if_part_paid for ground in REFUSAL_GROUNDS if ground.answer_if_part_paid}
    exact |= {item.ground: item.answer for item in rule.objections if item.ground and item.ground not in exact}
    exact |= answers_for(rule.answers, facts)
    return tuple(
        Objection(they_say=ground.they_say, answer=exact.get(ground.id, ground.answer), ground=ground.id) for ground in grounds(facts)
    )


def objections(rule: ClaimRule, facts: Facts) -> tuple[Objection, ...]:
    """What to expect and what to answer, the reasons that were given first. Nothing is said twice."""
    found = objections_given(rule, facts)
    said = {item.ground for item in found}
    return (*found, *(item for item in rule.objections if item.ground not in said))
