"""What a platform wanted to see besides."""

from checker.ask.stages import MORE_PROOF
from checker.kit import F
from checker.write.form import PLATFORM, LetterForm, Occasion, Shown
from checker.write.parts import OPENING, WANTED

SKELETON = """\
{% import "parts" as parts %}
补充凭证说明

{{ to }}：

一、事实
{{ parts.listed(lines) | trim }}
现在按要求补充凭证。

二、请求
{% if to_the_other_party %}
1. 请结合附件继续审核。{{ request }}
{% else %}
1. 请结合附件继续审核，支持以下要求：{{ demand }}。
{% endif %}
2. {{ their_records }}
3. 还需要别的凭证的，请一次写明是哪一样、要证明什么。
{% if arithmetic %}
{{ arithmetic }}
{% endif %}

三、依据
{{ parts.argued(basis, which) | trim }}

四、期限
请在{{ until | day("最后期限") }}以前书面答复。不同意的，请写明理由、依据的条款和相关记录。

五、附件
{{ parts.attachments(kinds, f, p) | trim }}

以上内容属实。
{{ parts.signed("申请人（监护人）" if by_guardian else "申请人", p, now, in_app) | trim }}
"""


def _offered(o: Occasion) -> bool:
    return o.stage is MORE_PROOF


LETTER = LetterForm(
    module=__name__,
    title="补充凭证说明",
    channel="平台要求补材料的地方",
    to=PLATFORM,
    offered=_offered,
    skeleton=SKELETON,
    short=OPENING + WANTED,
    carried_by=(F.evidence,),
    shown=Shown(place=3, story="more_proof", lead="平台说材料不够、截图看不清的时候，用这一种。它同时请平台写明还要什么。"),
)
