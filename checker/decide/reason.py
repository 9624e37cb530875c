"""One sentence that decided."""

from dataclasses import dataclass

from checker.law.statutes import Article
from checker.law.thresholds import Basis


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reason:
    """One sentence that carries the conclusion, with the rule and the articles behind it."""

    sentence: str
    basis: Basis
    rule: str
    articles: tuple[Article, ...]
