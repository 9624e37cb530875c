"""Somebody paid who could not decide on it alone: a child, or a family member who can not tell what they do."""

from checker.kit import Group

GROUP = Group(
    module=__name__,
    anchor="other",
    title="孩子、失智的家人付的",
    lead="和商品好坏没有关系。",
)
