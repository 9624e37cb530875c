"""The table of rules, a page for each family of them, and what a reader asks of any refund, whichever rule it rests on."""

from dataclasses import dataclass
from typing import Any

from checker.kit.rule import ClaimRule, PlatformRule, Rule, StopRule
from checker.publish.families import family_pages, rules_of
from checker.publish.library import sample_letters
from checker.publish.made import Made, in_a_row
from checker.publish.stories import shown
from checker.rules import GROUPS, PLATFORM_RULES, RULES, SUPPORTS
from checker.write.letters import form_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A page on refunds that is about no rule."""

    anchor: str
    title: str
    lead: str

    @property
    def path(self) -> str:
        """Its file, seen from ``docs/``."""
        return f"rules/{self.anchor}.md"


OTHERS = (
    Other(anchor="platform-refuses", title="平台不退的，法律有时不这样看", lead="常听到的话，逐句看。"),
    Other(anchor="money-back", title="钱怎么退回来", lead="退到哪里，几天到，能不能扣费。"),
    Other(anchor="after-refusal", title="被拒绝以后", lead="申诉、找第三方、起诉。"),
)


def made() -> list[Made]:
    """Every page on rules, the table first."""
    shared = _shared()
    table = Made(
        path="rules.md",
        title="退款规则",
        template="rules.md",
        context={
            "groups": [_group(group) for group in GROUPS],
            "leads": _leads,
            "letter_rules": shared["letter_rules"],
            "others": OTHERS,
        },
    )
    families = [
        Made(path=page.path, title=page.family.title, template="family.md", context=shared | {"leaf": page}) for page in family_pages()
    ]
    others = [Made(path=page.path, title=page.title, template=f"{page.anchor}.md", context={"leaf": page}) for page in OTHERS]
    return [table, *in_a_row([*families, *others])]


def _leads(rule: Rule) -> bool:
    """Whether a conclusion can rest on it, so that the table has more to say of it than its title."""
    return isinstance(rule, ClaimRule | StopRule)


def _group(group: Any) -> dict[str, Any]:
    return {"title": group.title, "anchor": f"group-{group.anchor}", "lead": group.lead, "rules": rules_of(group)}


def _shared() -> dict[str, Any]:
    by_id = {rule.id: rule for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES)}
    return {
        "articles_of": {id: _by_law(rule.articles) for id, rule in by_id.items()},
        "exceptions_of": {id: _exceptions(rule) for id, rule in by_id.items()},
        "stories_of": {id: [s for s in shown().values() if s.rule == id and s.shown == "rules"] for id in by_id},
        "letter_rules": {rule.id: "、".join(form_of(letter.name).title for letter in letters) for rule, letters in sample_letters()},
    }


def _by_law(ids: tuple[str, ...]) -> list[str]:
    """Articles law by law, in the order in which the laws are cited, each law's in its own order."""
    laws = list(dict.fromkeys(id.rpartition("-")[0] for id in ids))
    return sorted(ids, key=lambda id: (laws.index(id.rpartition("-")[0]), int(id.rpartition("-")[2])))


def _exceptions(rule: Rule) -> list[str]:
    """What stands against it: the rule's exceptions and defences, and every condition that fails, but for the story that it is about."""
    against = (*rule.exceptions, *rule.defences, *((rule.story,) if isinstance(rule, PlatformRule) else ()), *rule.conditions)
    return [condition.fails for condition in against]
