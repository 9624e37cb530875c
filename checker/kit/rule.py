"""The kinds of rules. A rule is one module that holds all that is its own; a part that is missing fails when the module is imported, by name.

``module`` is the module's ``__name__``: the file is the rule's id, its folder the group that it stands in on the rules page. Rules and rows are
compared by being the same one (``eq=False``), which also saves a reader's phone the making of what nobody calls.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from checker.ask.facts import Facts
from checker.ask.routes import ORDINARY, Route
from checker.errors import RuleError
from checker.kit.act import Act, FirstAct
from checker.kit.deadlines import Due, Revocation
from checker.kit.evidence import Evidence
from checker.kit.expression import ALWAYS, NEVER, Expression
from checker.kit.objection import Answer, Objection
from checker.kit.remedy import Asking, Remedy
from checker.kit.report import Report, ToPayer
from checker.kit.sentence import BOUGHT, Order, Sentence, Use
from checker.law.thresholds import Basis

TextPart = Literal["reasons", "respondent", "review"]
"""What some texts have and others do not: why the other side refused, why a complaint is against this one, what a reviewer is asked besides."""
Status = Literal["met", "not_met", "undetermined"]
"""How a rule stands to the facts of a case."""
Breach = Literal["undelivered", "came_late", "too_few", "defect", ""]
ENDING = ("mfd-563", "mfd-565", "mfd-566")
"""When a contract may be ended, how, and what follows."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Condition:
    """One thing that has to be so: a sentence for the page, what it says where it is not so, and the expression itself."""

    sentence: str
    so: Expression
    fails: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Defendant:
    """Somebody else than the seller, who has what is asked for: the seller owes nothing more than help, so that no authority is asked against
    it, and a court is asked against him. ``missing``: the blank that he stands for. ``demand``: what he is to do. ``basis``: the articles that bind
    him, ``their_records``: what he has to show. One rule has one; a second: whoever a platform paid by mistake.
    """

    missing: str
    demand: Callable[[Asking], str]
    basis: tuple[str, ...]
    their_records: str


def story(sentence: str, so: Expression) -> Condition:
    """What a rule is about. Where it is ruled out, the rule has nothing to say to this reader."""
    return Condition(sentence, so, "你说的不是这种情况。")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Family:
    """Rules that a reader finds on one page: its ``name`` in the address, its title and what its rules have in common."""

    name: str
    title: str
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Group:
    """A folder of rules, as the rules page heads it. ``module``: the folder's ``__name__``; ``families``: the pages of a folder whose rules are
    too many for one, and each rule then says to which it belongs.
    """

    module: str
    anchor: str
    title: str
    lead: str
    families: tuple[Family, ...] = ()

    @property
    def name(self) -> str:
        """The name of the folder."""
        return self.module.rpartition(".")[2]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cited:
    """Articles of the statute table, by id, and when a rule rests on them."""

    ids: tuple[str, ...]
    when: Expression


