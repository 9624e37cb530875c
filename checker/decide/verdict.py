"""Findings become a verdict: one or more matters, most urgent first, each with one of four levels.

``assess`` never raises for facts that :func:`checker.ask.answers.read_answers` can produce.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from checker.ask.facts import Facts
from checker.decide import deadlines, next_step
from checker.decide.claims import Claim, claim
from checker.decide.deadlines import Deadline
from checker.decide.next_step import Act, Situation
from checker.decide.rule import Finding, Objection, Route, Rule, apply
from checker.decide.rules import PLATFORM_RULES, RULES, RULES_VERSION
from checker.law.statutes import Article, citable
from checker.law.thresholds import Basis

Level = Literal["can_claim", "needs_facts", "not_supported", "stop"]
LEVELS: dict[Level, str] = {
    "can_claim": "可以主张", "needs_facts": "还缺信息", "not_supported": "现有信息不支持", "stop": "先别申请",
}
BASIS_WORDS = {"statute": "法定", "platform": "平台规则", "practice": "惯例", "own": "本站取值"}
URGENCY: tuple[Route, ...] = ("scam", "unauthorised_payment", "unlawful_goods", "minor", "ordinary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One sentence that carries the conclusion, with the rule and the articles behind it."""

    sentence: str
    basis: Basis
    rule: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformCheck:
    """What the platform's reviewer will say to one of the three checks."""

    check: str
    status: Literal["pass", "fail", "unknown"]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing in the reader's story. ``primary`` is the rule that the claim and the letters rest on, if there is one."""

    route: Route
    level: Level
    next_step: str
    headline: str
    reasons: tuple[Reason, ...]
    findings: tuple[Finding, ...]
    platform_view: tuple[PlatformCheck, ...]
    claims: tuple[Claim, ...]
    acts: tuple[Act, ...]
    deadlines: tuple[Deadline, ...]
    objections: tuple[Objection, ...]
    primary: Rule | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The conclusion of one self-check. ``now`` is the reader's time, ``rules_version`` the state of the rules."""

    matters: tuple[Matter, ...]
    missing: tuple[str, ...]
    warnings: tuple[str, ...]
    rules_version: str
    now: datetime


def assess(facts: Facts, now: datetime) -> Verdict:
    """The verdict on these facts at this time.

    The law in force is chosen by the day of payment, and by today where that day is unknown.
    """
    findings = tuple(apply(rule, facts) for rule in RULES)
    routes = [route for route in URGENCY if _concerned(route, facts, findings)]
    matters = tuple(_matter(route, facts, findings, now) for route in routes)
    return Verdict(
        matters=matters,
        missing=tuple(dict.fromkeys(id for matter in matters for id in matter.missing)),
        warnings=_warnings(facts, matters),
        rules_version=RULES_VERSION,
        now=now,
    )


def _concerned(route: Route, facts: Facts, findings: tuple[Finding, ...]) -> bool:
    """Whether the story has a matter on this route. The flags are independent; unlawful goods take the place of a refund."""
    unlawful = any(f.status == "met" and f.rule.route == "unlawful_goods" for f in findings)
    if route in ("scam", "unauthorised_payment", "unlawful_goods"):
        return any(f.status == "met" and f.rule.route == route for f in findings)
    if unlawful:
        return False
    if route == "minor":
        return bool(facts.chose("child_paid"))
    elsewhere = {"asked_to_pay_again", "seller_vanished", "not_paid_by_me", "child_paid"}
    return facts.problem is None or bool(facts.problem - elsewhere)


def _matter(route: Route, facts: Facts, findings: tuple[Finding, ...], now: datetime) -> Matter:
    own = tuple(f for f in findings if f.rule.route == route)
    relevant = tuple(f for f in own if f.relevant)
    met = tuple(f for f in relevant if f.status == "met")
    level = _level(route, facts, findings, met, relevant)
    untruthful = level == "not_supported" and facts.truthful == "no"
    primary = met[0].rule if met and level in ("can_claim", "stop") else None
    today = now.date()
    cite = _citer(facts, today)
    situation = Situation(
        route=route, level=level, facts=facts, rule=primary, today=today,
        review=deadlines.review(facts), arrival=deadlines.refund_arrival(facts), appeal=deadlines.appeal(facts),
        would_change=() if untruthful else tuple(sentence for f in relevant for sentence in f.would_change),
        proven=None if facts.evidence is None or primary is None else bool(facts.evidence & set(primary.proof)),
    )
    step = next_step.choose(situation)
    return Matter(
        route=route,
        level=level,
        next_step=step,
        headline=next_step.headline(situation, step),
        reasons=_untruthful(relevant, today) if untruthful else _reasons(level, facts, relevant, met, cite),
        findings=own,
        platform_view=_platform_view(facts) if route == "ordinary" else (),
        claims=(claim(primary, facts, cite(primary)),) if primary and level == "can_claim" else (),
        acts=next_step.acts(situation, step),
        deadlines=_deadlines(situation, step),
        objections=primary.objections if primary and level == "can_claim" else (),
        primary=primary,
        missing=_missing(level, facts, relevant),
    )


