"""A text as its wording is read: its sentences, and which stretches are not its writer's own words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from checker.read.passage import Passage, Span, read_passage
from checker.read.scope import Scope, read_scope

REACH = 200
"""Characters on either side that are read as one sentence. Nobody writes a longer one, and each place of a text without stops would have all of it read."""

_BASIS = re.compile(r"(?m)^ {0,4}\d{1,3}\. 《[^》\n]{1,40}》第[^：\n]{1,40}：[^\n]{0,400}")
_TITLE = re.compile("《[^》]{1,40}》")
_UNANSWERED = re.compile(
    r"(?:不|没|未|懒得|拒绝|拒不|别)(?:有)?(?:人|予|给|肯|做|作|及时|再|跟|和|对|敢)?(?:我)?(?:说|回|回复|答复|讲|话|解释|通知|告知|告诉|表示|承诺)(?:我|我们|过|了|，|：)?$|[找退换收返追召]回，?$|(?:尊敬的|亲爱的|致)[^。?，：]{0,8}：$|^[^。?，：]{0,8}：$|(?:请|麻烦|要求|希望|辛苦|记得)[^。?，：]{0,14}(?:回|告诉|回复|答复|通知|跟|告知)(?:我|我说|我讲)(?:一声)?，?$"
)
_SENT = re.compile("发来的(?!是|：)")
"""What somebody sent is a thing and no speech."""
_ASKS = re.compile(
    r"(?<=，)(?:我|现|本人|现在|故|因此)?(?:要求|申请|请求|诉求)|(?<=，)(?:请|麻烦)(?:你们?|贵店|平台|商家|贵司|贵局|卖家)?(?:给我|帮我)?(?:退|补发|换(?!个)|恢复|重新|责令|判)"
)
_TO_THEM = re.compile(r"(?:你们|你这|你家)[^。?，]{0,6}$|你们$")


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """``ends``: where a sentence or a line ends. ``spoken``: what the other side said; ``aside``: lines of the law and titles in 《》, which say nothing of the case.
    All are places in ``plain``, in their order.
    """

    scope: Scope
    ends: tuple[int, ...]
    spoken: tuple[Span, ...]
    aside: tuple[Span, ...]

    @property
    def passage(self) -> Passage:
        """The text made ready."""
        return self.scope.passage

    @property
    def plain(self) -> str:
        """What is matched."""
        return self.scope.passage.plain

    def sentence(self, place: int) -> Span:
        """The sentence or the line in which a place lies, and of one that does not end what is near."""
        found = bisect_right(self.ends, place)
        start, end = self.ends[found - 1] if found else 0, self.ends[found] if found < len(self.ends) else len(self.plain)
        return (max(start, place - REACH), min(end, place + REACH))

    def sentences(self) -> list[Span]:
        """Every sentence and line that is not empty."""
        starts = (0, *self.ends)
        return [(start, end) for start, end in zip(starts, (*self.ends, len(self.plain)), strict=True) if end > start]

    def clause(self, start: int, end: int) -> Span:
        """The clauses over which a stretch lies, with the mark that ends them."""
        clauses = self.scope.clauses
        found = bisect_left(clauses, end)
        last = clauses[found] if found < len(clauses) else len(self.plain)
        first, limit = self.scope.part_of(start), self.sentence(start)
        return (max(first, limit[0]), max(min(last, limit[1]), end))

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether it stands in quotation marks."""
        return _within(self.passage.quoted, start, end)

    def is_spoken(self, start: int, end: int) -> bool:
        """Whether the other side said it. Words behind “你们” are said to them."""
        return _within(self.spoken, start, end) and not _TO_THEM.search(self.plain, max(0, start - 9), start)

    def is_aside(self, start: int, end: int) -> bool:
        """Whether it says nothing of the case."""
        return _within(self.aside, start, end)


def _within(spans: tuple[Span, ...], start: int, end: int) -> bool:
    """Whether one of these spans, which are in their order and apart, holds the stretch."""
    found = bisect_right(spans, start, key=lambda span: span[0])
    return found > 0 and end <= spans[found - 1][1]


def _until_asked(passage: Passage, start: int, end: int) -> Iterator[Span]:
    """What somebody said, up to where the writer asks for something, and what is quoted behind that."""
    asked = next((each.start() for each in _ASKS.finditer(passage.plain, start, end) if not _within(passage.quoted, *each.span())), end)
    if asked > start:
        yield (start, asked)
    first = bisect_right(passage.quoted, asked, key=lambda span: span[0])
    yield from takewhile(lambda span: span[1] <= end, islice(passage.quoted, first, None))


def read_draft(text: str) -> Draft:
    """A text made ready. Any string can be read."""
    passage = read_passage(text)
    scope, plain, at = read_scope(passage), passage.plain, passage.at
    stops = {match.end() for match in re.finditer("[。?]", plain)}
    stops |= {bisect_left(at, match.end()) for match in re.finditer(r"\n", text)}
    basis = tuple((bisect_left(at, match.start()), bisect_left(at, match.end())) for match in _BASIS.finditer(text))
    titles = (match.span() for match in _TITLE.finditer(plain))
    aside = sorted((*basis, *(title for title in titles if not _within(basis, *title))))
    # Who did not answer, took something back or is only addressed said nothing: what follows is no speech.
    said = (
        span
        for span in scope.theirs
        if not _UNANSWERED.search(plain, max(0, span[0] - 26), span[0]) and not _SENT.match(plain, max(0, span[0] - 2))
    )
    spoken = (part for span in said for part in _until_asked(passage, *span))
    return Draft(scope, tuple(sorted(stops - {0, len(plain)})), tuple(spoken), tuple(aside))