def cite(*ids: str, when: Expression = ALWAYS) -> Cited:
    """These articles, where ``when`` is known to be so."""
    return Cited(ids, when)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Caution:
    """A sentence of warning that a rule brings with it: said where ``when`` is so and the rule stands as one of ``rule_is``; ``beside_a_claim``:
    only where something is claimed that it bears on.
    """

    words: str
    when: Expression = ALWAYS
    rule_is: tuple[Status, ...] = ("met",)
    beside_a_claim: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Rule:
    """What every rule has: met when its story and every condition hold, no exception does, and no defence is known to hold.

    ``meaning`` explains it on the rules page, ``because`` is the reason given when it is met, ``also_called`` are the words of readers' stories
    that no heading has, ``place`` is its place in its group, ``family`` the page of a group that has several. ``basis`` tells
    law from a platform's own rule and from common practice. ``cites``: the articles, in the order in which they are cited, and when they fit.
    """

    module: str
    title: str
    meaning: str
    because: str
    also_called: tuple[str, ...]
    place: int
    family: str = ""
    story: Condition
    cites: tuple[Cited, ...]
    conditions: tuple[Condition, ...] = ()
    exceptions: tuple[Condition, ...] = ()
    defences: tuple[Condition, ...] = ()
    """What the other side has to show (民法典 496, 民诉法 67 and the like). Known to be so, it defeats the rule; not known, it
    leaves the rule met, and the reader is told what would defeat it."""
    route: Route = ORDINARY
    basis: Basis = "statute"
    hold_the_money: Expression = NEVER
    """Whether the other side took the goods back, so that whoever handled the payment may still hold the money: that goes before an appeal."""
    proof_in_minutes: str = ""
    """Where the proof that decides is looked up within minutes, if it is: then that goes before the text. One rule has it; an account whose
    log of sign-ins decides would be the second."""
    ends_contract: Expression = NEVER
    """Whether the money back rests on ending the contract. The text to the other party is then the notice that ends it (民法典 563, 565),
    and what is asked for follows from 566."""
    deadlines: tuple[Due, ...] = ()
    """The periods that it brings with it."""
    first_acts: tuple[FirstAct, ...] = ()
    """What goes before all else for whoever tells its story."""
    cautions: tuple[Caution, ...] = ()
    """The warnings that it brings with it."""
    suspected: Sentence | None = None
    """What of it an authority may look into by itself, without the stop: a clue, never a finding. Empty where there is nothing."""
    conduct_on: tuple[str, ...] = ("paid_on",)
    """The facts that say on which day what the rule is about was done, the first that is known: the law of that day governs it, today's where
    none is. For what the other side did later this is not the day of payment."""

    @property
    def id(self) -> str:
        """The name of the rule's file."""
        return self.module.rpartition(".")[2]

    @property
    def group(self) -> str:
        """The name of its folder."""
        return self.module.split(".")[-2]

    @property
    def articles(self) -> tuple[str, ...]:
        """Every article that the rule can cite."""
        named = (id for each in self.cites for id in each.ids)
        return tuple(dict.fromkeys((*named, *(ENDING if self.ends_contract is not NEVER else ()))))

    @property
    def reads(self) -> tuple[str, ...]:
        """The facts that decide this rule, each once, in the order of its conditions."""
        parts = (self.story, *self.conditions, *self.exceptions, *self.defences)
        return tuple(dict.fromkeys(name for condition in parts for name in condition.so.reads))

    def ends_the_contract(self, facts: Facts) -> bool:
        """Whether what this rule grants rests on ending the contract. Who still wants the goods does not end it."""
        return facts.wish != "goods" and self.ends_contract.holds(facts) is True

    def articles_for(self, facts: Facts) -> tuple[str, ...]:
        """The articles to cite for these facts."""
        cited = [id for each in self.cites if each.when.holds(facts) is True for id in each.ids]
        return tuple(dict.fromkeys((*cited, *(ENDING if self.ends_the_contract(facts) else ()))))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ClaimRule(Rule):
    """A rule that grants something, with its words for every text.

    ``proof``: the kinds of evidence of which one is enough to show the core of the case; ``also_proof`` what else this rule knows to be worth
    having. ``happened`` tells it among the facts of a text, ``in_short`` in a small window, without the stop; ``their_records`` is what the other
    side has to show if it sees the matter differently. ``use`` is what is said of how far the goods were used.
    """

    remedy: Remedy
    remedy_for_goods: Remedy | None = None
    remedy_for_money: Remedy | None = None
    """What is granted instead to who wants the goods, or money and nothing else."""
    proof: tuple[Evidence, ...]
    also_proof: tuple[Evidence, ...] = ()
    proven: Expression = NEVER
    """What shows the core of the case without any evidence in hand. A second: an order that the platform itself has recorded as undelivered."""
    disproved: Expression = NEVER
    """What takes the force from evidence in hand. A second: records that the reader's own account shows."""
    objections: tuple[Objection, ...]
    answers: tuple[Answer, ...]
    happened: Sentence
    in_short: Sentence
    their_records: Sentence
    use: Use
    breach: Breach = ""
    """What of a sale was not done, as the courts' form for sales asks for it; empty where that form does not fit."""
    particulars: Sentence | None = None
    """What a clerk needs besides to find the payment, as a line of its own."""
    promised: Sentence | None = None
    """What was said before the payment, as a line of its own above the purchase."""
    happened_on: str = ""
    """The fact that says when it happened, which orders it among the lines of a text."""
    as_of_today: bool = False
    """Whether it is told as of the day of the text, so that it stands behind what was asked and answered. A second: a course that has not begun."""
    order: Order = BOUGHT
    headline: str = ""
    """The one sentence of the conclusion, where the next step does not say what the reader has to know first."""
    cause: str | None = None
    """The cause of action, where the kind of goods does not say it. Candidates only: the court settles it."""
    ward: Sentence | None = None
    """What a guardian says of the one who paid, where it is the guardian who asks. A second: what a ward who is of age was sold."""
    which_articles: Sentence | None = None
    """What stands behind the articles where it is open which of them apply. A second: a contract that is void or can be revoked."""
    after_agreement: bool = False
    """Whether a refund was agreed to and what is disputed is how it is paid: the goods are not argued about any more."""
    only_to_be_paid: bool = False
    """Whether nothing is open but that the agreed money comes. A second: a sum that a mediator has written down."""
    demand_starts_period: bool = False
    """Whether a written demand starts the reasonable period after which the contract can be ended, so that it does not wait for an answer
    (民法典 563 一 (三)). A second: a service that was promised for no day."""
    beyond_the_price: Expression = NEVER
    """When it gives something besides the price, so that it is not over once all of that came back."""
    court_only: bool = False
    """Whether the claim rests on what only a court decides, so that after a refusal no platform is asked again."""
    revocation: Revocation | None = None
    """Where a court has to be asked to revoke: in what time."""
    defendant: Defendant | None = None
    """Where somebody else than the seller has what it is about: whom a court is asked against."""
    asks_for_help: bool = False
    """Whether the slip was the buyer's alone: the other side is asked to help, and no complaint or suit is held out to it."""
    never_traded: bool = False
    """Whether the money went to somebody who sells nothing: there is no shop and no platform to write to. A second: money sent twice by a bank."""
    report: Report | None = None
    """What the police are told besides. A second: an account that somebody broke into and emptied."""
    to_payer: ToPayer | None = None
    """What whoever handled the payment is told, where it has to be done there. A second: a payment that a bank carried out twice."""

    def __post_init__(self) -> None:
        """Hold what is asked for against who is told so.

        :raises RuleError: what is not asked of the one that sold has no words for whoever handled the payment, or the other way round.
        """
        remedies = filter(None, (self.remedy, self.remedy_for_goods, self.remedy_for_money))
        if any((each.against is None) is not (self.to_payer is None) for each in remedies):
            raise RuleError(f"rule {self.id}: to_payer and a remedy against somebody else than the seller go together")

    @property
    def by_guardian(self) -> bool:
        """Whether the guardian of the one who paid asks."""
        return self.ward is not None

    def remedy_for(self, facts: Facts) -> Remedy:
        """What this rule grants to a reader who wants this."""
        return {"goods": self.remedy_for_goods, "refund": self.remedy_for_money}.get(facts.wish or "") or self.remedy


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class StopRule(Rule):
    """A rule under which no refund is asked for: a scam, money from fraud, goods that the law forbids. ``headline`` is the one sentence of the
    conclusion, ``acts`` what to do.
    """

    headline: str
    acts: Callable[[Facts], tuple[Act, ...]]
    bars_refund: Expression = ALWAYS
    """Whether nothing is asked of the seller beside it: goods that the law forbids, or a seller who swindles."""
    report: Report | None = None
    """What the police are told."""
    to_explain: bool = False
    """Whether the reader has something to explain to the police rather than to report. A second: an account lent to somebody who misused it."""
    void_for_a_child_anyway: bool = False
    """Whether a child's payment is void all the same, whatever this rule says of the goods. A second: a trade that is forbidden with adults only."""
    before_all: bool = False
    """Whether who falls under it is asked nothing that only a claim needs. A second: any goods whose sale is a crime."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SupportRule(Rule):
    """A rule that grants nothing by itself and is applied only beside one that is met: who answers besides the seller, which clauses do not
    bind, what comes on top. ``told_with``: the part of a text that tells the fact behind it; in a text without that part its articles would stand
    without one. ``None``: every text tells it.
    """

    told_with: TextPart | None
    platform_answers: bool = False
    """Whether the platform is the one to complain about."""
    in_the_sellers_place: bool = False
    """Whether it pays damages in the seller's place (消费者权益保护法 44). A second: a market organiser whose stall has gone (43)."""
    told: Sentence | None = None
    """The fact behind it, as a line of the texts that tell it."""
    told_on: str = ""
    """The fact that says when that was."""
    why_the_platform: str = ""
    """Why a complaint is made against the platform, as the text says it; ``{role}`` stands for what it is called there."""
    asks: str = ""
    """What an appeal asks besides. A second: a clause that gives a right to be heard."""
    adds: Remedy | None = None
    """What comes on top of the claim. A second: the treble of a promise that is deceit as well."""


class PlatformRule(Rule):
    """What a platform's reviewer looks at, by common practice. It never grants or refuses a claim under the law."""

    __slots__ = ()
