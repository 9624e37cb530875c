"""Findings become a verdict: one or more matters, most urgent first, each with one of four levels.

``assess`` never raises for facts that :func:`checker.ask.answers.read_answers` can produce.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from checker.ask.facts import Facts
from checker.ask.goods import goods_of
from checker.ask.problems import problems_that
from checker.ask.routes import CLAIMING, MINOR, ORDINARY, STOPPING, UNAUTHORISED_PAYMENT, UNLAWFUL_GOODS, URGENCY, Route
from checker.ask.stages import stage_of
from checker.ask.when import When
from checker.decide import choosing, deadlines, refusals
from checker.decide.acceptance import Check, complaint_checks
from checker.decide.claims import Claim, besides, claim
from checker.decide.due import due
from checker.decide.finding import Finding, apply, at_issue, claims_met, is_met
from checker.decide.next_steps import NextStep
from checker.decide.reason import Reason
from checker.decide.situation import Situation
from checker.decide.standing import choose
from checker.decide.void import plain_no, void_for
from checker.kit.act import Act
from checker.kit.counting import Deadline
from checker.kit.evidence import kind
from checker.kit.objection import Objection
from checker.kit.rule import ClaimRule, Rule, StopRule, SupportRule
from checker.law.statutes import Article, citable
from checker.rules import PLATFORM_RULES, RULES, RULES_VERSION, SUPPORTS

Level = Literal["can_claim", "needs_facts", "not_supported", "stop"]
LEVELS: dict[Level, str] = {
    "can_claim": "可以主张",
    "needs_facts": "还缺信息",
    "not_supported": "现有信息不支持",
    "stop": "先别申请",
}
BASIS_WORDS = {"statute": "法定", "platform": "平台规则", "practice": "惯例", "own": "本站取值"}
Found = Finding[ClaimRule | StopRule]
Citer = Callable[[Rule], tuple[Article, ...]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlatformCheck:
    """What the platform's reviewer will say to one of the three checks."""

    check: str
    status: Literal["pass", "fail", "unknown"]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Matter:
    """One thing in the reader's story. ``primary`` is the rule that the claim and the letters rest on, if there is one; ``claims``
    begins with what it grants. ``complaint`` says whether 12315 would take it, ``gone_by`` what to expect of a period that may be over.
    """

    route: Route
    level: Level
    next_step: NextStep
    headline: str
    reasons: tuple[Reason, ...]
    findings: tuple[Finding[Rule], ...]
    platform_view: tuple[PlatformCheck, ...]
    claims: tuple[Claim, ...]
    acts: tuple[Act, ...]
    deadlines: tuple[Deadline, ...]
    gone_by: tuple[str, ...]
    objections: tuple[Objection, ...]
    primary: ClaimRule | StopRule | None
    supports: tuple[SupportRule, ...]
    complaint: tuple[Check, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Verdict:
    """The conclusion of one self-check. ``now`` is the reader's time, ``rules_version`` the state of the rules."""

    matters: tuple[Matter, ...]
    missing: tuple[str, ...]
    warnings: tuple[str, ...]
    rules_version: str
    now: datetime


def assess(facts: Facts, now: datetime) -> Verdict:
    """The verdict on these facts at this time.

    The law in force is chosen by the day of payment, for what the other side did later by that day, and by today where the day is unknown.
    """
    findings = tuple(apply(rule, facts) for rule in RULES)
    # What may be a scam and may be none is looked at as an order until that is known.
    routes = [route for route in URGENCY if _concerned(route, facts, findings)] or [ORDINARY]
    matters = tuple(_matter(route, facts, findings, now) for route in routes)
    return Verdict(
        matters=matters,
        missing=tuple(dict.fromkeys(id for matter in matters for id in matter.missing)),
        warnings=_warnings(facts, matters, now.date()),
        rules_version=RULES_VERSION,
        now=now,
    )


def _concerned(route: Route, facts: Facts, findings: tuple[Found, ...]) -> bool:
    """Whether the story has a matter on this route. The flags are independent, but unlawful goods take the place of a refund, and so
    does a scam by the seller: whoever swindles gets no letter that asks for a refund.
    """
    own = [f for f in findings if f.rule.route == route]
    if route in STOPPING:
        return any(map(is_met, own))
    if route == UNAUTHORISED_PAYMENT:
        return any(f.story_told for f in own)
    stops = [f.rule for f in findings if is_met(f) and isinstance(f.rule, StopRule)]
    if route == MINOR:
        return any(f.story_told for f in own) and all(rule.void_for_a_child_anyway for rule in stops if rule.route == UNLAWFUL_GOODS)
    if any(rule.bars_refund.holds(facts) for rule in stops):
        return False
    return facts.problem is None or bool(facts.problem - _OTHER_ROUTES) or facts.order_gone is False


_AGREED = problems_that(lambda problem: problem.refund_agreed)
_MAY_COME = {problem.id for problem in problems_that(lambda problem: problem.may_still_come)}
_OTHER_ROUTES = {problem.id for problem in problems_that(lambda problem: problem.route != ORDINARY)}


def _matter(route: Route, facts: Facts, findings: tuple[Found, ...], now: datetime) -> Matter:
    own = tuple(f for f in findings if f.rule.route == route)
    relevant = tuple(f for f in own if f.relevant)
    met = _leading(route, tuple(filter(is_met, relevant)), facts)
    level = _level(route, facts, findings, met, relevant)
    void = void_for(facts, route) if level == "not_supported" else None
    primary = met[0].rule if met and level in ("can_claim", "stop") else None
    granting = primary if isinstance(primary, ClaimRule) and level == "can_claim" else None
    today = now.date()
    cite = _citer(facts, today)
    claimed = level == "can_claim" and route in CLAIMING
    helping = tuple(filter(is_met, (apply(rule, facts) for rule in SUPPORTS))) if claimed else ()
    situation = _situation(route, level, facts, met, relevant, primary, today, void=void is not None)
    step = choose(situation)
    rows = due(situation, step, own)
    return Matter(
        route=route,
        level=level,
        next_step=step,
        headline=choosing.headline(situation, step),
        reasons=plain_no(relevant[0].rule.id, void, today)
        if void is not None
        else _reasons(level, facts, relevant, (*met, *helping), cite),
        findings=(*own, *helping),
        platform_view=_platform_view(facts) if route == ORDINARY and level != "not_supported" else (),
        claims=_claims(granting, at_issue(granting, met), facts, helping, cite) if granting else (),
        acts=choosing.acts(situation, step),
        deadlines=deadlines.still_ahead(rows, today),
        gone_by=deadlines.expectations(rows, today),
        objections=refusals.objections(granting, facts) if granting else (),
        primary=primary,
        supports=tuple(f.rule for f in helping),
        complaint=complaint_checks(facts, today) if claimed else (),
        missing=_missing(level, facts, relevant),
    )


def _situation(
    route: Route,
    level: Level,
    facts: Facts,
    met: tuple[Found, ...],
    relevant: tuple[Found, ...],
    primary: ClaimRule | StopRule | None,
    today: date,
    *,
    void: bool,
) -> Situation:
    """What the next step depends on. ``void``: nothing is written whatever the rules say."""
    grounds = claims_met(met)
    return Situation(
        route=route,
        level=level,
        facts=facts,
        rule=primary if isinstance(primary, ClaimRule) else None,
        stop=next(
            (f.rule for f in met if isinstance(f.rule, StopRule) and f.rule.to_explain), primary if isinstance(primary, StopRule) else None
        ),
        today=today,
        review=deadlines.review(facts),
        arrival=deadlines.refund_arrival(facts),
        appeal=deadlines.appeal(facts, today),
        mediation=deadlines.mediation(facts),
        delivery=_still_in_time(facts, level, void),
        lookups=() if void else tuple(dict.fromkeys(words for f in relevant for words in f.lookups)),
        revocation=_revocation(grounds, facts),
        proven=_proven(primary, facts),
        unproven=_unproven(primary, facts),
        own_ground=any(not rule.after_agreement for rule in grounds) and not facts.chose(*_AGREED),
    )


def _revocation(grounds: tuple[ClaimRule, ...], facts: Facts) -> Deadline | None:
    """By when a court has to be asked to revoke, by the ground whose time is over first."""
    open_yet = [row for rule in grounds if rule.revocation and (row := rule.revocation.due(facts))]
    return min(open_yet, key=lambda row: row.safe, default=None)


def _leading(route: Route, met: tuple[Found, ...], facts: Facts) -> tuple[Found, ...]:
    """What the claim rests on. Who wants the goods does not argue from a refund that was agreed to, if there is another ground."""
    stage = stage_of(facts.stage if route != UNAUTHORISED_PAYMENT else None)
    if stage.closed:
        return tuple(f for f in met if not isinstance(f.rule, ClaimRule))
    if stage.settled:
        return tuple(f for f in met if not isinstance(f.rule, ClaimRule) or f.rule.beyond_the_price.holds(facts))
    others = tuple(f for f in met if not (isinstance(f.rule, ClaimRule) and f.rule.only_to_be_paid))
    return others if facts.wish == "goods" and others else met


def _still_in_time(facts: Facts, level: Level, void: bool) -> Deadline | None:
    """Until when the goods may still come in time, where that is all that stands against the claim."""
    waiting = level == "not_supported" and not void and facts.overdue is False and _may_come(facts)
    return deadlines.delivery(facts) if waiting else None


def _may_come(facts: Facts) -> bool:
    """Whether nothing happened but that the goods have not come."""
    return bool(facts.problem) and all(each in _MAY_COME for each in facts.problem or ())


def _proven(primary: Rule | None, facts: Facts) -> bool | None:
    """Whether the core of the case has some proof."""
    if not isinstance(primary, ClaimRule) or facts.evidence is None:
        return None
    if primary.disproved.holds(facts):
        return False
    return bool(primary.proven.holds(facts)) or any(each.kind in facts.evidence for each in primary.proof)


def _unproven(primary: Rule | None, facts: Facts) -> tuple[str, ...]:
    """The kinds of proof of which one would be enough and none is at hand."""
    if not isinstance(primary, ClaimRule):
        return ()
    return tuple(kind(each.kind).name for each in primary.proof if each.kind not in (facts.evidence or ()))[:2]


def _claims(
    primary: ClaimRule, issue: ClaimRule, facts: Facts, helping: tuple[Finding[SupportRule], ...], cite: Citer
) -> tuple[Claim, ...]:
    """What the primary rule grants; on top of it what supporting rules add, each on its own articles."""
    first = claim(primary, facts, _joined(cite(primary), *(cite(f.rule) for f in helping if f.rule.adds is None)), issue)
    extra = tuple(besides(f.rule.adds, facts, cite(f.rule)) for f in helping if f.rule.adds is not None and cite(f.rule))
    return (first, *extra)


def _joined(*groups: tuple[Article, ...]) -> tuple[Article, ...]:
    return tuple(dict.fromkeys(article for group in groups for article in group))


def _level(route: Route, facts: Facts, findings: tuple[Found, ...], met: tuple[Found, ...], relevant: tuple[Found, ...]) -> Level:
    if route in STOPPING:
        return "stop"
    if facts.truthful == "no" or facts.channel == "not_paid":
        return "not_supported"
    if route != UNAUTHORISED_PAYMENT and stage_of(facts.stage).settled and not met:
        return "not_supported"
    if met:
        return "needs_facts" if facts.truthful is None else "can_claim"
    return "needs_facts" if any(f.status == "undetermined" for f in relevant) else "not_supported"


def _citer(facts: Facts, today: date) -> Citer:
    def days(rule: Rule) -> tuple[date, date]:
        known: Iterable[When | None] = (getattr(facts, name) for name in rule.conduct_on)
        return next(((each.first, each.last) for each in known if each is not None), (today, today))

    def cited(rule: Rule) -> tuple[Article, ...]:
        first, last = (
            citable(
                rule.articles_for(facts),
                day=day,
                consumer=facts.may_complain_as_consumer,
                # Nor does that act reach a private person who sells now and then: that is no business (电子商务法 2, 9).
                content=goods_of(facts.goods).online_content or facts.seller_kind == "individual",
            )
            for day in days(rule)
        )
        # What was not in force on each of the days on which it can have been is not argued from.
        return tuple(each for each in last if each in first)

    return cited


def _reasons(level: Level, facts: Facts, relevant: tuple[Found, ...], met: tuple[Finding[Rule], ...], cite: Citer) -> tuple[Reason, ...]:
    """The sentences that decided: rules that are met, conditions that are open, or conditions that fail."""
    if met:
        shown: list[tuple[Finding[Rule], str]] = [(f, f.rule.because) for f in met]
        if level == "needs_facts":
            shown.append((met[0], "有些答案还不确定，先核实再写进函里。"))
    elif level == "needs_facts" and facts.problem is None:
        shown = [(relevant[0], "还不知道出了什么事。先选最接近的一件，才能往下看。")]
    elif level == "needs_facts":
        shown = [(f, f"“{f.rule.title}”能不能成立，还差几个答案。") for f in relevant if f.status == "undetermined"]
    else:
        # Two rules can fail on the same ground; it is said once.
        once = {sentence: f for f in reversed(relevant) for sentence in f.failed}
        shown = [(f, sentence) for f in relevant for sentence in f.failed if once[sentence] is f]
    return tuple(Reason(sentence=sentence, basis=f.rule.basis, rule=f.rule.id, articles=cite(f.rule)) for f, sentence in shown)


def _missing(level: Level, facts: Facts, relevant: tuple[Found, ...]) -> tuple[str, ...]:
    if level != "needs_facts":
        return ()
    first = ["truthful"] if facts.truthful is None else []
    return tuple(dict.fromkeys([*first, *(id for f in relevant for id in f.missing)]))


def _platform_view(facts: Facts) -> tuple[PlatformCheck, ...]:
    view = []
    for rule in PLATFORM_RULES:
        finding = apply(rule, facts)
        match finding.status:
            case "met":
                check = PlatformCheck(check=rule.title, status="pass", sentence=rule.because)
            case "not_met":
                check = PlatformCheck(check=rule.title, status="fail", sentence=finding.failed[0])
            case _:
                check = PlatformCheck(check=rule.title, status="unknown", sentence="答案还不够，看不出平台会怎么说。")
        view.append(check)
    return tuple(view)


def _dated(matters: tuple[Matter, ...]) -> bool:
    """Whether anything of this conclusion hangs on a day."""
    return any(m.deadlines or (m.level == "can_claim" and m.route in CLAIMING) for m in matters)


_CLAIMING_WITH_CAUTIONS = tuple(rule for rule in (*SUPPORTS, *RULES) if rule.cautions and not isinstance(rule, StopRule))
_STOPPING_WITH_CAUTIONS = tuple(rule for rule in RULES if rule.cautions and isinstance(rule, StopRule))


def _warnings(facts: Facts, matters: tuple[Matter, ...], today: date) -> tuple[str, ...]:
    claiming = [m for m in matters if m.level == "can_claim" and m.route in CLAIMING]
    found = list(deadlines.gaps([row for m in matters for row in m.deadlines], facts, today)) if _dated(matters) else []
    found += [sentence for m in claiming for sentence in m.gone_by]
    if claiming and not facts.may_complain_as_consumer:
        found.append(
            "转卖、批量拿货的不算消费者，函里只引用合同方面的法律，也不能用 12315 投诉。"
            if facts.purpose == "resale"
            else "向偶尔转让的个人买，不算消费者和经营者之间的事。函里只引用合同方面的法律，也不能用 12315 投诉。"
            if facts.seller_kind == "individual"
            else "还不清楚是不是自己用，函里先只引用合同方面的法律。"
        )
    found += [f"如果其实是这样，就不成立：{sentence}。先查清楚再发。" for m in claiming for f in m.findings for sentence in f.open_defences]
    found += _cautions(_CLAIMING_WITH_CAUTIONS, facts, claiming)
    if any(not m.claims[0].articles for m in claiming):
        found.append("付款那时的法律里，没有收录可以引用的条文。函里的依据先查清楚再填。")
    if facts.paid_by == "other" and claiming:
        found.append("钱是别人付的，退款一般退回付款的账户。由谁来要求，法律没有直接规定，最好和付款的人一起提出。")
    if facts.seller_kind == "overseas" and claiming:
        found.append("对方在境外的，12315 和法院常常找不到它，也不适用小额诉讼。先走平台和支付方。")
    found += _cautions(_STOPPING_WITH_CAUTIONS, facts, claiming)
    return tuple(dict.fromkeys(found))


def _cautions(rules: Iterable[Rule], facts: Facts, claiming: list[Matter]) -> list[str]:
    """The warnings that rules bring with them. What is so stands behind what may be so."""
    found = [
        caution
        for rule in rules
        for caution in rule.cautions
        if caution.when.holds(facts)
        and (not caution.beside_a_claim or any(_bears_on(rule, matter) for matter in claiming))
        and apply(rule, facts).status in caution.rule_is
    ]
    return [each.words for each in sorted(found, key=lambda each: each.rule_is == ("met",))]


def _bears_on(rule: Rule, matter: Matter) -> bool:
    """Whether it matters to this claim how the rule turns out."""
    return not (isinstance(rule, StopRule) and rule.void_for_a_child_anyway and matter.route == MINOR)
