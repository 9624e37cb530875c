"""When each question is asked: computed from what reads its fact.

A question is asked where something that is not ruled out by the earlier answers would look at it: a condition of a rule once its story is
told, words or a sum of that rule, or what the engine looks at whatever the ground (:mod:`checker.decide.reading`). Of what an earlier answer
has to be, only choices count, since the page compares nothing else; a story has to be told, so 不清楚 does not tell it, but what must not
be so is not ruled out by 不清楚.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import product
from pathlib import Path

from checker.ask.computed import COMPUTED
from checker.ask.question import ALWAYS, UNKNOWN, AllOf, AnyOf, Condition, Equals, Question
from checker.ask.questions import BY_ID, QUESTIONS
from checker.ask.routes import CLAIMING
from checker.decide.reading import CLAIM, READ
from checker.kit.expression import All, Any, Expression, Fact, Not, OneOf, Reading, Unless, reading
from checker.kit.rule import Condition as RuleCondition
from checker.kit.rule import Rule, StopRule, SupportRule
from checker.kit.sentence import Sentence, Use
from checker.rules import RULES, SUPPORTS

TABLE = Path(__file__).parents[1] / "ask" / "asked_when.toml"
PLACE = {question.id: place for place, question in enumerate(QUESTIONS)}
BY_FACT = {question.gives: question for question in QUESTIONS}
CHOICES = ("choice", "choices")


def asked_when() -> dict[str, Condition]:
    """For each question, by id, when it is asked: as computed, but for those that say otherwise themselves."""
    found: dict[str, Condition] = {}
    for question in QUESTIONS:
        found[question.id] = question.asked_instead.when if question.asked_instead else computed(question, found)
    return found


def computed(question: Question, earlier: Mapping[str, Condition]) -> Condition:
    """When a question is asked as far as that follows from what reads its fact, given when the earlier ones are."""
    terms = alternatives(AnyOf(tuple(_wanted(question))))
    terms = {each for term in _merged(_irredundant(terms)) for each in _without_answered(term, earlier)}
    return _stated(_apart({_without_implied(term, earlier) for term in terms}, earlier))


def stale() -> bool:
    """Whether the table is not what follows from the sources now."""
    return not TABLE.exists() or TABLE.read_text(encoding="utf-8") != as_toml(asked_when())


def write() -> bool:
    """Write the table anew if it is stale; whether it was."""
    was = stale()
    if was:
        TABLE.write_text(as_toml(asked_when()), encoding="utf-8")
    return was


def as_toml(conditions: Mapping[str, Condition]) -> str:
    """The table ``asked_when.toml``."""
    head = (
        "# When each question is asked: made by checker.publish from what reads its fact, and from the exceptions that questions state.\n"
    )
    return head + "".join(f"{id} = {_inline(condition)}\n" for id, condition in conditions.items())


def _inline(condition: Condition) -> str:
    if isinstance(condition, Equals):
        return (
            f'{{ question = "{condition.question}", one_of = [{", ".join(f"{chr(34)}{value}{chr(34)}" for value in condition.one_of)}] }}'
        )
    name, parts = ("all", condition.all) if isinstance(condition, AllOf) else ("any", condition.any)
    return f"{{ {name} = [{', '.join(map(_inline, parts))}] }}"


def _facts_of(question: Question) -> Iterator[tuple[str, Condition]]:
    """The facts that the question gives, alone or with others, and when it has a part in them."""
    yield question.gives, ALWAYS
    for row in COMPUTED:
        if question.id in row.questions:
            yield row.name, row.only_if.get(question.id, ALWAYS)


def _wanted(question: Question) -> Iterator[Condition]:
    """When each reader looks at what the question gives."""
    for name, part in _facts_of(question):
        for rule in (*RULES, *SUPPORTS):
            yield from (AllOf((part, each)) for each in _wanted_by(rule, name, question))
        for row in READ:
            if name in row.names:
                yield AllOf((part, condition_told(row.when, question)))


def _wanted_by(rule: Rule, name: str, question: Question) -> Iterator[Condition]:
    route = condition_told(CLAIM, question) if isinstance(rule, SupportRule) else condition_told(_route(rule), question)
    if name in rule.story.so.reads:
        yield AllOf((route, matters(rule.story.so, name, question)))
    # What fails already, or a defence that holds, makes the rest of the rule idle. 不清楚 does not make it fail.
    others = [not_ruled_out(each.so, question) for each in rule.conditions if name not in each.so.reads]
    others += [not_ruled_out(Not(each.so), question) for each in rule.defences if name not in each.so.reads]
    story = AllOf((route, condition_told(rule.story.so, question), *others))
    for condition in (*rule.conditions, *rule.exceptions, *rule.defences):
        if name in condition.so.reads:
            yield AllOf((story, matters(condition.so, name, question)))
    for expression in _besides(rule):
        if name in expression.reads:
            yield AllOf((story, matters(expression, name, question)))
    for each in _readings(rule):
        if name in each.names:
            yield AllOf((story, condition_told(each.when, question)))


def _besides(rule: Rule) -> Iterator[Expression]:
    """What else of a rule depends on facts."""
    yield from (part for part in _parts(rule) if isinstance(part, Expression))


def _readings(rule: Rule) -> Iterator[Reading]:
    """What a rule's words, sums and periods are made from."""
    for part in _parts(rule):
        if isinstance(part, Reading):
            yield part
        elif isinstance(part, Fact):
            yield reading(part)
        elif isinstance(part, Sentence | Use):
            yield from part.reads