def _level(route: Route, facts: Facts, findings: Iterable[Finding], met: tuple[Finding, ...], relevant: tuple[Finding, ...]) -> Level:
    if route in ("scam", "unlawful_goods"):
        return "stop"
    if facts.truthful == "no":
        return "not_supported"
    unsure_of_goods = any(f.rule.route == "unlawful_goods" and f.status == "undetermined" for f in findings)
    if met:
        return "needs_facts" if unsure_of_goods or facts.truthful is None else "can_claim"
    return "needs_facts" if any(f.status == "undetermined" for f in relevant) else "not_supported"


def _citer(facts: Facts, today: date):
    day = facts.paid_on or today
    return lambda rule: citable(
        rule.articles_for(facts), day=day, consumer=facts.purpose == "self",
        content=facts.goods in ("membership", None),
    )


def _reasons(level: Level, facts: Facts, relevant: tuple[Finding, ...], met: tuple[Finding, ...], cite) -> tuple[Reason, ...]:
    """The sentences that decided: rules that are met, conditions that are open, or conditions that fail."""
    if met:
        shown = [(f, f.rule.because) for f in met]
        if level == "needs_facts":
            open_point = "买的是什么还不清楚，先排除法律禁止买卖的东西。" if facts.goods is None else "有些答案还不确定，先核实再写进函里。"
            shown.append((met[0], open_point))
    elif level == "needs_facts":
        shown = [(f, f"“{f.rule.title}”能不能成立，还差几个答案。") for f in relevant if f.status == "undetermined"]
    else:
        shown = [(f, sentence) for f in relevant for sentence in f.failed]
    return tuple(
        Reason(sentence=sentence, basis=f.rule.basis, rule=f.rule.id, articles=cite(f.rule)) for f, sentence in shown
    )


def _untruthful(relevant: tuple[Finding, ...], today: date) -> tuple[Reason, ...]:
    return (Reason(
        sentence="你说答案里有些不是实际发生的。编造的事实不能用来要求退款，这里不写任何文书。",
        basis="statute",
        rule=relevant[0].rule.id,
        articles=citable(("zaglf-58", "mss-115"), day=today, consumer=False, content=False),
    ),)


def _missing(level: Level, facts: Facts, relevant: tuple[Finding, ...]) -> tuple[str, ...]:
    if level != "needs_facts":
        return ()
    first = [id for id, value in (("goods", facts.goods), ("truthful", facts.truthful)) if value is None]
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


def _deadlines(situation: Situation, step: str) -> tuple[Deadline, ...]:
    """The periods that matter now, soonest kind first."""
    if situation.level not in ("can_claim", "needs_facts") or situation.route not in ("ordinary", "minor"):
        return ()
    facts = situation.facts
    rows = [
        situation.appeal,
        situation.review if facts.stage in ("asked_waiting", "more_proof") else None,
        situation.arrival if facts.stage == "agreed" or facts.chose("refund_not_arrived") else None,
        deadlines.no_reason_return(facts) if facts.chose("change_of_mind") and facts.stage == "not_asked" else None,
        deadlines.revocation(facts) if facts.chose("mis_order") else None,
        deadlines.complaint_decision(situation.today) if step == "complaint_12315" else None,
        deadlines.complaint_latest(facts) if facts.purpose != "resale" else None,
        deadlines.limitation(facts) if facts.purpose == "resale" or step == "sue" else None,
    ]
    return tuple(row for row in rows if row is not None)


def _warnings(facts: Facts, matters: tuple[Matter, ...]) -> tuple[str, ...]:
    found = []
    if any(not row.certain and row.basis != "practice" or row.last_day is None and "收录" in row.counted for m in matters for row in m.deadlines):
        found.append("有的期限会跨到放假安排还没有公布的年份，只给出最早和最晚的一天。")
    if any(m.level == "can_claim" and m.route == "ordinary" for m in matters) and facts.purpose != "self":
        found.append(
            "转卖、批量拿货的不算消费者，函里只引用合同方面的法律，也不能用 12315 投诉。" if facts.purpose == "resale"
            else "还不清楚是不是自己用，函里先只引用合同方面的法律。"
        )
    return tuple(found)
