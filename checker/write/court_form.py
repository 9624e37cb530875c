"""What the courts' form for a suit over a sale asks, from the answers (要素式起诉状, 法〔2025〕82号; the fields second-hand, the official file was not opened).

A box is ticked only where an answer says so; what no answer says stays open.
"""

from dataclasses import dataclass

from checker.ask.facts import Facts
from checker.ask.goods import goods_of
from checker.ask.stages import stage_of
from checker.decide.verdict import Matter
from checker.kit.phrases import day, money, paid, paid_by
from checker.kit.rule import ClaimRule
from checker.write.chronology import Line


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CourtForm:
    """The fields of the form that answers fill in; what is empty or ``False`` stays open."""

    damages_fen: int | None
    """What is asked for on top of the price."""
    not_performed: bool
    late: bool
    replace: bool
    hand_back: bool
    reduce: bool
    go_on: bool
    terminate: bool
    total: str
    signed: str
    price: str
    promised: str
    quality: str
    delivered: str
    urged: str
    """What shows that the other side was asked to perform, with its day."""
    defect: bool


def fits_the_form(rule: ClaimRule, facts: Facts) -> bool:
    """Whether the courts' form for a sale fits: goods that are sold, by somebody who did not give what was sold. A service, a child's payment, a payment
    to the wrong person and a contract that is void or to be revoked get the plain statement.
    """
    plain = rule.by_guardian or rule.never_traded or rule.defendant or rule.revocation or rule.court_only
    return bool(rule.breach) and goods_of(facts.goods).sold and not plain


def court_form(rule: ClaimRule, matter: Matter, facts: Facts, lines: tuple[Line, ...], dissolves: bool) -> CourtForm:
    """The fields of this matter."""
    claim, extra = matter.claims[0], matter.claims[1:]
    remedy = rule.remedy_for(facts)
    sums = [each.amount_fen for each in matter.claims]
    by_id = {line.id: line.words for line in lines}
    said = "".join(words for id, words in by_id.items() if id.startswith("promised"))
    defect = rule.breach == "defect"
    wants_goods = facts.wish == "goods" and remedy.goods_first
    return CourtForm(
        damages_fen=extra[0].amount_fen if extra else None,
        not_performed=rule.breach == "undelivered",
        late=rule.breach == "came_late",
        replace=wants_goods and defect,
        hand_back=dissolves and defect,
        reduce=not dissolves and not wants_goods and rule.breach in ("defect", "too_few") and claim.amount_fen is not None,
        go_on=wants_goods and not defect,
        terminate=dissolves,
        total=money(None if None in sums else sum(each or 0 for each in sums), "标的总额").strip(),
        signed=day(facts.paid_on, "下单日期").strip(),
        price=f"{paid(facts).strip()}{paid_by(facts)}"
        if not facts.payments
        else f"{money(facts.paid_fen, '付款金额').strip()}{paid_by(facts)}",
        promised=said if rule.breach in ("undelivered", "came_late") and facts.promised else "",
        quality=said if rule.breach in ("defect", "too_few") else "",
        delivered=by_id.get(rule.id, ""),
        urged=by_id.get("asked", "") if stage_of(facts.stage).asked else "",
        defect=defect,
    )
