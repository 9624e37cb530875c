"""To the platform where a shop does not answer: step in, name the seller, hold the payout (消法 44, 电商法 38, 61, 62)."""

from checker.ask.questions.order import ON_A_PLATFORM
from checker.ask.stages import ASKED_WAITING, COMPLAINED, OUTSIDE
from checker.kit import F
from checker.write.addressee import only_the_platform_answers
from checker.write.form import PLATFORM, LetterForm, Occasion, Shown
from checker.write.parts import OPENING

SKELETON = """\
{% import "parts" as parts %}
{{ title }}

{{ to }}：

一、事实
{{ parts.listed(lines) | trim }}

二、请求
1. 请介入处理，支持以下要求：{{ demand }}。
2. 请提供这笔订单的交易、交付和沟通记录。
{% if f.money_held != "released" %}
3. 这笔款还没有结算给卖家的，处理完以前请暂缓结算。
{% endif %}
{% if names_wanted %}
{{ 3 if f.money_held == "released" else 4 }}. 请提供卖家的真实名称、地址和有效联系方式。
{% endif %}
{% if arithmetic %}
{{ arithmetic }}
{% endif %}

三、依据
{% if platform_basis %}
请平台做的，依据：
{% for each in platform_basis %}
{{ loop.index }}. {{ each.words }}
{% endfor %}
{% endif %}
对卖家的要求，依据：
{{ parts.argued(basis, which) | trim }}

四、期限
请在{{ until | day("最后期限") }}以前书面答复处理结果。{{ otherwise }}

五、附件
{{ parts.attachments(kinds, f, p) | trim }}

以上内容属实。
{{ parts.signed("申请人（监护人）" if by_guardian else "申请人", p, now, in_app) | trim }}
"""
STEP_IN = """卖家没有解决，请平台介入，支持以下要求：{{ demand }}。{{ "" if f.money_held == "released" else "还没有结算给卖家的，请暂缓结算。" }}请在{{ until | day("最后期限") }}以前答复。"""


def _offered(o: Occasion) -> bool:
    on_a_platform = o.facts.seller_kind in ON_A_PLATFORM and not o.facts.past_any_platform
    return on_a_platform and o.stage in (ASKED_WAITING, OUTSIDE, COMPLAINED) and not only_the_platform_answers(o.facts)


LETTER = LetterForm(
    module=__name__,
    title="请平台介入",
    channel="平台的介入、仲裁或者投诉入口",
    to=PLATFORM,
    offered=_offered,
    asks=True,
    skeleton=SKELETON,
    short=OPENING + STEP_IN,
    carried_by=(F.evidence, F.money_held),
    shown=Shown(place=14, story="shop_silent", lead="店铺不回复、推给别人的时候，请平台介入，用这一份。它请平台暂缓结算、说出卖家是谁。"),
)
