"""What carries the sentences that a rule declares: its story, the facts named beside its words, and the reasons that it answers."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache

from checker.ask.answers import read_answers
from checker.ask.facts import Facts
from checker.ask.questions import QUESTIONS
from checker.decide.finding import apply, is_met
from checker.kit import ClaimRule, Telling
from checker.kit.remedy import Asking
from checker.publish import asking
from checker.rules import RULES
from tests.write.sample_cases import Sample
from tests.write.sentences import masked, shape, split

LAST = QUESTIONS[-1]
CLAIMS = {rule.id: rule for rule in RULES if isinstance(rule, ClaimRule)}
Carried = dict[str, list[str]]
REFUSED: tuple[Carried, ...] = ({"refusal_ground": ["*"]},)
"""What carries an answer to the reasons of a refusal: of two reasons with the same answer either does."""


@cache
def told_by(rule: str) -> tuple[Carried, ...]:
    """The answers that tell a rule's story: one line for each way to tell it, question by question."""
    alternatives = asking.alternatives(asking.condition_told(CLAIMS[rule].story.so, LAST))
    return tuple({each.question: list(each.one_of) for each in term} for term in alternatives)


def declared(sample: Sample) -> dict[str, tuple[Carried, ...]]:
    """For the shape of each sentence that a rule which is met declares, the lines of answers of which one carries it."""
    facts = read_answers(sample.answers, datetime.fromisoformat(sample.now))
    found: dict[str, tuple[Carried, ...]] = {}
    for rule in CLAIMS.values():
        if is_met(apply(rule, facts)):
            found |= dict.fromkeys((each for answer in rule.answers for each in _shapes(answer.words, sample)), REFUSED)
            found |= {each: (*found.get(each, ()), *told_by(rule.id)) for each in _own(rule, facts, sample)}
    return found


def _own(rule: ClaimRule, facts: Facts, sample: Sample) -> set[str]:
    """The shapes of what the rule says of itself and asks for, whoever is written to."""
    now = datetime.fromisoformat(sample.now)
    found: set[str] = set()
    for seller_called in ("贵方", "卖家", "对方"):
        telling = Telling(f=facts, seller_called=seller_called, now=now)
        for sentence in filter(None, (rule.promised, rule.happened, rule.in_short, rule.their_records, rule.suspected, rule.particulars)):
            found |= _shapes(sentence.words(telling), sample)
    return found | {each for words in _asked(rule, facts, now) for each in _shapes(words, sample)}


def _asked(rule: ClaimRule, facts: Facts, now: datetime) -> Iterator[str]:
    remedy = rule.remedy_for(facts)
    for ends, ending in ((True, "解除合同，"), (True, "判令解除合同，被告"), (False, "取消这笔订单，"), (False, "")):
        asked = Asking(f=facts, fen=None, extent=remedy.extent(facts), until=now.date(), me="本函", ends=ends, ending=ending)
        yield from (remedy.request(asked), f"请{remedy.demand(asked)}。")


def _shapes(words: str, sample: Sample) -> set[str]:
    return {shape(part if part.endswith("。") else f"{part}。") for part in split(masked(words, sample))}
