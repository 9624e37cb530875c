"""The first written request, or the same again with a day in it."""

from checker.kit import F
from checker.write.form import SELLER, LetterForm, Occasion, Shown
from checker.write.parts import OPENING, WANTED

SKELETON = """\
{% import "parts" as parts %}
{{ title }}

{{ to }}：

一、事实
{{ parts.listed(lines) | trim }}

二、请求
{{ request }}
{% if arithmetic %}
{{ arithmetic }}
{% endif %}
{{ their_records }}

三、依据
{{ parts.argued(basis, which) | trim }}

四、期限
请在{{ until | day("最后期限") }}以前书面答复并处理。{{ "" if only_to_be_paid else "不同意的，请写明理由、依据的条款和相关记录。" }}{{ otherwise }}

五、附件
{{ parts.attachments(kinds, f, p) | trim }}

以上内容属实。
{{ parts.signed("申请人", p, now, in_app) | trim }}
"""


def _offered(o: Occasion) -> bool:
    return not o.rule.by_guardian and not o.refused


LETTER = LetterForm(
    module=__name__,
    title="退款申请",
    channel="平台的退款入口或客服",
    to=SELLER,
    offered=_offered,
    asks=True,
    by_rule=True,
    title_for_goods="请照原订单办",
    skeleton=SKELETON,
    short=OPENING + WANTED,
    carried_by=(F.evidence,),
    shown=Shown(place=2, story="first", lead="从平台的退款入口提交，或者要留下书面记录的时候，用这一种。"),
)
