"""Findings become a verdict: one or more matters, most urgent first, each with one of four levels.

``assess`` never raises for facts that :func:`checker.ask.answers.read_answers` can produce.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from checker.ask.facts import Facts
from checker.ask.goods import goods_of
from checker.ask.problems import CHANGE_OF_MIND, MIS_ORDER, NOT_DELIVERED, PROBLEMS_OF, REFUND_NOT_ARRIVED, problems_that
from checker.ask.refusal_grounds import SILENCE
from checker.decide import deadlines, next_step, refusals
from checker.decide.acceptance import Check, complaint_checks, may_be_late, refused_for_sure
from checker.decide.acts import Act
from checker.decide.claims import Claim, claim, treble
from checker.decide.counting import Deadline
from checker.decide.next_step import REVOCABLE, Situation
from checker.decide.proof import grounds, kinds
from checker.decide.rule import Finding, Objection, Route, Rule, apply
from checker.decide.rules import PLATFORM_RULES, RULES, RULES_VERSION, SUPPORTS
from checker.decide.rules.support import fraud_said
from checker.law.statutes import Article, citable
from checker.law.thresholds import Basis

Level = Literal["can_claim", "needs_facts", "not_supported", "stop"]
LEVELS: dict[Level, str] = {
    "can_claim": "可以主张",
    "needs_facts": "还缺信息",
    "not_supported": "现有信息不支持",
    "stop": "先别申请",
}
BASIS_WORDS = {"statute": "法定", "platform": "平台规则", "practice": "惯例", "own": "本站取值"}
URGENCY: tuple[Route, ...] = ("scam", "unauthorised_payment", "unlawful_goods", "minor", "ordinary")
Cite = Callable[[Rule], tuple[Article, ...]]
"""The articles of a rule that may be argued from in one case."""


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
    """One thing in the reader's story. ``primary`` is the rule that the claim and the letters rest on, if there is one; ``claims``
    begins with what it grants. ``complaint`` says whether 12315 would take it, ``gone_by`` what to expect of a period that may be over.
    """

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
    gone_by: tuple[str, ...]
    objections: tuple[Objection, ...]
    primary: Rule | None
    supports: tuple[str, ...]
    complaint: tuple[Check, ...]
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

    The law in force is chosen by the day of payment, for what the other side did later by that day, and by today where the day is unknown.
    """
    findings = tuple(apply(rule, facts) for rule in RULES)
    routes = [route for route in URGENCY if _concerned(route, facts, findings)]
    matters = tuple(_matter(route, facts, findings, now) for route in routes)
    return Verdict(
        matters=matters,
        missing=tuple(dict.fromkeys(id for matter in matters for id in matter.missing)),
        warnings=_warnings(facts, matters, now.date()),
        rules_version=RULES_VERSION,
        now=now,
    )


def _concerned(route: Route, facts: Facts, findings: tuple[Finding, ...]) -> bool:
    """Whether the story has a matter on this route. The flags are independent, but unlawful goods take the place of a refund, and so
    does a scam by the seller: whoever swindles gets no letter that asks for a refund.
    """
    met = {f.rule.id for f in findings if f.status == "met"}
    if route in ("scam", "unlawful_goods"):
        return any(f.rule.id in met and f.rule.route == route for f in findings)
    if route == "unauthorised_payment":
        return bool(facts.chose(*PROBLEMS_OF[route]))
    unlawful = {f.rule.id for f in findings if f.rule.route == "unlawful_goods"} & met
    # A child's payment is void whoever the account is bound to.
    if route == "minor":
        return bool(facts.chose(*PROBLEMS_OF[route])) and unlawful <= {"someone_elses_account"}
    if unlawful:
        return False
    if swindled_by_seller(facts) or met & {"tainted_topup"}:
        return False
    return facts.problem is None or bool(facts.problem - _OTHER_ROUTES)


_OTHER_ROUTES = {problem.id for problem in problems_that(lambda problem: problem.route != "ordinary")}
_SWINDLED_BY_SELLER = problems_that(lambda problem: problem.swindler == "seller")
_DEFECTS = problems_that(lambda problem: problem.about_what_came)


def swindled_by_seller(facts: Facts) -> bool:
    """Whether the one who swindles is the one who sold; somebody who was told to buy card codes bought them elsewhere."""
    return bool(facts.chose(*_SWINDLED_BY_SELLER)) or facts.unlawful_part == "task" or facts.paid_outside == "lured"


