"""What a reader's text proposes to the form. Nothing is taken over by itself: the reader ticks what is so."""

from dataclasses import dataclass

from checker.read.passage import Span


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Proposal:
    """One option, or one typed answer, that the text speaks for. ``shown``: the option's label, or what would be typed; ``spans``: the words it comes
    from, as places in the text.
    """

    question: str
    label: str
    value: str
    shown: str
    spans: tuple[Span, ...]
