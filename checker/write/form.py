"""What a text is: its front matter and its skeleton. Each has a module of its own under ``write/letters``."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.ask.routes import CLAIMING
from checker.ask.stages import MORE_PROOF, Stage, stage_of
from checker.decide.acceptance import Check, refused_for_sure
from checker.decide.finding import claims_met
from checker.decide.next_steps import NextStep
from checker.decide.verdict import Matter
from checker.kit.expression import Fact
from checker.kit.rule import ClaimRule, Rule, TextPart
from checker.kit.sentence import Telling

Recipient = Literal["seller", "platform", "payer", "authority", "court", "police", "public"]
SELLER: Recipient = "seller"
PLATFORM: Recipient = "platform"
PAYER: Recipient = "payer"
AUTHORITY: Recipient = "authority"
COURT: Recipient = "court"
POLICE: Recipient = "police"
PUBLIC: Recipient = "public"
"""Whoever reads a public complaint platform."""

NOT_FROM_PAYER = ("balance", "not_paid")
"""Paid in a way in which no payment institution stands between buyer and seller."""


def payer_can_help(facts: Facts) -> bool:
    """Whether somebody handled the payment who can be written to and was not yet."""
    return facts.channel not in NOT_FROM_PAYER and facts.elsewhere != "payment"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Occasion:
    """On what it depends whether a claim gets a text. ``now`` is not there for a text to be filled in by hand."""

    matter: Matter
    rule: ClaimRule
    facts: Facts
    now: datetime | None

    @property
    def step(self) -> NextStep:
        """What to do next."""
        return self.matter.next_step

    @property
    def stage(self) -> Stage:
        """How far the refund has come."""
        return stage_of(self.facts.stage)

    @property
    def refused(self) -> bool:
        """Whether the other side has said no, or not all of it."""
        return self.stage.denied

    @property
    def payer_answers(self) -> bool:
        """Whether it is whoever handled the payment, and not the seller, that has to do something."""
        return self.rule.to_payer is not None

    @property
    def others_in_turn(self) -> bool:
        """Whether it is time for those who can help, because the other side has had its say."""
        heard = self.stage.asked and self.stage is not MORE_PROOF and not self.stage.settled
        return heard and (self.step.beyond_the_seller or not self.stage.their_turn)

    @property
    def suspected(self) -> bool:
        """Whether the story has something that an authority may look into by itself."""
        return bool(suspected(self.matter, self.facts))

    @property
    def complaint_taken(self) -> bool:
        """Whether 12315 may take a complaint. Without a date of its own, a text to fill in goes by the conditions that hold on any day."""
        if self.rule.defendant is not None:
            return False
        if self.now is None:
            return not any(check.state == "fails" for check in self.matter.complaint)
        return not refused_for_sure(self.facts, self.now.date())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Shown:
    """How the page of templates shows a text: its ``place``, when to use it (``lead``), and which of the page's stories fills it in. ``{own}`` in the
    lead stands for links to the rules that say all of it in words of their own.
    ``with_story``: the story is told beside it; ``with_short``: its short form stands below; ``with_checks``: what has to be so is listed.
    """

    place: int
    lead: str
    story: str
    with_story: bool = False
    with_short: bool = False
    with_checks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Climb:
    """A text as a rung of what comes next: ``place`` from below, ``when`` and ``do`` in words, and ``reply``, the reply of the other side that leads
    to it. ``open``: whether the way is there at all on this day; ``if_offered``: once the other side has said no, only where the matter gets the text.
    """

    place: int
    when: str
    do: str
    reply: str
    open: Callable[[Facts, date], bool] = lambda facts, today: True
    if_offered: bool = False


def suspected(matter: Matter, facts: Facts) -> tuple[tuple[Rule, str], ...]:
    """What of this matter an authority may look into, with the rules that say so."""
    told = Telling(f=facts, seller_called="对方", now=None)
    rules = [*claims_met(matter.findings), *matter.supports]
    return tuple((rule, words) for rule in rules if rule.suspected and (words := rule.suspected.words(told)))


def never(occasion: Occasion) -> bool:
    """No claim gets this text."""
    return False


def no_matter(matter: Matter, facts: Facts) -> bool:
    """Nothing gets this text but a claim."""
    return False


def nothing_stands_against_asking(matter: Matter, facts: Facts) -> bool:
    """Whether there is a purchase to ask about, and a story that is not made up."""
    return matter.route in CLAIMING and facts.truthful != "no" and facts.channel != "not_paid"


def no_checks(matter: Matter, facts: Facts, parties: Parties, now: datetime | None) -> tuple[Check, ...]:
    """Whoever gets the text takes it as it is."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LetterForm:
    """One text, with everything about it. ``module``: its ``__name__``; the file is the text's name.

    ``channel`` is where it goes in words, ``to`` who reads it. ``offered`` says when a claim gets it, ``offered_unclaimed`` when a matter
    without one does. ``skeleton`` is the whole text and ``short``
    what a small window holds, both as Jinja source over the fields of :class:`checker.write.fields.Context`. ``carried_by``: the facts that its
    own sentences are made from; those of rules and remedies declare their own.
    """

    module: str
    title: str
    channel: str
    to: Recipient
    offered: Callable[[Occasion], bool]
    skeleton: str
    short: str
    carried_by: tuple[Fact, ...]
    shown: Shown
    offered_unclaimed: Callable[[Matter, Facts], bool] = no_matter
    checks: Callable[[Matter, Facts, Parties, datetime | None], tuple[Check, ...]] = no_checks
    """What has to be so for it to be accepted where it goes."""
    asks: bool = False
    """Whether who sends it has asked the other side for something from then on."""
    then_elsewhere: str = ""
    """The answer to “在别处投诉过吗” that is true once it is sent; empty where that is no complaint elsewhere."""
    sent: str | None = "我今天发出去了"
    """What the reader says once it is on its way. None: an outline that one takes along and does not send. One text has words of its own;
    one that is handed in at a bank's counter would be the second."""
    then_dated: str = ""
    """The question that is answered by the day on which it is sent, where that is the first complaint. One text has one; a statement of claim, once
    the day of filing is asked for, would be the second."""
    rung: Climb | None = None
    """Where it stands among what comes next if the other side refuses or stays silent."""
    has: tuple[TextPart, ...] = ()
    """What it tells that others do not: a rule whose fact stands there is cited in no text without it."""
    besides: bool = False
    """Whether it asks for what comes on top of a refund where deceit is shown."""
    clue: bool = False
    """Whether it brings a clue and claims nothing, so that it argues from what the authority enforces and from nothing else."""
    by_rule: bool = False
    """Whether it differs from rule to rule, so that the page of templates shows a blank one for each."""
    calls_itself: str = "本函"
    seller_missing: str = "店铺名称"
    """What has to be filled in where the seller's name is not given."""
    title_for_goods: str = ""
    """Its title where the reader wants the goods. One text has one; a guardian who wants the goods would be the second."""

    @property
    def name(self) -> str:
        """The name of the text's file."""
        return self.module.rpartition(".")[2]
