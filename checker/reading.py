"""What a text says, by its kind, as plain data. The modules that read are fetched by whoever asks, each for itself, and not before."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from checker.ask.stages import REFUNDED
from checker.errors import CaseFileError
from checker.keep.replies import REPLIES
from checker.law.statutes import article
from checker.plain import plain


def read(what: object, text: object, now: datetime) -> dict[str, Any]:
    """What a text says, as plain data: the dataclass of the reader of its kind, a row of :data:`READERS`. Places are counted in code points.

    What is read out of a story are proposals, each with where its words stand; nobody has confirmed them.

    >>> told = "昨天花 199 元买的激活码，一输就提示已被使用，客服说不退。"
    >>> found = read("story", told, datetime.fromisoformat("2026-11-24T15:04+08:00"))
    >>> [(each["question"], each["value"], told[slice(*each["spans"][0])]) for each in found["proposals"]][3:6]
    [('failure', 'already_used', '被使用'), ('paid_on', '昨天', '昨天'), ('stage', 'refused', '客服说不退')]

    :raises CaseFileError: nothing of this kind is read, or it is no text.
    :raises AnswerErrors: it is the answers to a list of questions, and not all of them can be read.
    """
    reader = READERS.get(what) if isinstance(what, str) else None
    if reader is None or not isinstance(text, str):
        raise CaseFileError("要读的文字没有传对")
    return reader(text, now)


def _story(text: str, now: datetime) -> dict[str, Any]:
    from checker.read.story import read_story

    return {"kind": "story", **plain(read_story(text, now))}


def _their_reply(text: str, now: datetime) -> dict[str, Any]:
    """Besides what the reply says, which of those that a case knows it is."""
    from checker.read.reply import read_reply

    found = plain(read_reply(text, now))
    stage, spans = found.pop("stage"), found.pop("spans")
    # Money that has come is no stage that the form asks for, so that reply names none.
    reply = next((reply for reply in REPLIES if (reply.stage or REFUNDED).id == stage), None)
    return {"kind": "their-reply", "reply": {"id": reply.id, "label": reply.label, "spans": spans} if reply else None, **found}


def _chat(text: str, now: datetime) -> dict[str, Any]:
    from checker.read.chat import read_chat

    return {"kind": "chat", **plain(read_chat(text))}


def _policy(text: str, now: datetime) -> dict[str, Any]:
    from checker.read.policy import read_policy

    found = plain(read_policy(text))
    for clause in found["clauses"]:
        clause["grounds"] = plain(tuple(article(id) for id in clause["grounds"]))
    return {"kind": "policy", **found}


def _links(text: str, now: datetime) -> dict[str, Any]:
    from checker.read.link import read_links

    return {"kind": "links", **plain(read_links(text))}


def _reviews(text: str, now: datetime) -> dict[str, Any]:
    from checker.read.reviews import read_reviews

    return {"kind": "reviews", **plain(read_reviews(text))}


def _wording(text: str, now: datetime) -> dict[str, Any]:
    from checker.write.wording import read_wording

    return {"kind": "wording", **plain(read_wording(text, now))}


READERS: Mapping[str, Callable[[str, datetime], dict[str, Any]]] = {
    "story": _story,
    "reply": _their_reply,
    "chat": _chat,
    "policy": _policy,
    "link": _links,
    "reviews": _reviews,
    "wording": _wording,
}
"""What is read, by the name that the page and the command line ask with."""
