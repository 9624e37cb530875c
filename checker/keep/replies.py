"""Coming back to a case: what a text that was sent, or a reply, does to the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from checker.ask.question import UNKNOWN, Answer
from checker.ask.stages import (
    AGREED,
    APPEAL_REFUSED,
    ASKED_WAITING,
    COMPLAINED,
    MORE_PROOF,
    NOT_KNOWN,
    PARTIAL_FINAL,
    PARTIAL_OFFER,
    PARTLY_PAID,
    REFUSED,
    STAGES,
    Stage,
)
from checker.decide.verdict import Verdict
from checker.errors import CaseFileError

State = Literal["open", "waiting", "solved"]
"""How a case stands: it is the reader's turn, the other side's, or the money is there."""

REFUSAL = ("refusal_ground", "refused_by", "refusal_words", "refused_on", "appeal_days")
OFFER = ("offer_amount", "agreed_on")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reply:
    """One thing that can come back from the other side.

    ``stage`` is the answer to “到哪一步了” that follows, ``None`` where nothing changes; ``again`` are the questions to answer anew. ``state``
    is how the case stands afterwards, ``None`` meaning as before.
    """

    id: str
    label: str
    stage: Stage | None
    state: State | None
    again: tuple[str, ...] = ()


REPLIES = (
    Reply(id="silence", label="没有回复", stage=ASKED_WAITING, state=None),
    Reply(id="refused", label="拒绝了", stage=REFUSED, state="open", again=REFUSAL),
    Reply(id="partial", label="只答应退一部分，钱没到", stage=PARTIAL_OFFER, state="open", again=("refusal_ground", *OFFER)),
    Reply(id="part_paid", label="退了一部分，其余不退", stage=PARTLY_PAID, state="open", again=("refusal_ground", *OFFER)),
    Reply(id="more_proof", label="要我再补材料", stage=MORE_PROOF, state="open"),
    Reply(id="agreed", label="答应退了，钱还没到", stage=AGREED, state="waiting", again=OFFER),
    Reply(id="paid", label="钱全部到账了", stage=None, state="solved"),
)
BY_ID = {reply.id: reply for reply in REPLIES}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Changed:
    """The answers afterwards, and which questions have to be answered anew."""

    answers: dict[str, Answer]
    again: tuple[str, ...]


def after_reply(answers: Mapping[str, Answer], reply: str) -> Changed:
    """The answers once the other side has replied. Whether all of it is true is asked anew whenever something changed.

    A refusal after a refusal is the refusal of an appeal, and a part offered after that is the last word. Silence says nothing new once something was asked for.

    :raises CaseFileError: no such reply.
    """
    if reply not in BY_ID:
        raise CaseFileError("没有这一种答复")
    row = BY_ID[reply]
    before = _stage(answers)
    if row.stage is None or (row.stage is ASKED_WAITING and before.asked):
        return Changed(answers=dict(answers), again=())
    again = (*row.again, "truthful")
    found = {id: answer for id, answer in answers.items() if id not in again}
    stage = row.stage
    if stage.refused and before.refused:
        stage = APPEAL_REFUSED
    elif stage is PARTIAL_OFFER and before in (APPEAL_REFUSED, PARTIAL_FINAL):
        stage = PARTIAL_FINAL
    found["stage"] = stage.id
    return Changed(answers=found, again=again)


def after_sending(answers: Mapping[str, Answer], today: date, *, asks: bool, elsewhere: str, dated: str) -> Changed:
    """The answers once a text was sent today. ``asks``: it asks the other side, so that what was not asked for yet now is; whether anybody else
    was complained to stays open. ``elsewhere``: the answer to “在别处投诉过吗” that is true from then on, empty where it is no complaint;
    ``dated``: the question that is answered by today with it, empty where there is none.
    """
    found = dict(answers)
    if asks and not _stage(answers).asked:
        found |= {"stage": ASKED_WAITING.id, "asked_on": today.isoformat()}
    elif (
        elsewhere
        and _stage(answers).asked
        and not _stage(answers).settled
        and found.get("elsewhere") in (None, "", UNKNOWN, "none", "payment")
    ):
        found["elsewhere"] = elsewhere
        if not _stage(answers).may_be_with_others:
            found["stage"] = COMPLAINED.id
        if dated:
            found[dated] = today.isoformat()
    return Changed(answers=found, again=())


def _stage(answers: Mapping[str, Answer]) -> Stage:
    """The stage that was answered. Nobody has looked at the answers yet, and what is no option says nothing."""
    return next((stage for stage in STAGES if stage.id == answers.get("stage")), NOT_KNOWN)


def come_back_on(verdict: Verdict) -> date | None:
    """The next day on which the reader has to look again: that of the first act with a day, or else of the first period that ends."""
    today = verdict.now.date()
    acts = [act.by for matter in verdict.matters for act in matter.acts if act.by and act.by >= today]
    ends = [row.safe for matter in verdict.matters for row in matter.deadlines if row.safe >= today]
    return min(acts or ends, default=None)
