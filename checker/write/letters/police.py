"""What a swindled reader tells the police; or, where money from fraud was topped up, explains to them."""

from checker.kit import F
from checker.write.form import POLICE, LetterForm, Occasion, Shown

SKELETON = """\
{% import "parts" as parts %}
{{ title }}

{{ blank("派出所名称，打 110 时问清") }}：

一、事实
{{ "说明人" if explains else "报案人" }}：{{ p.buyer_name or blank("你的姓名") }}，身份证件到场出示。
{% if explains %}
本人于{{ f.paid_on | day("付款日期") }}在{{ p.platform_name or blank("平台名称") }}购买代充，付款{{ f.paid_fen | money("付款金额") }}{{ paid_by }}，订单编号{{ (" " ~ p.order_no) if p.order_no else blank("订单编号") }}。充值已经到账。
{{ reported }}
{% elif payer_answers %}
本人的账户于{{ f.paid_on | day("付款日期") }}发生一笔付款，金额{{ f.paid_fen | money("付款金额") }}{{ paid_by }}，交易单号{{ (" " ~ p.pay_no) if p.pay_no else blank("交易单号") }}，不是本人操作。
{% if f.how_taken == "gave_code" %}
此前有人用欺骗的办法取得了付款需要的信息。经过是{{ blank("什么时间、用什么说法、在哪个软件、给出了什么") }}。
{% endif %}
{% else %}
{{ reported }}
每一笔付款：{% if f.channel == "not_paid" %}还没有付款{% else %}{{ blank("日期、金额、收款账户，一笔一行") }}{% endif %}{% if f.paid_fen is not none and f.channel != "not_paid" %}，合计 {{ f.paid_fen | yuan }}{% endif %}{% if f.channel != "not_paid" %}{{ paid_by }}{% endif %}。
{% endif %}
对方的信息：{{ blank("网址、账号昵称、手机号、收款账户，知道多少写多少") }}

二、请求
{% if explains %}
1. 请记录本人的说明。本人愿意提供订单、付款记录和聊天记录，配合调查。
2. 请告知这项限制由哪个部门作出、怎样申诉。
{% elif f.channel == "not_paid" %}
1. 请记录这条线索，告知是否属于诈骗。
{% else %}
1. 请受理，并出具回执。
2. 请对收款账户紧急止付、查询流向。
{% endif %}

三、依据
{{ "由公安机关依法认定。" if explains or payer_answers else basis ~ "。" }}

四、期限
越早越好，带着手机和身份证件当天去。

五、附件
{{ parts.attachments(kinds, f) | trim }}

{{ "以上内容属实。" if f.truthful == "yes" else blank("逐条核对，都是实际发生的，再写上“以上内容属实”") }}
{{ parts.signed("说明人" if explains else "报案人", p, now) | trim }}
"""
REPORT = """{{ "说明情况" if explains else "报案" }}：{{ f.paid_on | chinese_date if f.paid_on else "" }}{{ "这笔付款不是本人操作。" if payer_answers else reported_in_short }}{{ ("付款 " ~ f.paid_fen | yuan ~ paid_by ~ "。") if f.paid_fen is not none and f.channel != "not_paid" else "" }}{{ "请告知怎样说明情况、怎样申诉。" if explains else "请告知是否属于诈骗。" if f.channel == "not_paid" else "请受理，对收款账户紧急止付。" }}"""


def _offered(o: Occasion) -> bool:
    return o.payer_answers


LETTER = LetterForm(
    module=__name__,
    title="报警材料提纲",
    channel="公安机关，当面说明时带着",
    to=POLICE,
    sent=None,
    offered=_offered,
    by_rule=True,
    title_to_explain="情况说明提纲",
    skeleton=SKELETON,
    short=REPORT,
    carried_by=(F.channel, F.evidence, F.how_taken, F.paid_fen, F.paid_on, F.truthful),
    shown=Shown(place=11, story="scammed", lead="正在被骗、被盗刷，不写退款申请，先报警。", with_story=True),
)
