"""How far a refund has come, one row each, with all that depends on it."""

from collections.abc import Callable
from dataclasses import dataclass

from checker.ask.question import UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Stage:
    """One stage. ``label`` is the option's text. What is not known to be so of a stage is not said of it."""

    id: str
    label: str
    asked: bool = True
    """Whether something was asked of the other side."""
    under_review: bool = False
    """Whether the platform still looks at the request."""
    refused: bool = False
    """Whether all of it was refused."""
    in_part: bool = False
    """Whether a part is offered or paid, and the rest kept back."""
    paid_in_part: bool = False
    """Whether a part was paid. One row; a part that came back after an appeal would be the second."""
    agreed: bool = False
    """Whether a refund is agreed to and has not come. One row; one that is to be paid in instalments would be the second."""
    their_turn: bool = False
    """Whether the other side has to do something, and the reader waits."""
    with_others: bool = False
    """Whether somebody else was gone to before an answer came. One row; one who went to a bank would be the second."""
    settled: bool = False
    """Whether all of the price has come back, so that only what goes beyond it can still be asked for. One row; a claim that was paid by an
    insurer would be the second."""
    closed: bool = False
    """Whether both sides agreed to leave it at what was paid. One row; a settlement before a mediator would be the second."""
    at_an_end: bool = False
    """Whether nothing more is to be had from the platform."""

    @property
    def denied(self) -> bool:
        """Whether the other side said no, to all of it or to a part."""
        return self.refused or self.in_part

    @property
    def undecided(self) -> bool:
        """Whether the other side has not said no."""
        return not (self.denied or self.at_an_end)

    @property
    def may_be_with_others(self) -> bool:
        """Whether it is asked who else deals with it."""
        return self.with_others or self.denied or self.agreed or self.at_an_end

    @property
    def may_appeal(self) -> bool:
        """Whether the platform can still be asked to look at its no again."""
        return self.denied and not self.at_an_end

    @property
    def names_a_sum(self) -> bool:
        """Whether the other side has named what it pays."""
        return self.in_part or self.agreed


NOT_ASKED = Stage(id="not_asked", label="还没有提出退款", asked=False)
ASKED_WAITING = Stage(id="asked_waiting", label="提了，还在等答复", under_review=True, their_turn=True)
MORE_PROOF = Stage(id="more_proof", label="对方让我补材料", under_review=True)
REFUSED = Stage(id="refused", label="被拒绝了", refused=True)
PARTIAL_OFFER = Stage(id="partial_offer", label="只答应退一部分，钱没到", in_part=True)
PARTLY_PAID = Stage(id="partly_paid", label="已经退了一部分，其余不退", in_part=True, paid_in_part=True)
AGREED = Stage(id="agreed", label="答应退了，钱还没到", agreed=True, their_turn=True)
PARTIAL_FINAL = Stage(id="partial_final", label="谈过、申诉过，最后还是只肯退一部分", in_part=True, at_an_end=True)
APPEAL_REFUSED = Stage(id="appeal_refused", label="申诉过，也被拒绝了", refused=True, at_an_end=True)
OUTSIDE = Stage(id="outside", label="卖货的平台不管，让我自己找卖家", at_an_end=True)
COMPLAINED = Stage(
    id="complained", label="提了，一直没有答复，已经向 12315、消协或者支付方投诉，或者起诉了", their_turn=True, with_others=True
)
REFUNDED = Stage(id="refunded", label="钱已经全部退回来了（不是用余额付的，却只退到余额，不选这个）", settled=True)
SETTLED = Stage(id="left_at_that", label="两边说好退一部分就了结，钱也到了", settled=True, closed=True)
NOT_KNOWN = Stage(id=UNKNOWN, label="不清楚", asked=False)
"""Gone on with as if nobody had been asked."""

STAGES = (
    NOT_ASKED,
    ASKED_WAITING,
    MORE_PROOF,
    REFUSED,
    PARTIAL_OFFER,
    PARTLY_PAID,
    AGREED,
    APPEAL_REFUSED,
    PARTIAL_FINAL,
    OUTSIDE,
    COMPLAINED,
    REFUNDED,
    SETTLED,
    NOT_KNOWN,
)
"""In the order of the question's options."""

_BY_ID = {stage.id: stage for stage in STAGES}


def stage_of(fact: str | None) -> Stage:
    """The row that an answer chose; the row of 不清楚 where it is not known."""
    return _BY_ID[fact or UNKNOWN]


def stages_that(hold: Callable[[Stage], bool]) -> tuple[Stage, ...]:
    """The stages of which this is so, in their order."""
    return tuple(stage for stage in STAGES if hold(stage))
