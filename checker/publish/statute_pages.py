"""The list of statutes, a page for each, and the periods and numbers."""

from collections import defaultdict

from checker.kit.rule import Rule
from checker.law.thresholds import thresholds
from checker.publish.law_pages import Statute, number, statutes
from checker.publish.made import Made, in_a_row
from checker.rules import RULES, SUPPORTS


def made() -> list[Made]:
    """Every page on law, the list first."""
    index = Made(path="law.md", title="法律依据", template="law.md", context={"statutes": statutes(), "number": number})
    by_law = [row for row in thresholds().values() if row.basis == "statute"]
    others = [row for row in thresholds().values() if row.basis != "statute"]
    periods = Made(path="law/periods.md", title="期限和数字", template="periods.md", context={"thresholds": by_law})
    customs = Made(path="law/customs.md", title="惯例和取值", template="customs.md", context={"thresholds": others})
    used_by: dict[str, list[Rule]] = defaultdict(list)
    for rule in (*RULES, *SUPPORTS):
        for id in rule.articles:
            used_by[id].append(rule)
    in_turn = [page for statute in statutes() for page in _of_statute(statute, used_by)]
    return [index, *in_a_row([*in_turn, periods, customs])]


def _of_statute(statute: Statute, used_by: dict[str, list[Rule]]) -> list[Made]:
    shared = {"used_by": used_by, "number": number, "statute": statute}
    leaves = [Made(path=page.path, title=page.title, template="statute.md", context=shared | {"leaf": page}) for page in statute.pages]
    if statute.whole:
        return leaves
    return [Made(path=statute.path, title=statute.law.short, template="statute-parts.md", context=shared), *leaves]
