"""A clause that goods count as good where nobody complains within hours."""

from checker.ask.problems import problems_that
from checker.ask.refusal_grounds import SILENCE
from checker.kit import Condition, Due, F, SupportRule, cite
from checker.kit.conditions import MAYBE_CONSUMER, ONLY_CONTRACT
from checker.kit.deadlines import latest_notice
from checker.rules.support import they_said

RULE = SupportRule(
    module=__name__,
    title="“几小时内不反馈就算合格”不当然有效",
    meaning="约定了检验期限的，要在期限里提出；期限过短的，只当作看外表的期限。卡密有没有被用过，光看看不出来。没有约定的，在合理期限里提出，一般最长两年，有质量保证期的看保证期。对方知道或者应当知道不符合的，不受这些限制。所以发现问题就马上书面提出。",
    because="几小时里查不完的，反馈期只能算看外表的期限。卡密有没有问题，要用了才知道。",
    also_called=("不反馈视为合格", "过期视为合格"),
    place=4,
    family="clauses",
    story=they_said(SILENCE, "对方用“过了几小时没反馈就算合格”来拒绝"),
    conditions=(
        Condition("说的是收到的东西有问题", F.problem.has(*problems_that(lambda problem: problem.about_what_came)), "你说的不是这种情况。"),
    ),
    cites=(
        cite("mfd-620", "mfd-621", "mfd-622"),
        cite("wxf-1", when=MAYBE_CONSUMER),
        cite("mfd-497", when=ONLY_CONTRACT),
    ),
    deadlines=(Due(period="inspection_longest", row=latest_notice),),
    told_with="reasons",
)
