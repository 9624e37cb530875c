"""Truth with three values: yes, no, and not known (``None``). Not known is never no."""

from collections.abc import Iterable

Truth = bool | None


def negated(truth: Truth) -> Truth:
    """No for yes, yes for no; not known stays so."""
    return None if truth is None else not truth


def all_of(truths: Iterable[Truth]) -> Truth:
    """True when all are, false as soon as one is, unknown otherwise."""
    unknown = False
    for truth in truths:
        if truth is False:
            return False
        unknown = unknown or truth is None
    return None if unknown else True


def any_of(truths: Iterable[Truth]) -> Truth:
    """True as soon as one is, false when all are, unknown otherwise."""
    unknown = False
    for truth in truths:
        if truth is True:
            return True
        unknown = unknown or truth is None
    return None if unknown else False
