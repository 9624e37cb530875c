"""One door to the three readers, for the page and for a shell: a text goes in, plain data comes out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from checker.ask.questions import BY_ID
from checker.ask.said import THEIR_REPLY
from checker.errors import CaseFileError
from checker.read.chat import read_chat
from checker.read.reply import read_reply
from checker.read.said import words_of
from checker.read.story import read_story

LONGEST_CHAT = 200_000
"""Characters of a chat that are read."""
READERS: Mapping[str, Callable[[str, datetime], dict[str, Any]]] = {
    "story": lambda text, now: asdict(read_story(text, now)),
    "reply": lambda text, now: asdict(read_reply(text, now)),
    "chat": lambda text, now: {
        "read": min(len(text), LONGEST_CHAT),
        "cut": len(text) > LONGEST_CHAT,
        **asdict(read_chat(text[:LONGEST_CHAT])),
    },
}
"""What a text may be. ``now``: times are read from here."""


def read_text(what: object, text: object, now: datetime) -> dict[str, Any]:
    """What a text says, as the dataclass of its reader tells it.

    :raises CaseFileError: nothing of this kind is read, or it is no text.
    """
    if not isinstance(what, str) or what not in READERS or not isinstance(text, str):
        raise CaseFileError("要读的文字没有传对")
    return READERS[what](text, now)


def told(what: str, found: Mapping[str, Any], text: str) -> Iterator[str]:
    """What was read, in lines for a shell."""
    if what == "chat":
        yield f"{found['format_label']}，{len(found['lines'])} 条"
        yield from (f"{each['when']}  {each['who']}：{each['words']}".strip(" ：") for each in found["lines"])
        yield from (f"订单、交易编号：{each}" for each in found["orders"])
        return
    if found.get("made_up"):
        yield f"文字里说理由是编的：{_quotes(found['made_up'], text)}。不提出任何答案。"
    if what == "reply":
        stage = next(
            (option.label for option in BY_ID[words_of(THEIR_REPLY).question].options if option.value == found["stage"]),
            "看不出对退款怎么说",
        )
        yield f"对方的意思：{stage}{_quotes(found['spans'], text)}"
    for each in found.get("proposals", found.get("answers", ())):
        yield f"{each['label']}（{each['question']}）{each['shown']}{_quotes(each['spans'], text)}"
    yield from (f"{each['label']}：“{each['words']}”。{each['say']}" for each in found.get("noted", ()))


def _quotes(spans: Iterable[tuple[int, int]], text: str) -> str:
    return "".join(f"“{text[start:end]}”" for start, end in spans)
