"""A clause that nothing is taken back once it is sold."""

from checker.ask.refusal_grounds import FINAL
from checker.kit import SupportRule, cite
from checker.rules.support import they_said

RULE = SupportRule(
    module=__name__,
    title="“一经售出概不退换”挡不住",
    meaning="排除主要权利的格式条款无效，没有提示或者没有说明的，可以主张不算数。去掉这句话，还要看商品本身有没有问题，不是当然能退。",
    because="“一经售出概不退换”排除了主要权利，挡不住商品本身的问题。",
    also_called=("概不退换", "不退不换", "最终解释权"),
    place=3,
    family="clauses",
    story=they_said(FINAL, "对方用“一经售出、概不退换”来拒绝"),
    cites=(cite("xfz-26", "mfd-496", "mfd-497", "htjs-10"),),
    told_with="reasons",
)
