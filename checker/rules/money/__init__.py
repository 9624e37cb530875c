"""Money taken without a basis: charged twice or too much, renewed without notice, added by a tick, kept as balance."""

from checker.kit import Group

GROUP = Group(module=__name__, anchor="money", title="多扣的钱和预存的钱", lead="钱扣多了，或者存着退不出来。")
