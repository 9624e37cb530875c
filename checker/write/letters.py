"""Which texts a matter gets, and the texts themselves, full and short."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from checker.ask.facts import Facts
from checker.ask.goods import goods_of
from checker.ask.parties import Parties
from checker.ask.refusal_grounds import ground_of
from checker.ask.routes import MINOR, SCAM, UNAUTHORISED_PAYMENT
from checker.decide.acceptance import Check, may_be_late, refused_for_sure
from checker.decide.claims import Claim, asks_for_goods
from checker.decide.deadlines import demand_until
from checker.decide.finding import at_issue, claims_met
from checker.decide.refusals import given
from checker.decide.verdict import Matter
from checker.errors import UnknownLetter
from checker.kit.evidence import Kind, kinds, told_of
from checker.kit.phrases import BLANK, money, paid_by
from checker.kit.remedy import Asking
from checker.kit.rule import ENDING, ClaimRule, StopRule
from checker.kit.sentence import Telling
from checker.law.channels import channel
from checker.law.statutes import Article, article
from checker.law.thresholds import threshold
from checker.write.addressee import addressee, called, is_the_other_party, itself, place, respondent
from checker.write.checks import checks, platform_answers, revocable
from checker.write.lint import Remark, Supported, amounts_in, lint, lint_edited
from checker.write.render import cited, render_letter
from checker.write.telling import history, ordered

TITLES = {
    "refund_request": "退款申请",
    "guardian_request": "监护人退款申请",
    "chat": "客服沟通",
    "supplement": "补充凭证说明",
    "appeal": "申诉",
    "demand": "催告函",
    "payment_complaint": "支付渠道投诉",
    "complaint_12315": "12315 投诉书",
    "association": "消费者协会投诉",
    "lawsuit": "起诉状要点",
    "police": "报警材料提纲",
}
CHANNELS = {
    "refund_request": "平台的退款入口或客服",
    "guardian_request": "商家和平台的退款入口或客服",
    "chat": "客服对话框",
    "supplement": "平台要求补材料的地方",
    "appeal": "平台的申诉入口",
    "demand": "卖家，留下发出的记录",
    "payment_complaint": "支付机构或银行的投诉入口",
    "complaint_12315": "全国 12315 平台",
    "association": "消费者协会，和 12315 选一个",
    "lawsuit": "有管辖权的基层法院",
    "police": "公安机关，当面说明时带着",
}
NOT_FROM_PAYER = ("balance", "not_paid")
"""Paid in a way in which no payment institution stands between buyer and seller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One text in two lengths. ``characters`` counts the full text; ``blanks`` lists what the reader still has to fill in, ``checks``
    what has to be so for it to be accepted where it goes.
    """

    name: str
    title: str
    channel: str
    text: str
    short: str
    characters: int
    blanks: tuple[str, ...]
    lint: tuple[Remark, ...]
    checks: tuple[Check, ...]


def offered(matter: Matter, facts: Facts, now: datetime | None = None) -> tuple[str, ...]:
    """The names of the texts that this matter gets, the one for the next step first.

    A claim that holds gets texts to the other side and to those who can help; a scam or a payment by a stranger gets what the police
    and the payment institution need; unlawful goods, a reason made up and what is not supported get none.
    """
    if matter.route == SCAM:
        return () if facts.truthful == "no" else ("police",)
    rule = granting(matter)
    if rule is None:
        return ()
    if matter.route == UNAUTHORISED_PAYMENT:
        return ("payment_complaint", "police")
    names = (*_to_the_other_side(rule, matter, facts), *_to_others(matter, facts, now))
    first = {"sue": "lawsuit", "appeal": "appeal"}.get(matter.next_step, matter.next_step)
    return tuple(sorted(names, key=lambda name: name != first))


def granting(matter: Matter) -> ClaimRule | None:
    """The rule that the claim of this matter rests on, if there is a claim."""
    return matter.primary if matter.level == "can_claim" and isinstance(matter.primary, ClaimRule) else None


def _to_the_other_side(rule: ClaimRule, matter: Matter, facts: Facts) -> tuple[str, ...]:
    request = "guardian_request" if matter.route == MINOR else "refund_request"
    match facts.stage:
        case "refused" | "appeal_refused" | "partial_offer" | "partly_paid":
            # An appeal goes to the platform; the notice that ends the contract has to reach the seller (民法典 565).
            notice = ("demand",) if rule.ends_the_contract(facts) and facts.seller_kind != "self_run" else ()
            return ("appeal", request) if matter.route == MINOR and facts.stage == "partly_paid" else ("appeal", *notice)
        case "more_proof":
            return ("supplement", request)
        case "asked_waiting" | "outside":
            return (request, "demand", "chat")
        case "agreed" if rule.only_to_be_paid and matter.next_step == "payment_complaint":
            return (request, "demand", "chat")
    return (request, "chat")


def _to_others(matter: Matter, facts: Facts, now: datetime | None) -> tuple[str, ...]:
    """Texts to whoever handled the payment, to 12315 or a consumers' association (one of the two), and to a court, once the other
    side has had its say.
    """
    late = matter.next_step in ("payment_complaint", "complaint_12315", "sue")
    if matter.next_step == "sue" and facts.stage in (None, "not_asked", "more_proof"):
        return ("lawsuit",)
    if facts.stage in (None, "not_asked", "more_proof") or (facts.stage in ("asked_waiting", "agreed") and not late):
        return ()
    names = [] if facts.channel in NOT_FROM_PAYER or facts.elsewhere == "payment" else ["payment_complaint"]
    # Without a date of its own, a text to fill in goes by the conditions that hold on any day.
    accepted = not any(check.state == "fails" for check in matter.complaint) if now is None else not refused_for_sure(facts, now.date())
    if accepted:
        names += ["complaint_12315", "association"]
    if (
        facts.stage in ("appeal_refused", "outside")
        or matter.next_step == "sue"
        or not accepted
        or may_be_late(matter.complaint)
        or revocable(matter)
    ):
        names.append("lawsuit")
    return tuple(names)


def letters(matter: Matter, facts: Facts, parties: Parties, now: datetime | None) -> tuple[Letter, ...]:
    """Every text of one matter, rendered and read again by the lint."""
    return tuple(_letter(name, matter, facts, parties, now) for name in offered(matter, facts, now))


def fill_in(matter: Matter, facts: Facts) -> tuple[Letter, ...]:
    """The same texts for filling in by hand: nobody's names, and blanks for the days that depend on today."""
    return letters(matter, facts, Parties(), None)


