"""What a text is made from: the fields that its skeleton may use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.decide.claims import Claim
from checker.kit.evidence import Kind
from checker.kit.report import Report, ToPayer
from checker.kit.sentence import Telling
from checker.law.statutes import Article
from checker.law.thresholds import Threshold
from checker.write.chronology import Line
from checker.write.court_form import CourtForm


@dataclass(frozen=True, slots=True, eq=False)
class Cited:
    """An article that a text argues from, and the numbers of the lines that it meets."""

    article: Article
    lines: tuple[int, ...]
    for_besides: bool = False
    """Whether it carries what is asked for on top of the price."""

    @property
    def words(self) -> str:
        """Its name, what it says in our words, and what of this case it meets, as one line."""
        meets = f"对应事实第 {'、'.join(map(str, self.lines))} 条。" if self.lines else "对应另外赔偿的请求。" if self.for_besides else ""
        return f"{self.article.title}：{self.article.in_letter or self.article.summary}{meets}"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Context:
    """Every field that a skeleton may use. ``f`` and ``p`` are the facts and the parties; what a claim alone has is empty where there is none."""

    f: Facts
    p: Parties
    now: datetime | None
    until: date | None
    """The day that the text gives the other side."""
    title: str
    to: str
    """The name at its head."""
    seller_called: str
    """What it calls the one that sold."""
    to_the_other_party: bool
    basis: tuple[Cited, ...]
    """What it argues from, an article each."""
    which: str
    """Which of them apply, where that is open."""
    paid: str
    """What was paid, as far as it is known."""
    paid_by: str
    payee: str
    kinds: Mapping[str, Kind]
    t: Telling
    """What the sentences of the rules are made of."""
    report: Report | None
    """What the police are told."""
    to_payer: ToPayer | None = None
    """What whoever handled the payment is told, where it has to be done there."""
    ward: str = ""
    """What a guardian says of the one who paid."""
    goods_wanted: bool = False
    lines: tuple[Line, ...] = ()
    """The facts part: what happened, in the order of time."""
    happened: str = ""
    """The same without the purchase and what is still to be looked up, in one run."""
    opening: str = ""
    """How a short text begins."""
    request: str = ""
    demand: str = ""
    demanded: str = ""
    """The demand as an authority or a court is asked for it."""
    their_records: str = ""
    arithmetic: str = ""
    """How the sums come out, where that is not plain."""
    by_guardian: bool = False
    only_to_be_paid: bool = False
    never_traded: bool = False
    settled: bool = False
    in_app: bool = False
    """Whether it goes to a shop or a platform by way of the order, whose account says who writes: no name and no number is given away."""
    in_the_sellers_place: bool = False
    why_the_platform: str = ""
    asks_besides: str = ""
    besides: Claim | None = None
    intent: tuple[str, ...] = ()
    dissolves: bool = False
    revokes: bool = False
    voids: bool = False
    """Whether a court is asked to find the contract void."""
    replies: tuple[tuple[str, str], ...] = ()
    respondent: str = ""
    decision: Threshold | None = None
    payer_basis: tuple[Article, ...] = ()
    platform_basis: tuple[Cited, ...] = ()
    """What binds a platform that is asked to step in."""
    appeal_term: str = ""
    """That an appeal comes within the platform's own term, where that is known."""
    names_wanted: bool = False
    """Whether the platform is asked who the seller is."""
    suspected: tuple[str, ...] = ()
    """What an authority may look into by itself."""
    court: CourtForm | None = None
    """The fields of the courts' form, where it fits."""
    order_basis: Article | None = None
    """What an order to pay rests on."""
    cause: str = ""
    venue: str = ""
    otherwise: str = ""
    mildly: str = ""
    """What happened, as a request tells it that claims nothing."""
    asks_them: str = ""
    """What the other side is asked to show, where that is open."""
    still_to_come: bool = False
    """Whether the goods may still come in time, which is all that stands against a claim."""

    def items(self) -> Iterator[tuple[str, Any]]:
        """The fields by name, as a skeleton sees them."""
        return ((each.name, getattr(self, each.name)) for each in fields(self))