def _matter(route: Route, facts: Facts, findings: tuple[Finding, ...], now: datetime) -> Matter:
    own = tuple(f for f in findings if f.rule.route == route)
    relevant = tuple(f for f in own if f.relevant)
    met = _leading(tuple(f for f in relevant if f.status == "met"), facts)
    level = _level(route, facts, findings, met, relevant)
    untruthful = level == "not_supported" and facts.truthful == "no"
    unpaid = level == "not_supported" and not untruthful and facts.channel == "not_paid"
    primary = met[0].rule if met and level in ("can_claim", "stop") else None
    today = now.date()
    cite = _citer(facts, today)
    helping = (
        tuple(f for f in (apply(rule, facts) for rule in SUPPORTS) if f.status == "met")
        if level == "can_claim" and route in ("ordinary", "minor")
        else ()
    )
    situation = Situation(
        route=route,
        level=level,
        facts=facts,
        rule=primary,
        today=today,
        review=deadlines.review(facts),
        arrival=deadlines.refund_arrival(facts),
        appeal=deadlines.appeal(facts, today),
        mediation=deadlines.mediation(facts),
        delivery=_still_in_time(facts, level, untruthful or unpaid),
        lookups=() if untruthful or unpaid else tuple(dict.fromkeys(words for f in relevant for words in f.lookups)),
        revocation=deadlines.revocation(facts) if facts.chose(MIS_ORDER) and any(f.rule.id in REVOCABLE for f in met) else None,
        proven=_proven(primary, facts),
        unproven=_unproven(primary, facts),
        own_ground=any(f.rule.id not in ("refund_agreed", "refund_fee", "refund_to_balance") for f in met)
        and not facts.chose(REFUND_NOT_ARRIVED),
        tainted=any(f.rule.id == "tainted_topup" for f in met),
    )
    step = next_step.choose(situation)
    rows = _deadlines(situation, step)
    return Matter(
        route=route,
        level=level,
        next_step=step,
        headline=next_step.headline(situation, step),
        reasons=_plain_no(relevant, untruthful, today) if untruthful or unpaid else _reasons(level, facts, relevant, met + helping, cite),
        findings=own + helping,
        platform_view=_platform_view(facts) if route == "ordinary" and level != "not_supported" else (),
        claims=_claims(primary, facts, helping, cite) if primary and level == "can_claim" else (),
        acts=next_step.acts(situation, step),
        deadlines=deadlines.still_ahead(rows, today),
        gone_by=deadlines.expectations(rows, today),
        objections=refusals.objections(primary, facts) if primary and level == "can_claim" else (),
        primary=primary,
        supports=tuple(f.rule.id for f in helping),
        complaint=complaint_checks(facts, today) if level == "can_claim" and route in ("ordinary", "minor") else (),
        missing=_missing(level, facts, relevant),
    )


def _leading(met: tuple[Finding, ...], facts: Facts) -> tuple[Finding, ...]:
    """What the claim rests on. Who wants the goods does not argue from a refund that was agreed to, if there is another ground."""
    others = tuple(f for f in met if f.rule.id != "refund_agreed")
    return others if facts.wish == "goods" and others else met


def _still_in_time(facts: Facts, level: Level, void: bool) -> Deadline | None:
    """Until when the goods may still come in time, where that is all that stands against the claim."""
    waiting = level == "not_supported" and not void and facts.overdue is False and facts.problem == frozenset({NOT_DELIVERED.id})
    return deadlines.delivery(facts) if waiting else None


def _proven(primary: Rule | None, facts: Facts) -> bool | None:
    """Whether the core of the case has some proof. A code that the issuer saw used after it was delivered is not shown to be faulty; a
    family that was paid back once has shown who it is.
    """
    if primary is None or facts.evidence is None:
        return None
    if primary.id == "unusable" and facts.issuer_says == "after":
        return False
    if primary.route == "minor" and facts.earlier_refund in ("guarded", "unguarded"):
        return True
    return bool(facts.evidence & set(primary.proof))


def _unproven(primary: Rule | None, facts: Facts) -> tuple[str, ...]:
    """The kinds of proof of which one would be enough and none is at hand."""
    if primary is None:
        return ()
    names = kinds(primary.id if primary.id in grounds() else None)
    return tuple(names[kind].name for kind in primary.proof if kind not in (facts.evidence or ()))[:2]


