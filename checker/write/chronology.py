"""What happened, a line each, in the order of time: the facts part of every text.

A line comes from answers, or from the reader (:mod:`checker.ask.events`), who may also leave lines out and move them. What a claim or a stage rests
on stays: there the answer is changed instead, so that no text tells another story than the conclusion. No line moves past one that is known
to be earlier or later.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from checker.ask.events import Entry
from checker.ask.facts import Facts
from checker.ask.stages import stage_of
from checker.ask.when import When
from checker.kit.phrases import BLANK_OPENS
from checker.kit.rule import ClaimRule, SupportRule
from checker.kit.sentence import Sentence, Telling
from checker.write import telling
from checker.write.form import AUTHORITY, COURT, PAYER, Recipient
from checker.write.lint import Remark, lint_words

OWN = "own"
"""How the ids of the reader's own lines begin."""
ORDER_LINE, USE_LINE = "order", "use"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """One line. ``when``: when that was, as far as it is known. ``question``: where the answer behind it is given, empty where there is none that
    the line stands on alone. ``optional``: whether the texts may leave it out.
    """

    id: str
    words: str
    when: When | None = field(default=None, metadata={"inner": True})
    question: str = ""
    optional: bool = False
    lasts: bool = field(default=False, metadata={"inner": True})
    """Whether it is told as of the day of the text, so that it stands last."""
    by_reader: bool = False
    """Whether the reader wrote it."""
    remarks: tuple[Remark, ...] = ()
    """What is to be said of the reader's own words."""
    struck: bool = False
    """Whether the reader wants it left out."""
    undated: bool = False
    """Whether it has no day, so that the reader may give it one."""
    dated: bool = False
    """Whether the reader gave it its day."""
    may_rise: bool = False
    """Whether it may change places with the line above: neither is known to be earlier."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Row:
    """A line that is made from the stage. ``on``: the fact that says when it was; ``to``: who is told, ``None`` for everybody."""

    id: str
    words: Sentence
    question: str
    on: str = ""
    to: tuple[Recipient, ...] | None = None
    optional: bool = False
    lasts: bool = False


ASKED = Row(id="asked", words=telling.ASKED, question="stage", on="asked_on")
REFUSED_AND_WHY = Row(id="answered", words=telling.ANSWERED_AND_WHY, question="stage", on="refused_on")
ANSWERED = Row(id="answered", words=telling.ANSWERED, question="stage", on="refused_on")
AGREED = Row(id="agreed", words=telling.AGREED, question="stage", on="agreed_on")
APPEALED = Row(id="appealed", words=telling.APPEALED, question="stage")
COMPLAINED = Row(
    id="complained", words=telling.COMPLAINED, question="elsewhere", on="complained_on", to=(AUTHORITY, COURT, PAYER), optional=True
)
ACCEPTED = Row(id="accepted", words=telling.ACCEPTED, question="accepted_on", on="accepted_on", to=(COURT, PAYER), optional=True)
STILL = Row(id="still", words=telling.STILL, question="stage", lasts=True)


def chronology(
    told: Telling,
    to: Recipient,
    rule: ClaimRule | None,
    grounds: Sequence[ClaimRule],
    entries: Sequence[Entry] = (),
    supports: Sequence[SupportRule] = (),
) -> tuple[Line, ...]:
    """The lines of a text to this reader, in order. ``grounds``: the rules whose stories it tells, none where nothing is claimed."""
    if rule is None:
        lines = [Line(id=ORDER_LINE, words=telling.ORDER.words(told), when=told.f.paid_on, question="paid_on")]
    else:
        lines = list(purchase(told, rule, grounds))
    stage = list(_of_the_stage(told, to, rule, grounds))
    # What an agreement is about is told behind what was asked, and before a refusal that came after it.
    later = [each for each in lines if any(each.id == rule.id and rule.after_agreement for rule in grounds)]
    for each in supports:
        if each.told:
            when = getattr(told.f, each.told_on) if each.told_on else None
            stage.insert(0, Line(id=each.id, words=each.told.words(told), when=when, question=each.story.so.reads[0]))
    behind = (COMPLAINED.id, ACCEPTED.id, STILL.id, *((ANSWERED.id,) if stage_of(told.f.stage).refused else ()))
    place = next((at for at, each in enumerate(stage) if each.id in behind), len(stage))
    lasting = [each for each in lines if each.lasts]
    lines = [*(each for each in lines if each not in later and not each.lasts), *stage[:place], *later, *stage[place:], *lasting]
    return arranged(lines, entries, told.f)


def reported(happened: Sentence, told: Telling, entries: Sequence[Entry] = ()) -> tuple[Line, ...]:
    """The lines of what somebody else than the seller is told of a payment: those of the sentence, which is one of several lines."""
    lines = [Line(id=f"told-{number}", words=words, question="problem") for number, words in enumerate(happened.words(told).split("\n"), 1)]
    return arranged(lines, entries, told.f)


def purchase(told: Telling, rule: ClaimRule, grounds: Sequence[ClaimRule]) -> Iterable[Line]:
    """What was promised, paid, received, and how far it was used."""
    for each in grounds:
        if each.promised and (words := each.promised.words(told)):
            yield Line(id=f"promised-{each.id}", words=words, question="problem")
    yield Line(id=ORDER_LINE, words=telling.ordered(rule.order).words(told), when=told.f.paid_on, question="paid_on")
    used = rule.use.words(told.f)
    use = [Line(id=USE_LINE, words=used, question="goods_used", optional=told.f.goods_used in ("untouched", "tried"))] if used else []
    yield from use if rule.use.comes_first else ()
    for each in grounds:
        when = getattr(told.f, each.happened_on) if each.happened_on else None
        yield Line(id=each.id, words=each.happened.words(told), when=when, question="problem", lasts=each.as_of_today)
    for each in grounds:
        if each.particulars:
            yield Line(id=f"particulars-{each.id}", words=each.particulars.words(told))
    if words := telling.OFFICIAL.words(told):
        yield Line(id="official", words=words, question="evidence", optional=True)
    yield from () if rule.use.comes_first else use


def _of_the_stage(told: Telling, to: Recipient, rule: ClaimRule | None, grounds: Sequence[ClaimRule]) -> Iterable[Line]:
    # An agreement that a ground tells of is not told again.
    agreed = any(each.after_agreement for each in grounds)
    # A statement of claim and an appeal answer the reasons one by one.
    answered = ANSWERED if rule is not None and to not in (AUTHORITY, PAYER) else REFUSED_AND_WHY
    for row in (ASKED, answered, APPEALED, *(() if agreed else (AGREED,)), COMPLAINED, ACCEPTED, STILL):
        if (row.to is None or to in row.to) and (words := row.words.words(told)):
            when = getattr(told.f, row.on) if row.on else None
            yield Line(id=row.id, words=words, when=when, question=row.question, optional=row.optional, lasts=row.lasts)


def arranged(lines: Sequence[Line], entries: Sequence[Entry], facts: Facts) -> tuple[Line, ...]:
    """The lines with what the reader made of them, in order; what is struck among them."""
    own = [
        Line(
            id=f"{OWN}-{number}",
            words=_own_words(each),
            when=each.when,
            optional=True,
            by_reader=True,
            remarks=lint_words(each.what, facts),
        )
        for number, each in enumerate((each for each in entries if not each.of), 1)
    ]
    struck = {each.of for each in entries if each.struck}
    days = {each.of: each.when for each in entries if each.of and each.when}
    dated = [_dated(each, days.get(each.id)) for each in lines]
    marked = [replace(each, struck=True) if each.optional and each.id in struck else each for each in dated]
    found: list[Line] = []
    for line in _wished(marked, own, entries):
        found.insert(next((at for at, other in enumerate(found) if _is_later(other, line)), len(found)), line)
    return tuple(_as_it_stands(line, found[at - 1] if at else None) for at, line in enumerate(found))


def _as_it_stands(line: Line, above: Line | None) -> Line:
    may_rise = above is not None and line.lasts is above.lasts and not _is_later(line, above)
    undated = not line.by_reader and _lacks_a_day(line)
    return replace(line, may_rise=may_rise, undated=undated) if may_rise or undated else line


def _dated(line: Line, when: When | None) -> Line:
    """A line that no question gives a day, with the one that the reader gives it. What has a day by its answer keeps that."""
    if when is None or not _lacks_a_day(line):
        return line
    return replace(line, when=when, words=f"{when.said}，{line.words.replace('本人已经提出', '本人提出')}", dated=True)


def _lacks_a_day(line: Line) -> bool:
    """Whether the line has no day and no blank for one, which a question or the reader of the text fills."""
    return line.when is None and not line.lasts and not line.words.startswith(BLANK_OPENS)


ENDED = re.compile(r"[。！？…]”?$")
"""A sentence that ends, also inside a quotation."""


def _own_words(entry: Entry) -> str:
    said = f"{entry.when.said}，" if entry.when else ""
    return f"{said}{entry.what}{'' if ENDED.search(entry.what) else '。'}"


def _wished(lines: Sequence[Line], own: Sequence[Line], entries: Sequence[Entry]) -> list[Line]:
    """The order that the reader gave; without one, the reader's own lines stand before what still lasts."""
    # A day that was given to a line says nothing of where the others stand.
    if not any(each.of and not each.struck and each.when is None for each in entries):
        return [*(each for each in lines if not each.lasts), *own, *(each for each in lines if each.lasts)]
    by_id, mine = {each.id: each for each in lines}, iter(own)
    given = [next(mine) if not each.of else by_id.get(each.of) for each in entries]
    found = list(dict.fromkeys(each for each in given if each is not None))
    for place, line in enumerate(lines):
        if line not in found:
            # What the reader has not seen yet stands behind what comes before it by itself.
            before = [found.index(each) for each in lines[:place] if each in found]
            found.insert(max(before, default=-1) + 1, line)
    return [*(each for each in found if not each.lasts), *(each for each in found if each.lasts)]


def _is_later(one: Line, other: Line) -> bool:
    return one.when is not None and other.when is not None and one.when.earliest > other.when.latest
