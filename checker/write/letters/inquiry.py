"""A short question to the other side while a claim is still open: what it knows, and nothing that the reader does not."""

from checker.ask.facts import Facts
from checker.decide.verdict import Matter
from checker.kit import F
from checker.write.form import SELLER, LetterForm, Shown, never, nothing_stands_against_asking

SKELETON = """\
{% import "parts" as parts %}
{{ title }}

{{ to }}：

一、事实
{{ parts.listed(lines) | trim }}

二、请求
请对照记录答复。{{ asks_them }}

三、依据
这里只核对情况，不提出要求，也不放弃要求。

四、期限
请在{{ until | day("最后期限") }}以前答复。

五、附件
{{ parts.attachments(kinds, f, p) | trim }}

{{ parts.signed_if_true("询问人", f, p, now, in_app) | trim }}
"""
SHORT = """{{ opening }}请对照记录答复。{{ asks_them }}请在{{ until | day("最后期限") }}以前答复。"""


def _offered_unclaimed(matter: Matter, facts: Facts) -> bool:
    return matter.level == "needs_facts" and nothing_stands_against_asking(matter, facts)


LETTER = LetterForm(
    module=__name__,
    title="核对情况的询问",
    channel="平台的客服",
    to=SELLER,
    offered=never,
    offered_unclaimed=_offered_unclaimed,
    skeleton=SKELETON,
    short=SHORT,
    carried_by=(F.evidence, F.truthful),
    shown=Shown(place=12, story="open", lead="答案还不够、不能下结论的时候，先用这一份把情况问清楚。"),
)