def remarks(name: str, text: str, matter: Matter, facts: Facts, parties: Parties, now: datetime) -> tuple[Remark, ...]:
    """What the lint says of one text as its reader changed it.

    :raises UnknownLetter: the matter does not get this text.
    """
    if name not in offered(matter, facts, now):
        raise UnknownLetter(f"没有“{name}”这份文本")
    return lint_edited(text, _supported(matter, facts, parties, now, _context(name, matter, facts, parties, now)))


def _letter(name: str, matter: Matter, facts: Facts, parties: Parties, now: datetime | None) -> Letter:
    context = _context(name, matter, facts, parties, now)
    text, short = render_letter(name, context), render_letter("short", context)
    return Letter(
        name=name,
        title=_title(name, context),
        channel=CHANNELS[name],
        text=text,
        short=short,
        characters=len(text),
        blanks=tuple(dict.fromkeys(BLANK.findall(text))),
        lint=lint(text, short, _supported(matter, facts, parties, now, context)),
        checks=checks(name, matter, facts, parties, now),
    )


def _title(name: str, context: dict[str, Any]) -> str:
    if name == "refund_request" and context["goods_wanted"]:
        return "请照原订单办"
    return "情况说明提纲" if name == "police" and context["tainted"] else TITLES[name]


def _context(name: str, matter: Matter, facts: Facts, parties: Parties, now: datetime | None) -> dict[str, Any]:
    rule = granting(matter)
    goods_wanted = asks_for_goods(rule, facts)
    to_the_other_party = is_the_other_party(name, facts)
    until = demand_until(now.date()) if now else None
    context = {
        "name": name,
        "route": matter.route,
        "f": facts,
        "p": parties,
        "now": now,
        "paid_by": paid_by(facts),
        "basis": _basis_words(name, matter, facts),
        "to": addressee(name, facts, parties),
        "they": called(name, facts),
        "to_the_other_party": to_the_other_party,
        "tainted": any(f.status == "met" and isinstance(f.rule, StopRule) and f.rule.to_explain for f in matter.findings),
        "until": until,
        "goods_wanted": goods_wanted,
        "kinds": _kinds(rule, facts),
        "payee": channel(facts.channel if facts.channel in ("wechat", "alipay", "card") else "unknown").name,
        "treble": next((each for each in matter.claims[1:]), None),
        "by_guardian": False,
        "in_short": "",
        "request": "",
    }
    if rule is None:
        return context
    telling = Telling(f=facts, they=called(name, facts), now=now)
    asking = _asking(name, rule, matter.claims[0], facts, until)
    remedy = rule.remedy_for(facts)
    demand = remedy.demand(asking)
    in_the_sellers_place = any(each.in_the_sellers_place for each in matter.supports)
    damages = f"赔偿本人的损失{money(matter.claims[0].amount_fen, '要求赔偿的金额')}"
    order = ordered(rule.order, facts, parties, place(facts, parties))
    grounds = [each for each in claims_met(matter.findings) if not (goods_wanted and each.only_to_be_paid)]
    happened = [each.happened.words(telling) for each in grounds]
    used = rule.use.words(facts)
    reasons = [ground_of(item.ground).told for item in given(rule, facts) if item.ground]
    told = "\n".join(filter(None, (order, *happened, used)))
    so_far = history(facts, () if name == "lawsuit" else reasons)
    role = "被告" if name == "lawsuit" else "被投诉人"
    return context | {
        "ordered": order,
        "happened": happened,
        "used": used,
        "facts": told,
        "told": "\n".join(filter(None, (told, so_far))),
        "in_short": rule.in_short.words(telling),
        "request": remedy.request(asking),
        "demand": demand,
        "demanded": damages if in_the_sellers_place and name in TO_AN_AUTHORITY else demand,
        "their_records": rule.their_records.words(telling),
        "by_guardian": rule.by_guardian,
        "only_to_be_paid": rule.only_to_be_paid,
        "never_traded": rule.never_traded,
        "settled": remedy.settled,
        "in_the_sellers_place": in_the_sellers_place,
        "why_the_platform": next((each.why_the_platform.format(role=role) for each in matter.supports if each.why_the_platform), ""),
        "asks_besides": next((each.asks for each in matter.supports if each.asks), ""),
        "intent": [row.attached for kind, row in kinds().items() if kind in (*SHOWS_INTENT, "listing") and kind in (facts.evidence or ())],
        "dissolves": _dissolves(matter, facts),
        "revokes": rule.revocable,
        "replies": _replies(rule, facts),
        "respondent": respondent(facts, parties, platform_answers(matter)),
        "decision": threshold("complaint_decision"),
        "payer_basis": _payer_basis(facts, now),
        "cause": _cause(at_issue(rule, matter.findings), facts),
        "venue": _venue(facts),
        "otherwise": "协商不成的，本人将依法起诉。" if facts.only_contract else "协商不成的，本人将依法投诉或者起诉。",
    }


