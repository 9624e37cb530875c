"""Which rules stand on one page together: the families of a group, or the group itself where it has none."""

from dataclasses import dataclass
from functools import cache

from checker.kit.rule import Family, Group, Rule
from checker.rules import GROUPS, PLATFORM_RULES, RULES, SUPPORTS


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPage:
    """A page of rules, and the rules on it in their order."""

    group: Group
    family: Family
    rules: tuple[Rule, ...]

    @property
    def path(self) -> str:
        """Its file, seen from ``docs/``."""
        return f"rules/{self.family.name}.md"


def rules_of(group: Group) -> list[Rule]:
    """The rules of one group, in the order in which pages show them."""
    return sorted((rule for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES) if rule.group == group.name), key=lambda rule: rule.place)


@cache
def family_pages() -> tuple[FamilyPage, ...]:
    """Every page of rules, in the order of the groups."""
    return tuple(
        FamilyPage(
            group=group, family=family, rules=tuple(rule for rule in rules_of(group) if not group.families or rule.family == family.name)
        )
        for group in GROUPS
        for family in group.families or (Family(group.name, group.title, group.lead),)
    )


@cache
def page_of_rule() -> dict[str, FamilyPage]:
    """The page of each rule, by the rule's id."""
    return {rule.id: page for page in family_pages() for rule in page.rules}