def _claims(primary: Rule, facts: Facts, helping: tuple[Finding, ...], cite: Cite) -> tuple[Claim, ...]:
    """What the primary rule grants; on top of it three times the price where deceit is shown."""
    first = claim(primary, facts, _joined(cite(primary), *(cite(f.rule) for f in helping if f.rule.id != "deliberate_falsehood")))
    extra = tuple(treble(facts, cite(f.rule)) for f in helping if f.rule.id == "deliberate_falsehood" and cite(f.rule))
    return (first, *extra)


def _joined(*groups: tuple[Article, ...]) -> tuple[Article, ...]:
    return tuple(dict.fromkeys(article for group in groups for article in group))


def _level(route: Route, facts: Facts, findings: Iterable[Finding], met: tuple[Finding, ...], relevant: tuple[Finding, ...]) -> Level:
    if route in ("scam", "unlawful_goods"):
        return "stop"
    if facts.truthful == "no" or facts.channel == "not_paid":
        return "not_supported"
    unsure_of_goods = any(f.rule.id == "unlawful_goods" and f.status == "undetermined" for f in findings)
    if met:
        return "needs_facts" if unsure_of_goods or facts.truthful is None else "can_claim"
    return "needs_facts" if any(f.status == "undetermined" for f in relevant) else "not_supported"


def _citer(facts: Facts, today: date) -> Cite:
    def day(rule: Rule) -> date:
        known = (getattr(facts, name) for name in (("paid_on",) if rule.conduct_on is None else rule.conduct_on))
        return next((each for each in known if each is not None), today)

    return lambda rule: citable(
        rule.articles_for(facts),
        day=day(rule),
        consumer=facts.may_complain_as_consumer,
        # Nor does that act reach a private person who sells now and then: that is no business (电子商务法 2, 9).
        content=goods_of(facts.goods).online_content or facts.seller_kind == "individual",
    )


def _reasons(level: Level, facts: Facts, relevant: tuple[Finding, ...], met: tuple[Finding, ...], cite: Cite) -> tuple[Reason, ...]:
    """The sentences that decided: rules that are met, conditions that are open, or conditions that fail."""
    if met:
        shown = [(f, f.rule.because) for f in met]
        if level == "needs_facts":
            open_point = "买的是什么还不清楚，先排除法律禁止买卖的东西。" if facts.goods is None else "有些答案还不确定，先核实再写进函里。"
            shown.append((met[0], open_point))
    elif level == "needs_facts" and facts.problem is None:
        shown = [(relevant[0], "还不知道出了什么事。先选最接近的一件，才能往下看。")]
    elif level == "needs_facts":
        shown = [(f, f"“{f.rule.title}”能不能成立，还差几个答案。") for f in relevant if f.status == "undetermined"]
    else:
        # Two rules can fail on the same ground; it is said once.
        once = {sentence: f for f in reversed(relevant) for sentence in f.failed}
        shown = [(f, sentence) for f in relevant for sentence in f.failed if once[sentence] is f]
    return tuple(Reason(sentence=sentence, basis=f.rule.basis, rule=f.rule.id, articles=cite(f.rule)) for f, sentence in shown)


