"""Goods that did not come, are not what was sold, do not work, or stop working early."""

from checker.kit import Family, Group, Objection

GROUP = Group(
    module=__name__,
    anchor="fault",
    title="商品或交付有问题",
    lead="没到账、不相符、用不了、提前停，责任在对方。",
    families=(
        Family("arrival", "没到、少了、晚了", "付了款，东西没有按时、按数到。"),
        Family("quality", "不一样、用不了", "东西到了，和说好的不一样，或者用不了。"),
        Family("afterwards", "中途停了、被收回", "开始是好的，后来停了、被扣回、被找回。"),
        Family("seller", "没资质、没做好、人不见了", "问题出在卖的人、做的人身上。"),
    ),
)

TRIED_ONLY_LATER = "有没有问题，要用了才知道，几个小时只够看外表。请就问题本身答复。"

ALL_SALES_FINAL = Objection(
    "虚拟商品一经售出，概不退换。",
    "这句话挡不住质量不符、不能用的情形。排除消费者主要权利的格式条款无效，请就商品本身的问题答复。",
    "final",
)
