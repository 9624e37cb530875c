"""One respondent, one demand, facts and basis (投诉举报处理办法 10). Clues for a report do not belong in here."""

from checker.decide.acceptance import refused_for_sure
from checker.kit import F
from checker.write.checks import complaint_checks
from checker.write.form import AUTHORITY, Climb, LetterForm, Occasion, Shown
from checker.write.parts import TO_AN_AUTHORITY

SKELETON = """\
{% import "parts" as parts %}
{{ heading | default("12315 投诉书") }}

投诉人{{ "（监护人）" if by_guardian else "" }}：{{ p.buyer_name or blank("你的姓名") }}，电话：{{ p.buyer_contact or blank("联系方式") }}，地址：{{ blank("你的通讯地址") }}
被投诉人：{{ respondent }}，地址：{{ blank("被投诉人的地址，看执照或者平台公示") }}

一、事实
{{ parts.listed(lines) | trim }}
{% if why_the_platform %}
{{ why_the_platform }}
{% endif %}

二、请求
1. 请被投诉人{{ demanded }}。
{% if besides %}
2. 被投诉人故意告知虚假情况或者隐瞒真实情况，请另外赔偿{{ besides.amount_fen | money("三倍赔偿的金额") }}。相关凭证是{{ intent | join("、") }}。
{% endif %}
{% if arithmetic %}
{{ arithmetic }}
{% endif %}

三、依据
{{ parts.argued(basis, which) | trim }}

四、期限
{{ period | default("请在收到后 " ~ decision.words ~ "内告知是否受理，受理后组织调解。") }}

五、附件
{{ parts.attachments(kinds, f, p, true) | trim }}

{% if f.elsewhere == "none" %}
这件事没有在别处投诉过。
{% endif %}
{% if not by_guardian %}
{{ "本人为生活消费购买。" if f.purpose == "self" else blank("是自己或者家人用的，就写“本人为生活消费购买”，不是就空着") ~ "。" }}
{% endif %}
以上内容和附件属实，如有虚假，本人承担法律责任。
{{ parts.signed("投诉人（监护人）" if by_guardian else "投诉人", p, now) | trim }}
"""


def _offered(o: Occasion) -> bool:
    return o.others_in_turn and o.complaint_taken


LETTER = LetterForm(
    module=__name__,
    title="12315 投诉书",
    channel="全国 12315 平台",
    to=AUTHORITY,
    offered=_offered,
    checks=complaint_checks,
    then_elsewhere="12315",
    then_dated="complained_on",
    besides=True,
    has=("reasons", "respondent"),
    rung=Climb(
        place=3,
        when="申诉也被拒绝，或者没有下文",
        do="向 12315 投诉，或者请消费者协会调解，选一个",
        reply="refused",
        open=lambda facts, today: not refused_for_sure(facts, today),
    ),
    skeleton=SKELETON,
    short=TO_AN_AUTHORITY,
    carried_by=(F.evidence, F.purpose, F.stage, F.elsewhere),
    shown=Shown(
        place=7,
        story="appealed",
        lead="平台和商家都不解决，可以向 12315 投诉。一份只写一个被投诉人。提交以前核对下面几条：",
        with_checks=True,
    ),
)