SHOWS_INTENT = ("official", "reply", "chat")


def _asking(name: str, rule: ClaimRule, claim: Claim, facts: Facts, until: date | None) -> Asking:
    return Asking(
        f=facts,
        fen=claim.amount_fen,
        extent=rule.remedy_for(facts).extent(facts),
        until=until,
        me=itself(name),
        ends=rule.ends_the_contract(facts),
    )


def _kinds(rule: ClaimRule | None, facts: Facts) -> dict[str, Kind]:
    """Every kind of evidence, as it is for this rule."""
    exact = {each.kind: each.exact for each in (*rule.proof, *rule.also_proof)} if rule else {}
    return {id: told_of(exact.get(id, row), facts) for id, row in kinds().items()}


def _payer_basis(facts: Facts, now: datetime | None) -> tuple[Article, ...]:
    """What binds whoever handled the payment, but for banks: it answers today, so the law of today counts."""
    found = () if facts.channel == "card" else (article("zfjg-35"),)
    return tuple(each for each in found if now is None or each.law.in_force(now.date()))


def _replies(rule: ClaimRule, facts: Facts) -> list[tuple[str, str]]:
    """What was said against it, and the answer; reasons with the same answer together."""
    found: dict[str, list[str]] = {}
    for item in given(rule, facts):
        if item.ground:
            found.setdefault(item.answer, []).append(ground_of(item.ground).told)
    return [("、".join(reasons), answer) for answer, reasons in found.items()]