def _plain_no(relevant: tuple[Finding, ...], untruthful: bool, today: date) -> tuple[Reason, ...]:
    """Why nothing is written whatever the rules say: the story is not true, or nothing was paid."""
    rule = relevant[0].rule.id
    if not untruthful:
        return (Reason(sentence="还没有付钱，谈不上退款。不要付，另找正规的地方买。", basis="statute", rule=rule, articles=()),)
    return (
        Reason(
            sentence="你说答案里有些不是实际发生的。编造的事实不能用来要求退款，这里不写任何文书。",
            basis="statute",
            rule=rule,
            articles=citable(("zaglf-58", "mss-115"), day=today, consumer=False, content=False),
        ),
    )


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
    """The periods that matter now, the soonest first."""
    if situation.delivery is not None:
        return (situation.delivery,)
    if situation.level not in ("can_claim", "needs_facts") or situation.route not in ("ordinary", "minor"):
        return ()
    facts, today = situation.facts, situation.today
    consumer = facts.purpose != "resale" and facts.seller_kind != "individual"
    rule = situation.rule.id if situation.rule is not None else None
    rows = [
        situation.appeal,
        situation.review if facts.stage in ("asked_waiting", "more_proof") else None,
        situation.arrival if facts.stage == "agreed" or facts.chose(REFUND_NOT_ARRIVED) else None,
        deadlines.complaint_decision(facts, today)
        if step == "complaint_12315" or (facts.elsewhere == "12315" and not facts.accepted_on)
        else None,
        situation.mediation,
        deadlines.quality_return(facts) if rule in ("wrong_goods", "unusable") and facts.stage == "not_asked" and consumer else None,
        deadlines.no_reason_return(facts) if facts.chose(CHANGE_OF_MIND) and facts.stage == "not_asked" else None,
        deadlines.prepaid_return(facts) if rule == "prepaid_seven_days" and facts.stage == "not_asked" else None,
        deadlines.stalling(facts) if rule in ("wrong_goods", "unusable", "prepaid_broken") and consumer else None,
        deadlines.revocation(facts) if facts.chose(MIS_ORDER) else None,
        deadlines.latest_notice(facts) if SILENCE.id in (facts.refusal_ground or ()) and facts.chose(*_DEFECTS) else None,
        deadlines.wechat_window(facts),
        deadlines.termination(facts) if situation.rule is not None and situation.rule.ends_the_contract(facts) else None,
        deadlines.fraud_revocation(facts) if facts.false_intent == "yes" else None,
        deadlines.complaint_latest(facts) if consumer else None,
        deadlines.filing_decision(today) if step == "sue" else None,
        deadlines.limitation(facts) if step == "sue" or _may_sue(facts, today) else None,
    ]
    return tuple(sorted((row for row in rows if row is not None), key=lambda row: row.safe))


def _may_sue(facts: Facts, today: date) -> bool:
    """Whether a court is a way for this reader by now: the platform's is walked to its end, or 12315 is none or may be none."""
    return facts.stage in ("appeal_refused", "outside") or refused_for_sure(facts, today) or may_be_late(complaint_checks(facts, today))


def _dated(matters: tuple[Matter, ...]) -> bool:
    """Whether anything of this conclusion hangs on a day."""
    return any(m.deadlines or (m.level == "can_claim" and m.route in ("ordinary", "minor")) for m in matters)


def _warnings(facts: Facts, matters: tuple[Matter, ...], today: date) -> tuple[str, ...]:
    claiming = [m for m in matters if m.level == "can_claim" and m.route in ("ordinary", "minor")]
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
    if claiming and fraud_said(facts) and not any("deliberate_falsehood" in m.supports for m in claiming):
        found.append("三倍赔偿要有能看出对方故意的凭证，例如聊天、书面答复、官方查询结果。还没有勾选，函里先不写。")
    if claiming and facts.mismatch == "hidden_fee" and facts.goods_used not in ("untouched", "tried"):
        found.append("收费在付款以前告诉过，东西又用过的，要求全额退不一定得到支持。可以先谈退一部分。")
    if any(not m.claims[0].articles for m in claiming):
        found.append("付款那时的法律里，没有收录可以引用的条文。函里的依据先查清楚再填。")
    if facts.paid_by == "other" and claiming:
        found.append("钱是别人付的，退款一般退回付款的账户。由谁来要求，法律没有直接规定，最好和付款的人一起提出。")
    if facts.seller_kind == "overseas" and claiming:
        found.append("对方在境外的，12315 和法院常常找不到它，也不适用小额诉讼。先走平台和支付方。")
    if len((facts.topup_signs or frozenset()) & {"cheap", "password", "slow"}) >= 2:
        found.append("便宜很多、要密码、到账很慢，充进来的钱可能来路不正，会连累停机、封号。给过密码的，改掉。保留订单，不要说没到账。")
    if goods_of(facts.goods).is_account and facts.bound_to is None and any(m.route == "ordinary" for m in claiming):
        found.append("先弄清账号绑定的是谁的身份信息。绑着别人、换不了的，先别申请。")
    if swindled_by_seller(facts) and facts.problem is not None and facts.problem - _OTHER_ROUTES:
        found.append("另一件事如果和骗你的人无关，单独再查一遍。和他有关的，不要写退款申请。")
    if any(f.rule.id == "tainted_topup" and f.status == "met" for m in matters for f in m.findings):
        found.append("事情说清以后，可以向卖家要求退款。仍然不能说没到账。")
    return tuple(dict.fromkeys(found))