def _parts(whole: object) -> Iterator[object]:
    """Everything that a rule is made of, save what decides it."""
    if isinstance(whole, tuple):
        yield from (part for each in whole for part in _parts(each))
    elif is_dataclass(whole) and not isinstance(whole, RuleCondition | Use):
        yield from (part for each in fields(whole) for part in _parts(getattr(whole, each.name)))
    else:
        yield whole


def _route(rule: Rule) -> Expression:
    """What a matter on the rule's route needs besides the rule: for a claim, that the goods may be bought."""
    if rule.route not in CLAIMING:
        return All(())
    return All(tuple(~each.story.so for each in RULES if isinstance(each, StopRule) and each.before_all))


def condition_told(expression: Expression, question: Question) -> Condition:
    """When the answers before this question tell that something is so, as far as they are choices."""
    match expression:
        case OneOf(name=name, values=values):
            return _equals(name, values, question, negated=False)
        case Not(part=OneOf(name=name, values=values)):
            return _equals(name, values, question, negated=True)
        case All(parts=parts):
            return AllOf(tuple(condition_told(part, question) for part in parts))
        case Any(parts=parts):
            return _one_told([condition_told(part, question) for part in parts])
        case Not(part=All(parts=parts)):
            return _one_told([condition_told(Not(part), question) for part in parts])
        case Not(part=Any(parts=parts)):
            return AllOf(tuple(condition_told(Not(part), question) for part in parts))
        case Not(part=Not(part=part) | Unless(part=part)):
            return condition_told(part, question)
        case Unless(part=part):
            return condition_told(Not(part), question)
    return ALWAYS


def not_ruled_out(expression: Expression, question: Question) -> Condition:
    """When the answers before this question leave it possible that something is so, as far as it is one choice or several joined by and."""
    match expression:
        case OneOf(name=name, values=values):
            return _equals(name, values, question, negated=False, unknown=True)
        case Not(part=OneOf(name=name, values=values)):
            return _equals(name, values, question, negated=True, unknown=True)
        case All(parts=parts):
            return AllOf(tuple(not_ruled_out(part, question) for part in parts))
    return ALWAYS


def _one_told(parts: list[Condition]) -> Condition:
    """One of several is told. What only later answers can tell is not, unless there is nothing else."""
    earlier = tuple(part for part in parts if part != ALWAYS)
    return AnyOf(earlier) if earlier else ALWAYS


def matters(expression: Expression, name: str, question: Question) -> Condition:
    """When a fact has a part in an expression: the rest of it leaves that open."""
    match expression:
        case All(parts=parts):
            rest = [condition_told(part, question) for part in parts if name not in part.reads]
            return AllOf((*rest, *(matters(part, name, question) for part in parts if name in part.reads)))
        case Any(parts=parts):
            rest = [condition_told(Not(part), question) for part in parts if name not in part.reads]
            return AllOf((*rest, AnyOf(tuple(matters(part, name, question) for part in parts if name in part.reads))))
        case Not(part=part) | Unless(part=part):
            return matters(part, name, question)
    return ALWAYS


def _equals(name: str, values: frozenset[str], question: Question, *, negated: bool, unknown: bool = False) -> Condition:
    earlier = BY_FACT.get(name)
    if earlier is None or PLACE[earlier.id] >= PLACE[question.id] or earlier.kind not in CHOICES:
        return ALWAYS
    options = tuple(option.value for option in earlier.options)
    wanted = tuple(value for value in options if (value in values) != negated or (unknown and value == UNKNOWN))
    return ALWAYS if set(wanted) >= set(options) - {UNKNOWN} else Equals(earlier.id, wanted)


