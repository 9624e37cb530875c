"""Coming back to a case: what a text that was sent, or a reply, does to the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from checker.ask.question import UNKNOWN, Answer
from checker.decide.verdict import Verdict
from checker.errors import CaseFileError

State = Literal["open", "waiting", "solved"]
"""How a case stands: it is the reader's turn, the other side's, or the money is there."""

REFUSAL = ("refusal_ground", "refused_by", "refusal_words", "refused_on", "appeal_days")
OFFER = ("offer_amount", "agreed_on")
AFTER_A_REFUSAL = ("refused", "appeal_refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One thing that can come back from the other side.

    ``stage`` is the answer to “到哪一步了” that follows, ``None`` where nothing changes; ``again`` are the questions to answer anew. ``state``
    is how the case stands afterwards, ``None`` meaning as before.
    """

    id: str
    label: str
    stage: str | None
    state: State | None
    again: tuple[str, ...] = ()


REPLIES = (
    Reply(id="silence", label="没有回复", stage="asked_waiting", state=None),
    Reply(id="refused", label="拒绝了", stage="refused", state="open", again=REFUSAL),
    Reply(id="partial", label="只答应退一部分，钱没到", stage="partial_offer", state="open", again=("refusal_ground", *OFFER)),
    Reply(id="part_paid", label="退了一部分，其余不退", stage="partly_paid", state="open", again=("refusal_ground", *OFFER)),
    Reply(id="more_proof", label="要我再补材料", stage="more_proof", state="open"),
    Reply(id="agreed", label="答应退了，钱还没到", stage="agreed", state="waiting", again=OFFER),
    Reply(id="paid", label="钱全部到账了", stage=None, state="solved"),
)
BY_ID = {reply.id: reply for reply in REPLIES}

SENT = {"payment_complaint": "payment", "association": "association", "lawsuit": "court", "complaint_12315": "12315"}
"""Texts that go to a third party, and the answer to “在别处投诉过吗” that is true from then on."""
REQUESTS = ("refund_request", "guardian_request", "chat", "demand")
OTHERS = ("appeal", "supplement", "police")
"""Texts after which no answer is another one."""
NOT_ASKED = (None, "", UNKNOWN, "not_asked")
THEIR_TURN = ("asked_waiting", "agreed")
"""Stages at which the other side has to do something, and the reader waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """The answers afterwards, and which questions have to be answered anew."""

    answers: dict[str, Answer]
    again: tuple[str, ...]


def after_reply(answers: Mapping[str, Answer], reply: str) -> Changed:
    """The answers once the other side has replied. Whether all of it is true is asked anew whenever something changed.

    A refusal after a refusal is the refusal of an appeal. Silence says nothing new once something was asked for.

    :raises CaseFileError: no such reply.
    """
    if reply not in BY_ID:
        raise CaseFileError("没有这一种答复")
    row = BY_ID[reply]
    stage = answers.get("stage")
    if row.stage is None or (reply == "silence" and stage not in NOT_ASKED):
        return Changed(answers=dict(answers), again=())
    again = (*row.again, "truthful")
    found = {id: answer for id, answer in answers.items() if id not in again}
    found["stage"] = "appeal_refused" if reply == "refused" and stage in AFTER_A_REFUSAL else row.stage
    return Changed(answers=found, again=again)


def after_sending(answers: Mapping[str, Answer], letter: str, today: date) -> Changed:
    """The answers once a text was sent today: what was not asked for yet now is. Whether anybody else was complained to stays open.

    :raises CaseFileError: no name of a text.
    """
    if letter not in (*REQUESTS, *SENT, *OTHERS):
        raise CaseFileError("没有这一份文本")
    found = dict(answers)
    if letter in REQUESTS and found.get("stage") in NOT_ASKED:
        found |= {"stage": "asked_waiting", "asked_on": today.isoformat()}
        found.setdefault("elsewhere", UNKNOWN)
    elif letter in SENT and found.get("stage") not in NOT_ASKED and found.get("elsewhere") in (None, "", UNKNOWN, "none", "payment"):
        found["elsewhere"] = SENT[letter]
        if letter == "complaint_12315":
            found["complained_on"] = today.isoformat()
    return Changed(answers=found, again=())


def come_back_on(verdict: Verdict) -> date | None:
    """The next day on which the reader has to look again: that of the first act with a day, or else of the first period that ends."""
    today = verdict.now.date()
    acts = [act.by for matter in verdict.matters for act in matter.acts if act.by and act.by >= today]
    ends = [row.safe for matter in verdict.matters for row in matter.deadlines if row.safe >= today]
    return min(acts or ends, default=None)
