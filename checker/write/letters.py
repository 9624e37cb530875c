"""Which texts a matter gets, and the texts themselves, full and short."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from checker.ask.facts import Facts
from checker.ask.goods import goods_of
from checker.ask.parties import Parties
from checker.ask.problems import OVERCHARGED
from checker.ask.refusal_grounds import ground_of
from checker.decide import deadlines
from checker.decide.acceptance import Check, may_be_late, refused_for_sure
from checker.decide.claims import asks_for_goods, extent
from checker.decide.counting import Deadline
from checker.decide.deadlines import demand_until
from checker.decide.next_step import REVOCABLE
from checker.decide.proof import grounds, kinds
from checker.decide.refusals import given
from checker.decide.rule import ENDING, Rule
from checker.decide.rules.support import SHOWS_INTENT
from checker.decide.verdict import Matter
from checker.errors import UnknownLetter
from checker.law.channels import channel
from checker.law.statutes import Article, article
from checker.law.thresholds import threshold
from checker.write.addressee import addressee, called, full_name, is_the_other_party, itself, place, respondent
from checker.write.lint import Remark, Supported, amounts_in, lint, lint_edited
from checker.write.render import cited, render_letter, render_request

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
BLANK = re.compile(r"【请填写：([^】]+)】")
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
    if matter.route == "scam":
        return () if facts.truthful == "no" else ("police",)
    if matter.level != "can_claim" or matter.primary is None:
        return ()
    if matter.route == "unauthorised_payment":
        return ("payment_complaint", "police")
    names = (*_to_the_other_side(matter, matter.primary, facts), *_to_others(matter, facts, now))
    first = {"sue": "lawsuit", "appeal": "appeal"}.get(matter.next_step, matter.next_step)
    return tuple(sorted(names, key=lambda name: name != first))


def _to_the_other_side(matter: Matter, primary: Rule, facts: Facts) -> tuple[str, ...]:
    request = "guardian_request" if matter.route == "minor" else "refund_request"
    match facts.stage:
        case "refused" | "appeal_refused" | "partial_offer" | "partly_paid":
            # An appeal goes to the platform; the notice that ends the contract has to reach the seller (民法典 565).
            notice = ("demand",) if primary.ends_the_contract(facts) and facts.seller_kind != "self_run" else ()
            return ("appeal", request) if matter.route == "minor" and facts.stage == "partly_paid" else ("appeal", *notice)
        case "more_proof":
            return ("supplement", request)
        case "asked_waiting" | "outside":
            return (request, "demand", "chat")
        case "agreed" if primary.id == "refund_agreed" and matter.next_step == "payment_complaint":
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
        or _revocable(matter)
    ):
        names.append("lawsuit")
    return tuple(names)


def _revocable(matter: Matter) -> bool:
    """Whether one of the grounds, the first or not, needs a court within a time that an appeal does not stop."""
    return any(f.status == "met" and f.rule.id in REVOCABLE for f in matter.findings)


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
        checks=_checks(name, matter, facts, parties, now),
    )


def _title(name: str, context: dict[str, Any]) -> str:
    if name == "refund_request" and context["goods_wanted"]:
        return "请照原订单办"
    return "情况说明提纲" if name == "police" and context["tainted"] else TITLES[name]


def _context(name: str, matter: Matter, facts: Facts, parties: Parties, now: datetime | None) -> dict[str, Any]:
    claim = matter.claims[0] if matter.claims else None
    goods_wanted = asks_for_goods(matter.primary, facts)
    left_out = (*matter.supports, *(("refund_agreed",) if goods_wanted else ()))
    met = tuple(f.rule.id for f in matter.findings if f.status == "met" and f.rule.id not in left_out)
    consumer = not facts.only_contract
    return {
        "name": name,
        "route": matter.route,
        "f": facts,
        "p": parties,
        "now": now,
        "claim": claim,
        "treble": next((each for each in matter.claims if each.remedy == "treble"), None),
        "extent": extent(claim.remedy, facts) if claim else "open",
        "rule": matter.primary.id if matter.primary else "",
        "basis": _basis_words(name, matter, facts),
        "to": addressee(name, facts, parties),
        "they": called(name, facts),
        "me": itself(name),
        "place": place(facts, parties),
        "to_the_other_party": is_the_other_party(name, facts),
        "ends": bool(matter.primary and matter.primary.ends_the_contract(facts)),
        "intent": [row.attached for kind, row in kinds().items() if kind in (*SHOWS_INTENT, "listing") and kind in (facts.evidence or ())],
        "dissolves": _dissolves(matter, facts),
        "revokes": bool(matter.primary and matter.primary.id in REVOCABLE),
        "grounds": met,
        "supports": matter.supports,
        "goods_wanted": goods_wanted,
        "replies": _replies(matter, facts),
        "reasons": [ground_of(item.ground).told for item in given(matter.primary, facts) if item.ground] if matter.primary else [],
        "kinds": kinds(matter.primary.id if matter.primary and matter.primary.id in grounds() else None),
        "tainted": "tainted_topup" in met,
        "until": demand_until(now.date()) if now else None,
        "payee": channel(facts.channel if facts.channel in ("wechat", "alipay", "card") else "unknown").name,
        "respondent": respondent(facts, parties, _platform_answers(matter)),
        "decision": threshold("complaint_decision"),
        "payer_basis": _payer_basis(facts, now),
        "cause": _cause(facts),
        "venue": _venue(facts),
        "otherwise": "协商不成的，本人将依法投诉或者起诉。" if consumer else "协商不成的，本人将依法起诉。",
    }


def _payer_basis(facts: Facts, now: datetime | None) -> tuple[Article, ...]:
    """What binds whoever handled the payment, but for banks: it answers today, so the law of today counts."""
    found = () if facts.channel == "card" else (article("zfjg-35"),)
    return tuple(each for each in found if now is None or each.law.in_force(now.date()))


def _replies(matter: Matter, facts: Facts) -> list[tuple[str, str]]:
    """What was said against it, and the answer; reasons with the same answer together."""
    found: dict[str, list[str]] = {}
    for item in given(matter.primary, facts) if matter.primary else ():
        if item.ground:
            found.setdefault(item.answer, []).append(ground_of(item.ground).told)
    return [("、".join(reasons), answer) for answer, reasons in found.items()]


WITH_TREBLE = ("demand", "complaint_12315", "association", "lawsuit")
"""Texts that ask for three times the price where deceit is shown; the others ask for the refund alone."""


def _basis_words(name: str, matter: Matter, facts: Facts) -> str:
    """The articles that one text argues from, as it cites them."""
    either = matter.route == "minor" and facts.child_age == "incapable_adult"
    return cited(_basis(name, matter, facts)) + ("（按诊断或者法院认定的程度，适用其中相应的条文）" if either else "")


TO_AN_AUTHORITY = ("complaint_12315", "association", "lawsuit")
TOLD_ONLY_IN = {
    "platform_names_no_seller": TO_AN_AUTHORITY,
    "human_review": ("appeal",),
    **dict.fromkeys(("final_sale_clause", "silence_clause", "too_much_asked"), ("appeal", "payment_complaint", *TO_AN_AUTHORITY)),
}
"""The texts that tell the fact behind a supporting rule. Elsewhere its articles would stand without one, so they are left out."""


def _basis(name: str, matter: Matter, facts: Facts) -> tuple[Article, ...]:
    """The articles that one text argues from."""
    if matter.route == "scam" or not matter.claims:
        return tuple(dict.fromkeys(each for reason in matter.reasons for each in reason.articles))
    untold = {rule for rule, names in TOLD_ONLY_IN.items() if name not in names}
    told = {each for reason in matter.reasons if reason.rule not in untold for each in reason.articles}
    left_out = {each for reason in matter.reasons if reason.rule in untold for each in reason.articles} - told
    if name == "lawsuit" and not _dissolves(matter, facts):
        left_out |= {article(id) for id in ENDING}
    wanted = matter.claims if name in WITH_TREBLE else matter.claims[:1]
    return tuple(dict.fromkeys(each for claim in wanted for each in claim.articles if each not in left_out))


def _dissolves(matter: Matter, facts: Facts) -> bool:
    """Whether a court is asked to end the contract: where money is all that is asked for, and of the other party of the contract."""
    if (
        not matter.claims
        or not matter.primary
        or not matter.primary.ends_the_contract(facts)
        or "platform_names_no_seller" in matter.supports
    ):
        return False
    performs_first = (matter.claims[0].remedy == "refund_rest" and facts.wish != "refund") or facts.balance_trouble == "frozen"
    return not performs_first


def _platform_answers(matter: Matter) -> bool:
    """Whether the platform is the one to complain about: as the seller, or for a seller that it can not name."""
    return bool({"platform_is_seller", "platform_names_no_seller"} & set(matter.supports))


def _cause(facts: Facts) -> str:
    """Candidates only: the court settles it (law-notes: the list of causes was read second hand)."""
    if facts.slip == "payee":
        return "不当得利纠纷"
    if facts.chose(OVERCHARGED):
        return "不当得利纠纷，或者信息网络买卖合同纠纷"
    return "网络服务合同纠纷" if goods_of(facts.goods).service else "信息网络买卖合同纠纷"


def _venue(facts: Facts) -> str:
    """Where to sue (民诉法 24, 民诉法解释 20): a sale delivered online at the buyer's home, a service at the defendant's."""
    if goods_of(facts.goods).service:
        return "被告住所地的法院；认定为买卖合同的，也可以是买家住所地的法院。协议里写了管辖的，先看它有没有显著提示"
    return "买家住所地或者被告住所地的法院。协议里写了管辖的，先看它有没有显著提示"


def _checks(name: str, matter: Matter, facts: Facts, parties: Parties, now: datetime | None) -> tuple[Check, ...]:
    """What has to be so for a text to be accepted where it goes."""
    if name in ("complaint_12315", "association"):
        return _complaint_checks(matter, facts, parties)
    return _lawsuit_checks(matter, facts, now.date()) if name == "lawsuit" and now else ()


def _complaint_checks(matter: Matter, facts: Facts, parties: Parties) -> tuple[Check, ...]:
    """The conditions of acceptance: who, whom, what, basis, and those that rest on facts."""

    def row(condition: str, there: bool, advice: str) -> Check:
        return Check(condition=condition, state="ok" if there else "open", advice="" if there else advice)

    return (
        row("写明投诉人的真实姓名和电话", bool(parties.buyer_name and parties.buyer_contact), "真实姓名、电话、通讯地址都要填。"),
        row(
            "写明被投诉人的名称和地址，只写一个",
            bool(full_name(facts, parties, _platform_answers(matter))),
            "看营业执照公示、店铺页、账单收款方，没有就书面问平台。地址在文本里填。",
        ),
        row("请求具体", matter.claims[0].amount_fen is not None, "没有金额的，写明要对方做什么，或者算出金额再填。"),
        row("有事实依据", bool(matter.reasons[0].articles), "把发生的事按时间写清楚。"),
        *matter.complaint,
    )


def _lawsuit_checks(matter: Matter, facts: Facts, today: date) -> tuple[Check, ...]:
    """What a plaintiff looks at and does not write into the statement of claim: periods, fee, procedure."""

    def period(condition: str, row: Deadline | None, advice: str) -> Check:
        open_yet = row is not None and today <= row.safe
        return Check(condition=condition, state="ok" if open_yet else "open", advice="" if open_yet else advice)

    limit, mistake, fee = threshold("limitation"), threshold("mistake_revocation"), threshold("court_fee")
    rows = [
        period(
            f"诉讼时效没有过（一般{limit.words}）",
            deadlines.limitation(facts),
            "从知道权利受损和对方是谁那天算。算不准的，照样可以起诉。不用写进起诉状。",
        )
    ]
    if _revocable(matter):
        rows.append(period(f"请求撤销没有超过{mistake.words}", deadlines.revocation(facts), "从知道看错那天算，越早起诉越稳妥。"))
    small = "" if facts.seller_kind == "overseas" else "事实清楚、金额不超过当地标准的简单金钱给付案件，适用小额诉讼，一审终审。"
    rows.append(
        Check(
            condition="准备案件受理费",
            state="open",
            advice=f"请求不超过 1 万元的每件 {fee.words}，适用简易程序的减半，由败诉方负担。{small}",
        )
    )
    return tuple(rows)


def _supported(matter: Matter, facts: Facts, parties: Parties, now: datetime | None, context: dict[str, Any]) -> Supported:
    days = {
        getattr(facts, name) for name in ("paid_on", "arrived_on", "asked_on", "refused_on", "agreed_on", "complained_on", "accepted_on")
    }
    days |= {now.date(), context["until"]} if now else set()
    amounts = {facts.paid_fen, facts.offer_fen, facts.extra_fen, facts.balance_fen}
    typed = (facts.page_said, facts.got_instead, facts.error_text, facts.refusal_words, parties.goods_name)
    amounts |= {fen for text in typed for fen in amounts_in(text or "")}
    request = render_request(context) if matter.claims and context["rule"] != "unauthorised_payment" else ""
    return Supported(
        facts=facts,
        claims=matter.claims,
        deceit="deliberate_falsehood" in matter.supports or matter.route == "scam",
        days=frozenset(day for day in days if day is not None) if now else frozenset(),
        numbers=frozenset(number for number in (parties.order_no, parties.pay_no, parties.buyer_contact) if number),
        free_account=context["name"] == "police",
        to_a_court=context["name"] == "lawsuit",
        request=request,
        fen=frozenset(fen for fen in amounts if fen is not None),
    )
