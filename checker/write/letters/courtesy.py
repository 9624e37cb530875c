"""A polite request where the law supports no claim: it asks, says that it claims no right, and gives none away."""

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
{{ mildly }}

二、请求
{% if still_to_come %}
请告知预计什么时候到账。
{% else %}
想请帮个忙，办不到也请告知：{{ blank("想要什么，例如退还、换一件、转到要用的账号") }}。
{% endif %}

三、依据
这是商量，不主张权利，也不放弃权利。

四、期限
请在{{ until | day("最后期限") }}以前答复。

五、附件
{{ parts.attachments(kinds, f, p) | trim }}

{{ parts.signed_if_true("请求人", f, p, now, in_app) | trim }}
"""
SHORT = """{{ opening }}{{ mildly }}{% if still_to_come %}请告知预计什么时候到账。{% else %}想请帮个忙，办不到也请告知：{{ blank("想要什么，例如退还、换一件、转到要用的账号") }}。{% endif %}这是商量，不主张权利，也不放弃权利。请在{{ until | day("最后期限") }}以前答复。"""


def _offered_unclaimed(matter: Matter, facts: Facts) -> bool:
    return matter.level == "not_supported" and nothing_stands_against_asking(matter, facts)


LETTER = LetterForm(
    module=__name__,
    title="协商请求",
    channel="平台的客服",
    to=SELLER,
    offered=never,
    offered_unclaimed=_offered_unclaimed,
    skeleton=SKELETON,
    short=SHORT,
    carried_by=(F.evidence, F.truthful),
    shown=Shown(place=13, story="slipped", lead="法律上没有依据、想客气地问一句的时候，用这一份。它不主张权利，对方可以不答应。"),
)
