"""The answer to a refusal, reason by reason."""

from checker.kit import F
from checker.write.form import PLATFORM, Climb, LetterForm, Occasion, Shown
from checker.write.parts import OPENING, WANTED

SKELETON = """\
{% import "parts" as parts %}
{% set again = "再次" if f.stage in ("appeal_refused", "partial_final") else "重新" if f.refused_by in ("platform", "machine") else "" %}
申诉

{{ to }}：

一、事实
{{ parts.listed(lines) | trim }}
本人不同意这样处理。
{% for reason, answer in replies %}
关于{{ reason }}这一点：{{ answer }}
{% endfor %}

二、请求
{% if to_the_other_party %}
1. 请{{ again }}审核。{{ request }}
{% else %}
1. {{ "拒绝的是卖家，请平台介入，对照双方的凭证作出判断" if f.refused_by == "shop" and f.stage == "refused" else "请" ~ again ~ "审核" }}，支持以下要求：{{ demand }}。
{% endif %}
2. {{ their_records }}
{% if f.stage in ("partial_offer", "partial_final", "partly_paid") %}
3. 请书面说明只退一部分的理由和算法。
{% elif asks_besides %}
3. {{ asks_besides }}
{% endif %}
{% if arithmetic %}
{{ arithmetic }}
{% endif %}

三、依据
{% if not to_the_other_party %}
对卖家的要求，依据：
{% endif %}
{{ parts.argued(basis, which) | trim }}

四、期限
{{ appeal_term }}请在{{ until | day("最后期限") }}以前书面答复。不同意的，请写明事实、理由和依据的条款。{{ otherwise }}

五、附件
{{ parts.attachments(kinds, f, p) | trim }}

以上内容属实。
{{ parts.signed("申诉人（监护人）" if by_guardian else "申诉人", p, now, in_app) | trim }}
"""
DISAGREE = '{{ {"partial_offer": "只答应退一部分，本人不同意，请审核。", "partial_final": "只答应退一部分，本人不同意，请再次审核。", "partly_paid": "只退了一部分，本人不同意，请审核。"}.get(f.stage, ("要求" if goods_wanted else "退款") ~ "被拒绝，本人不同意，请" ~ ("再次" if f.stage == "appeal_refused" else "重新" if f.refused_by in ("platform", "machine") else "") ~ "审核。") }}'


def _offered(o: Occasion) -> bool:
    return o.refused


LETTER = LetterForm(
    module=__name__,
    title="申诉",
    channel="平台的申诉入口",
    to=PLATFORM,
    offered=_offered,
    by_rule=True,
    has=("reasons", "review"),
    rung=Climb(
        place=2,
        when="对方拒绝，或者只答应一部分",
        do="一条一条回它的理由，要求复核",
        reply="refused",
        if_offered=True,
        open=lambda facts, today: not facts.past_any_platform,
    ),
    skeleton=SKELETON,
    short=OPENING + DISAGREE + WANTED,
    carried_by=(F.evidence, F.refused_by, F.stage),
    shown=Shown(place=4, story="refused", lead="平台拒绝以后用这一种。对着拒绝的原话回，要求平台拿出记录。"),
)
