"""Main points for a statement of claim; the court's own form goes first where it has one (民事诉讼法 124)."""

from checker.decide.acceptance import may_be_late
from checker.kit import F
from checker.write.checks import lawsuit_checks, revocations
from checker.write.form import COURT, Climb, LetterForm, Occasion, Shown
from checker.write.parts import TO_AN_AUTHORITY

SKELETON = """\
{% import "parts" as parts %}
起诉状要点

原告{{ "（由监护人代理）" if by_guardian else "" }}：{{ blank("姓名、性别、出生日期、民族、工作单位、住所、身份证件") }}，联系方式：{{ p.buyer_contact or blank("联系方式") }}
被告：{{ respondent }}，{{ blank("被告的住所、身份证件号码和联系方式") if f.seller_kind == "individual" else blank("被告的住所、法定代表人和联系方式，看营业执照公示") }}

案由：{{ cause }}，由法院确定
管辖：{{ venue }}

一、事实
{{ parts.listed(lines) | trim }}
{% if in_the_sellers_place %}
{{ why_the_platform }}
{% endif %}
{% if by_guardian %}
{{ ward }}
{% endif %}
{% for reason, answer in replies %}
拒绝的理由大意是{{ reason }}，本人不认可。{{ answer }}
{% endfor %}

二、请求
{% if revokes %}
1. 请求撤销这笔订单，判令被告{{ demanded }}。
{% elif voids %}
1. 请求确认合同无效，判令被告{{ demanded }}。
{% elif dissolves %}
1. 判令解除原告和被告之间的合同，被告{{ demanded }}。
{% else %}
1. 判令被告{{ demanded }}。
{% endif %}
{% if besides %}
2. 被告故意告知虚假情况或者隐瞒真实情况，判令被告另外赔偿{{ besides.amount_fen | money("三倍赔偿的金额") }}。相关凭证是{{ intent | join("、") }}。
3. 诉讼费用由被告负担。
{% else %}
2. 诉讼费用由被告负担。
{% endif %}
{% if arithmetic %}
{{ arithmetic }}
{% endif %}

三、依据
{{ parts.argued(basis, which) | trim }}

四、附件（证据目录）
{{ parts.evidence_list(kinds, f, p) | trim }}
在对方手里的记录，申请法院责令提交。{{ their_records }}

此致
{{ blank("哪一个法院") }}

以上内容属实。
{{ parts.signed("具状人", p, now) | trim }}
"""


def offered(o: Occasion) -> bool:
    """Whether it is time for a court."""
    if o.step.to_a_court:
        return True
    no_other_way = o.stage.at_an_end or not o.complaint_taken or may_be_late(o.matter.complaint)
    return o.others_in_turn and (no_other_way or bool(revocations(o.matter)))


LETTER = LetterForm(
    module=__name__,
    title="起诉状要点",
    channel="有管辖权的基层法院",
    to=COURT,
    sent="我今天递交了起诉状",
    offered=offered,
    checks=lawsuit_checks,
    then_elsewhere="court",
    besides=True,
    has=("reasons", "respondent"),
    rung=Climb(place=4, when="谈不成，别的路都走过了", do="向法院起诉", reply="refused"),
    skeleton=SKELETON,
    short=TO_AN_AUTHORITY,
    carried_by=(F.evidence, F.seller_kind, F.stage),
    shown=Shown(
        place=9, story="appealed", lead="申诉、投诉都没有结果，可以起诉，没有最低金额。法院有示范文本的，用法院的，把下面的要点填进去。"
    ),
)
