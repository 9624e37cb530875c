"""What has to be so for a text to be accepted where it goes, as far as the answers and the parties speak to it."""

from datetime import datetime

from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.decide.acceptance import Check
from checker.decide.finding import claims_met
from checker.decide.verdict import Matter
from checker.kit import deadlines as periods
from checker.kit.counting import Deadline
from checker.kit.deadlines import Revocation
from checker.law.thresholds import threshold
from checker.write.addressee import full_name


def complaint_checks(matter: Matter, facts: Facts, parties: Parties, now: datetime | None) -> tuple[Check, ...]:
    """The conditions of acceptance: who, whom, what, basis, and those that rest on facts."""

    def row(condition: str, there: bool, advice: str) -> Check:
        return Check(condition=condition, state="ok" if there else "open", advice="" if there else advice)

    return (
        row("写明投诉人的真实姓名和电话", bool(parties.buyer_name and parties.buyer_contact), "真实姓名、电话、通讯地址都要填。"),
        row(
            "写明被投诉人的名称和地址，只写一个",
            bool(full_name(facts, parties, platform_answers(matter))),
            "看营业执照公示、店铺页、账单收款方，没有就书面问平台。地址在文本里填。",
        ),
        row("请求具体", matter.claims[0].amount_fen is not None, "没有金额的，写明要对方做什么，或者算出金额再填。"),
        row("有事实依据", bool(matter.reasons[0].articles), "把发生的事按时间写清楚。"),
        *matter.complaint,
    )


def lawsuit_checks(matter: Matter, facts: Facts, parties: Parties, now: datetime | None) -> tuple[Check, ...]:
    """What a plaintiff looks at and does not write into the statement of claim: periods, fee, procedure; nothing on a text without a day."""
    if now is None:
        return ()
    today = now.date()

    def period(condition: str, row: Deadline | None, advice: str) -> Check:
        open_yet = row is not None and today <= row.safe
        return Check(condition=condition, state="ok" if open_yet else "open", advice="" if open_yet else advice)

    limit, fee = threshold("limitation"), threshold("court_fee")
    rows = [
        period(
            f"诉讼时效没有过（一般{limit.words}）",
            periods.limitation(facts),
            "从知道权利受损和对方是谁那天算。算不准的，照样可以起诉。不用写进起诉状。",
        )
    ]
    rows.extend(
        period(f"请求撤销没有超过{threshold(each.row).words}", each.due(facts), f"{each.runs}，越早起诉越稳妥。")
        for each in revocations(matter)
    )
    # 民诉法 165 is for payments of money; who wants something done first does not get it.
    only_money = facts.wish != "goods" and not any(
        rule.remedy_for(facts).performs_first.holds(facts) for rule in claims_met(matter.findings)[:1]
    )
    small = (
        ""
        if facts.seller_kind == "overseas" or not only_money
        else "事实清楚、金额不超过当地标准的简单金钱给付案件，适用小额诉讼，一审终审。"
    )
    rows.append(
        Check(condition="看一眼协议里的管辖条款", state="open", advice="写了到别处起诉的，看它有没有显著提示。没有的，可以主张对你不算数。")
    )
    rows.append(
        Check(
            condition="准备案件受理费",
            state="open",
            advice=f"请求不超过 1 万元的每件 {fee.words}，适用简易程序的减半，由败诉方负担。{small}",
        )
    )
    return tuple(rows)


def platform_answers(matter: Matter) -> bool:
    """Whether the platform is the one to complain about: as the seller, or for a seller that it can not name."""
    return any(rule.platform_answers for rule in matter.supports)


def revocations(matter: Matter) -> tuple[Revocation, ...]:
    """The times in which a court has to be asked, of all grounds, the first or not; an appeal stops none of them."""
    return tuple(dict.fromkeys(rule.revocation for rule in claims_met(matter.findings) if rule.revocation))
