"""Laws and articles, asked for by id and by the date of the event."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from checker.errors import DataNotCovered, UnknownArticle
from checker.law.table import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """One law, in force from ``start`` to ``end`` (inclusive; ``None`` = still in force).

    ``start_known``: the text that was compared is known to be in force from ``start``. If not, ``start`` is the first version's
    day, or one read in no text, and must not be printed.
    """

    id: str
    title: str
    short: str
    kind: str
    start: date
    start_known: bool
    end: date | None
    url: str
    consumer_only: bool
    not_content: bool
    between_the_parties: bool
    """Whether it says what one party owes the other, so that no authority enforces it by itself."""
    later: date | None = None
    """From when a later text holds, of the whole or of a part, that is known from reports and was not read."""

    def in_force(self, day: date) -> bool:
        """Whether the law governs what happened on ``day``, the first and the last day of its time included."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: ``summary`` is in our words and must not be presented as a quotation. ``in_letter`` is what a text says of it in one line, empty
    where no text cites it.
    """

    id: str
    law: Law
    article: str
    summary: str
    in_letter: str = ""
    between_the_parties: bool = False
    """Whether it says what one party owes the other, so that no authority enforces it by itself."""
    gives_back: bool = False
    """Whether it says that what was received goes back, so that it meets the payment and the use as well."""

    @property
    def title(self) -> str:
        """As it is cited, for instance 《民法典》第五百七十七条."""
        return f"《{self.law.short}》{self.article}"


@cache
def laws() -> dict[str, Law]:
    """Every law of the table, by id."""
    return {
        id: Law(
            id=id,
            title=row["title"],
            short=row["short"],
            kind=row["kind"],
            start=row["from"],
            end=row.get("until"),
            start_known=row.get("start_known", True),
            url=row["url"],
            consumer_only=row.get("consumer_only", False),
            not_content=row.get("not_content", False),
            between_the_parties=row["kind"] == "司法解释" or row.get("between_the_parties", False),
            later=row.get("later"),
        )
        for id, row in table("statutes")["laws"].items()
    }


@cache
def articles() -> dict[str, Article]:
    """Every article of the table, by id."""
    found = {}
    for id, row in table("statutes")["articles"].items():
        law = laws().get(id.rpartition("-")[0])
        if law is None:
            raise UnknownArticle(f"article {id} names no law of the table")
        found[id] = Article(
            id=id,
            law=law,
            article=row["article"],
            summary=row["summary"],
            in_letter=row.get("in_letter", ""),
            between_the_parties=law.between_the_parties or row.get("between_the_parties", False),
            gives_back=row.get("gives_back", False),
        )
    return found


def checked_on() -> date:
    """The day on which the table was last compared with its sources."""
    day: date = table("statutes")["checked_on"]
    return day


def article(id: str, day: date | None = None) -> Article:
    """The article ``id``; with ``day``, only if its law was in force then.

    :raises UnknownArticle: no such id.
    :raises DataNotCovered: the law was not in force on that day.
    """
    if id not in articles():
        raise UnknownArticle(f"no article {id}")
    found = articles()[id]
    if day is not None and not found.law.in_force(day):
        raise DataNotCovered(f"{found.title} was not in force on {day.isoformat()}")
    return found


def citable(ids: Iterable[str], *, day: date, consumer: bool, content: bool) -> tuple[Article, ...]:
    """Those of ``ids`` that may be argued from: in force on ``day``, open to this buyer and to this kind of goods.

    ``consumer``: the buyer is known to buy for daily life. ``content``: a content service may be at issue, to which the
    E-Commerce Act does not apply (art. 2 para. 3).
    """
    return tuple(
        found
        for found in map(article, ids)
        if found.law.in_force(day) and (consumer or not found.law.consumer_only) and not (content and found.law.not_content)
    )


def citation(found: Iterable[Article]) -> str:
    """Several articles as a letter cites them: each law once, its articles behind it in the order of the law."""
    by_law: dict[str, list[Article]] = {}
    for item in found:
        by_law.setdefault(item.law.short, []).append(item)
    return "；".join(
        f"《{law}》{'、'.join(each.article for each in sorted(cited, key=lambda each: int(each.id.rpartition('-')[2])))}"
        for law, cited in by_law.items()
    )
