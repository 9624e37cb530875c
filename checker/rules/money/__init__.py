"""Money taken without a basis: charged twice or too much, renewed without notice, added by a tick, kept as balance."""

from checker.kit import Family, Group

GROUP = Group(
    module=__name__,
    anchor="money",
    title="多扣的钱和预存的钱",
    lead="钱扣多了，或者存着退不出来。",
    families=(
        Family("charged", "多扣、续费、付错人", "不该扣的扣了，或者付给了不该收的人。"),
        Family("prepaid", "预存的钱、押金", "钱存在对方那里，退不出来。"),
    ),
)
