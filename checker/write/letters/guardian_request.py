"""A guardian asks for what a child, or a ward who is of age, paid."""

from checker.ask.stages import PARTLY_PAID
from checker.kit import F
from checker.write.form import SELLER, LetterForm, Occasion, Shown
from checker.write.parts import OPENING, WANTED

SKELETON = """\
{% import "parts" as parts %}
监护人退款申请

{{ to }}：

一、事实
{{ parts.listed(lines) | trim }}
核实身份要看的材料，本人在官方的核实入口提供。

二、请求
1. {{ request }}
2. {{ their_records }}
{% if arithmetic %}
{{ arithmetic }}
{% endif %}

三、依据
{{ parts.argued(basis, which) | trim }}

四、期限
请在{{ until | day("最后期限") }}以前书面答复并处理。只退一部分的，请写明理由和算法。{{ otherwise }}

五、附件
{{ parts.attachments(kinds, f, p) | trim }}

以上内容属实。
{{ parts.signed("申请人（监护人）", p, now) | trim }}
"""


def _offered(o: Occasion) -> bool:
    return o.rule.by_guardian and (not o.refused or o.stage is PARTLY_PAID)


LETTER = LetterForm(
    module=__name__,
    title="监护人退款申请",
    channel="商家和平台的退款入口或客服",
    to=SELLER,
    offered=_offered,
    asks=True,
    by_rule=True,
    seller_missing="店铺名称，游戏公司也可以",
    skeleton=SKELETON,
    short=OPENING + WANTED,
    carried_by=(F.evidence,),
    shown=Shown(place=10, story="child", lead="孩子付的钱，由监护人提出。", with_story=True),
)
