"""Which texts a matter gets, and the texts themselves, full and short."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from checker.ask.events import Entry
from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.ask.questions import QUESTIONS
from checker.decide.acceptance import Check
from checker.decide.verdict import Matter
from checker.errors import UnknownLetter
from checker.kit.phrases import BLANK
from checker.write.chronology import Line
from checker.write.context import context, granting, lines_of, telling_of
from checker.write.fields import Context
from checker.write.form import COURT, PAYER, POLICE, LetterForm, Occasion
from checker.write.letters import LETTERS
from checker.write.lint import Remark, Supported, amounts_in, days_in, lint, lint_edited
from checker.write.places import Places, places
from checker.write.render import render_full, render_short


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
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
    places: Places | None
    """The same cut up for the counter's own form, where that is known."""


def offered(matter: Matter, facts: Facts, now: datetime | None = None) -> tuple[LetterForm, ...]:
    """The texts that this matter gets, those for the next step first.

    A claim that holds gets texts to the other side and to those who can help; a scam or a payment by a stranger gets what the police
    and the payment institution need; what is open gets a question, what is not supported a polite request. Unlawful goods, a reason made up and
    a payment not yet made get none.
    """
    rule = granting(matter)
    if rule is None:
        return tuple(form for form in LETTERS if form.offered_unclaimed(matter, facts))
    occasion = Occasion(matter=matter, rule=rule, facts=facts, now=now)
    # What whoever handled the payment has to do is asked of nobody else.
    readers = (PAYER, POLICE) if occasion.payer_answers else None
    found = [form for form in LETTERS if (readers is None or form.to in readers) and form.offered(occasion)]
    names = [form.name for form in found]
    first = [next((name for name in group if name in names), "") for group in matter.next_step.letters]
    return tuple(sorted(found, key=lambda form: first.index(form.name) if form.name in first else len(first)))


def letters(matter: Matter, facts: Facts, parties: Parties, now: datetime | None, events: Sequence[Entry] = ()) -> tuple[Letter, ...]:
    """Every text of one matter, rendered and read again by the lint. ``events``: what the reader made of the course of events."""
    return tuple(_letter(form, matter, facts, parties, now, events) for form in offered(matter, facts, now))


def course(matter: Matter, facts: Facts, parties: Parties, now: datetime, events: Sequence[Entry] = ()) -> tuple[Line, ...]:
    """The course of events as the reader may change it: of the first text that this matter gets; none where it gets none."""
    form = next(iter(offered(matter, facts, now)), None)
    return lines_of(form, matter, telling_of(form, facts, parties, now), events) if form else ()


def fill_in(matter: Matter, facts: Facts) -> tuple[Letter, ...]:
    """The same texts for filling in by hand: nobody's names, and blanks for the days that depend on today."""
    return letters(matter, facts, Parties(), None)


def remarks(
    name: str, text: str, matter: Matter, facts: Facts, parties: Parties, now: datetime, events: Sequence[Entry] = ()
) -> tuple[Remark, ...]:
    """What the lint says of one text as its reader changed it.

    :raises UnknownLetter: the matter does not get this text.
    """
    form = next((each for each in offered(matter, facts, now) if each.name == name), None)
    if form is None:
        raise UnknownLetter(f"没有“{name}”这份文本")
    return lint_edited(text, _supported(form, matter, parties, context(form, matter, facts, parties, now, events), events))


def _letter(form: LetterForm, matter: Matter, facts: Facts, parties: Parties, now: datetime | None, events: Sequence[Entry]) -> Letter:
    made = context(form, matter, facts, parties, now, events)
    text, short = render_full(form, made.items()), render_short(form, made.items())
    return Letter(
        name=form.name,
        title=made.title,
        channel=form.channel,
        text=text,
        short=short,
        characters=len(text),
        blanks=tuple(dict.fromkeys(BLANK.findall(text))),
        lint=lint(text, short, _supported(form, matter, parties, made, events)),
        checks=form.checks(matter, facts, parties, now),
        places=places(form, made),
    )


def _supported(form: LetterForm, matter: Matter, parties: Parties, made: Context, events: Sequence[Entry]) -> Supported:
    """What this text may say."""
    facts = made.f
    times = [*(getattr(facts, question.gives) for question in QUESTIONS if question.kind == "when"), *(each.when for each in events)]
    days = {day for when in times if when for day in (when.day, *days_in(when.said))}
    days |= {made.now.date(), made.until} if made.now else set()
    amounts = {
        sum(claim.amount_fen or 0 for claim in matter.claims),
        facts.paid_fen,
        facts.offer_fen,
        facts.extra_fen,
        facts.balance_fen,
        facts.scam_fen,
    }
    typed = (
        facts.paid_said,
        facts.scam_said,
        facts.promise_words,
        facts.page_said,
        facts.got_instead,
        facts.error_text,
        facts.refusal_words,
        parties.goods_name,
    )
    own = [*(each.what for each in events), *(parties.exhibits or "").splitlines(), *(claim.arithmetic for claim in matter.claims)]
    days |= {day for words in own for day in days_in(words)}
    amounts |= {fen for text in (*typed, *own) for fen in amounts_in(text or "")}
    request = "" if made.to_payer else made.request
    if request and not made.to_the_other_party:
        request = f"请{made.demand}。"
    return Supported(
        facts=facts,
        claims=matter.claims,
        deceit=any(each.adds for each in matter.supports) or (made.report is not None and granting(matter) is None),
        days=frozenset(day for day in days if day is not None) if made.now else frozenset(),
        numbers=frozenset(number for number in (parties.order_no, parties.pay_no, parties.buyer_contact) if number),
        free_account=form.to == POLICE,
        to_a_court=form.to == COURT,
        request=request,
        fen=frozenset(fen for fen in amounts if fen is not None),
    )
