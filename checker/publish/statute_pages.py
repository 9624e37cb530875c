"""The list of statutes, a page for each, and the periods and numbers."""

from collections import defaultdict

from checker.kit.rule import Rule
from checker.law.thresholds import thresholds
from checker.publish.law_pages import law_pages, number
from checker.publish.made import Made, in_a_row
from checker.rules import RULES, SUPPORTS


def made() -> list[Made]:
    """Every page on law, the list first."""
    index = Made(path="law.md", title="法律依据", template="law.md", context={"law_pages": law_pages(), "number": number})
    by_law = [row for row in thresholds().values() if row.basis == "statute"]
    others = [row for row in thresholds().values() if row.basis != "statute"]
    periods = Made(path="law/periods.md", title="期限和数字", template="periods.md", context={"thresholds": by_law})
    customs = Made(path="law/customs.md", title="惯例和取值", template="customs.md", context={"thresholds": others})
    used_by: dict[str, list[Rule]] = defaultdict(list)
    for rule in (*RULES, *SUPPORTS):
        for id in rule.articles:
            used_by[id].append(rule)
    statutes = [
        Made(path=page.path, title=page.title, template="statute.md", context={"leaf": page, "used_by": used_by}) for page in law_pages()
    ]
    return [index, *in_a_row([*statutes, periods, customs])]