WITH_TREBLE = ("demand", "complaint_12315", "association", "lawsuit")
"""Texts that ask for three times the price where deceit is shown; the others ask for the refund alone."""


def _basis_words(name: str, matter: Matter, facts: Facts) -> str:
    """The articles that one text argues from, as it cites them."""
    either = matter.route == MINOR and facts.child_age == "incapable_adult"
    return cited(_basis(name, matter, facts)) + ("（按诊断或者法院认定的程度，适用其中相应的条文）" if either else "")


TO_AN_AUTHORITY = ("complaint_12315", "association", "lawsuit")


def _basis(name: str, matter: Matter, facts: Facts) -> tuple[Article, ...]:
    """The articles that one text argues from."""
    if matter.route == SCAM or not matter.claims:
        return tuple(dict.fromkeys(each for reason in matter.reasons for each in reason.articles))
    untold = {rule.id for rule in matter.supports if rule.told_in is not None and name not in rule.told_in}
    told = {each for reason in matter.reasons if reason.rule not in untold for each in reason.articles}
    left_out = {each for reason in matter.reasons if reason.rule in untold for each in reason.articles} - told
    if name == "lawsuit" and not _dissolves(matter, facts):
        left_out |= {article(id) for id in ENDING}
    wanted = matter.claims if name in WITH_TREBLE else matter.claims[:1]
    return tuple(dict.fromkeys(each for claim in wanted for each in claim.articles if each not in left_out))


def _dissolves(matter: Matter, facts: Facts) -> bool:
    """Whether a court is asked to end the contract: where money is all that is asked for, and of the other party of the contract."""
    rule = granting(matter)
    if rule is None or not rule.ends_the_contract(facts) or any(each.in_the_sellers_place for each in matter.supports):
        return False
    return not rule.remedy_for(facts).performs_first.holds(facts)


def _cause(rule: ClaimRule, facts: Facts) -> str:
    """Candidates only: the court settles it (law-notes: the list of causes was read second hand)."""
    if rule.cause is not None:
        return rule.cause
    return "网络服务合同纠纷" if goods_of(facts.goods).service else "信息网络买卖合同纠纷"


def _venue(facts: Facts) -> str:
    """Where to sue (民诉法 24, 民诉法解释 20): a sale delivered online at the buyer's home, a service at the defendant's."""
    if goods_of(facts.goods).service:
        return "被告住所地的法院；认定为买卖合同的，也可以是买家住所地的法院。协议里写了管辖的，先看它有没有显著提示"
    return "买家住所地或者被告住所地的法院。协议里写了管辖的，先看它有没有显著提示"


def _supported(matter: Matter, facts: Facts, parties: Parties, now: datetime | None, context: dict[str, Any]) -> Supported:
    days = {
        getattr(facts, name) for name in ("paid_on", "arrived_on", "asked_on", "refused_on", "agreed_on", "complained_on", "accepted_on")
    }
    days |= {now.date(), context["until"]} if now else set()
    amounts = {facts.paid_fen, facts.offer_fen, facts.extra_fen, facts.balance_fen}
    typed = (facts.page_said, facts.got_instead, facts.error_text, facts.refusal_words, parties.goods_name)
    amounts |= {fen for text in typed for fen in amounts_in(text or "")}
    rule = granting(matter)
    request = "" if rule is None or rule.remedy_for(facts).against else context["request"]
    if request and not context["to_the_other_party"]:
        request = f"请{context['demand']}。"
    return Supported(
        facts=facts,
        claims=matter.claims,
        deceit=any(each.adds for each in matter.supports) or matter.route == SCAM,
        days=frozenset(day for day in days if day is not None) if now else frozenset(),
        numbers=frozenset(number for number in (parties.order_no, parties.pay_no, parties.buyer_contact) if number),
        free_account=context["name"] == "police",
        to_a_court=context["name"] == "lawsuit",
        request=request,
        fen=frozenset(fen for fen in amounts if fen is not None),
    )