# Simplifying: into alternatives of equalities, then whatever another one says as well is left out.

Terms = frozenset[Equals]


def _stated(terms: set[Terms]) -> Condition:
    parts = tuple(_all(term) for term in sorted(_irredundant(terms), key=_order))
    return parts[0] if len(parts) == 1 else AnyOf(parts)


def _without_answered(term: Terms, earlier: Mapping[str, Condition]) -> set[Terms]:
    """That a question was answered with anything says that it is asked, whether it was answered yet or not."""
    for each in term:
        if len(each.one_of) == len(BY_ID[each.question].options):
            asked = AllOf((*(term - {each}), earlier[each.question]))
            return {found for alternative in alternatives(asked) for found in _without_answered(alternative, earlier)}
    return {term}


def _apart(terms: set[Terms], earlier: Mapping[str, Condition]) -> set[Terms]:
    """The alternatives of which none holds only where another one does as well."""
    kept = set(terms)
    for term in sorted(terms, key=_order, reverse=True):
        if any(all(_follows(demand, term, earlier) for demand in other) for other in kept - {term}):
            kept.remove(term)
    return kept


def _follows(demand: Equals, term: Terms, earlier: Mapping[str, Condition]) -> bool:
    return any(
        (each.question == demand.question and set(each.one_of) <= set(demand.one_of)) or _implied(demand, each.question, earlier)
        for each in term
    )


def _without_implied(term: Terms, earlier: Mapping[str, Condition]) -> Terms:
    """The demands without those that hold wherever another one's question is asked."""
    for each in sorted(term, key=lambda each: PLACE[each.question]):
        others = term - {each}
        if any(_implied(each, other.question, earlier) for other in others):
            term = others
    return term


def _implied(demand: Equals, question: str, earlier: Mapping[str, Condition]) -> bool:
    found = alternatives(earlier[question])
    return bool(found) and all(
        any(
            (b.question == demand.question and set(b.one_of) <= set(demand.one_of)) or _implied(demand, b.question, earlier)
            for b in alternative
        )
        for alternative in found
    )


def _order(term: Terms) -> list[tuple[int, tuple[str, ...]]]:
    return sorted((PLACE[each.question], each.one_of) for each in term)


def _all(term: Terms) -> Condition:
    parts = sorted(term, key=lambda each: (PLACE[each.question], each.one_of))
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def alternatives(condition: Condition) -> set[Terms]:
    """The condition as alternatives of equalities, all of which have to hold."""
    if isinstance(condition, Equals):
        return {frozenset({condition})}
    if isinstance(condition, AnyOf):
        return {term for part in condition.any for term in alternatives(part)}
    return {_narrowed(frozenset().union(*terms)) for terms in product(*(alternatives(part) for part in condition.all))} - {None}


def _narrowed(term: Terms) -> Terms:
    """Two demands on one choice together; of several choices each can be met by another."""
    found: dict[str, Equals] = {}
    several = [each for each in term if BY_ID[each.question].kind == "choices"]
    for each in term:
        if each in several:
            continue
        before = found.get(each.question)
        found[each.question] = each if before is None else Equals(each.question, tuple(v for v in before.one_of if v in each.one_of))
    # Of two demands on several choices, the one that the other includes says nothing.
    kept = [a for a in several if not any(b != a and set(b.one_of) < set(a.one_of) for b in several)]
    return frozenset((*found.values(), *kept))


def _irredundant(terms: set[Terms]) -> set[Terms]:
    possible = {term for term in terms if all(each.one_of for each in term)}
    return {term for term in possible if not any(other != term and _includes(other, term) for other in possible)}


def _includes(wider: Terms, narrower: Terms) -> bool:
    """Whether whatever meets the narrower meets the wider as well."""
    return all(any(b.question == a.question and set(b.one_of) <= set(a.one_of) for b in narrower) for a in wider)


def _merged(terms: Iterable[Terms]) -> set[Terms]:
    """Alternatives that differ in one question only become one with the options of both."""
    found = set(terms)
    while True:
        pair = next(((a, b) for a in found for b in found if a != b and _differ_in_one(a, b)), None)
        if pair is None:
            return found
        a, b = pair
        (left,), (right,) = a - b, b - a
        options = [option.value for option in BY_ID[left.question].options if option.value in left.one_of or option.value in right.one_of]
        found = _irredundant(found - {a, b} | {frozenset((*(a & b), Equals(left.question, tuple(options))))})


def _differ_in_one(a: Terms, b: Terms) -> bool:
    left, right = a - b, b - a
    return len(left) == len(right) == 1 and {each.question for each in left} == {each.question for each in right}
