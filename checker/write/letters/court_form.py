"""The courts' form for a suit over a sale, filled in as far as answers go (要素式起诉状, 买卖合同纠纷; `shared/facts/court-form.md` says from where)."""

from checker.kit import F
from checker.write.checks import lawsuit_checks
from checker.write.court_form import fits_the_form
from checker.write.form import COURT, LetterForm, Occasion, Shown
from checker.write.letters.lawsuit import offered
from checker.write.parts import TO_AN_AUTHORITY

SKELETON = """\
{% import "parts" as parts %}
民事起诉状（买卖合同纠纷，要素式）

各项的措辞和次序按公开的转述整理，没有核对过官方的原件，以法院的表为准。没有勾的，自己核对以后再勾。

一、当事人
原告（自然人）：{{ blank("姓名、性别、出生日期、民族、工作单位、职务、电话、住所地、经常居住地、证件类型和号码") }}
被告：{{ respondent }}，{{ blank("被告的住所地、注册地、法定代表人、统一社会信用代码、类型，看执照公示") }}
第三人：{{ blank("没有就写“无”") }}
委托诉讼代理人：{{ "有" | box(false) }} {{ "无" | box(false) }}。
送达地址：{{ blank("地址、收件人、电话") }}；接受电子送达：{{ "是" | box(false) }} {{ "否" | box(false) }}。

二、诉讼请求
1. 给付价款、2. 迟延给付价款的利息：由出卖人填写，原告是买受人，不填。
3. 赔偿因卖方违约所受的损失：{% if besides %}支付赔偿金{{ court.damages_fen | money("赔偿金额") }}{% else %}不主张{% endif %}；违约类型：{{ "迟延履行" | box(besides and court.late) }} {{ "不履行" | box(besides and court.not_performed) }} {{ "其他" | box(besides and court.defect) }}。
4. 对标的物的瑕疵承担责任：{{ "是" | box(court.defect) }} {{ "否" | box(false) }}；{{ "修理" | box(false) }} {{ "重作" | box(false) }} {{ "更换" | box(court.replace) }} {{ "退货" | box(court.hand_back) }} {{ "减少价款或者报酬" | box(court.reduce) }} {{ "其他" | box(false) }}。
5. 继续履行或者解除合同：{{ "继续履行" | box(court.go_on) }} {{ "判令解除买卖合同" | box(court.terminate) }} {{ "确认买卖合同已经解除" | box(false) }}。
6. 担保权利：{{ "有" | box(false) }} {{ "无" | box(false) }}。
7. 实现债权的费用：{{ blank("没有就写“无”") }}。
8. 诉讼费用由被告承担：{{ "是" | box(true) }} {{ "否" | box(false) }}。
9. 其他请求：请求判令被告{{ demanded }}。
10. 标的总额：{{ court.total }}。
11. 请求依据：合同约定见订单和页面；法律规定见第四部分第 23 项。
{% if arithmetic %}
{{ arithmetic }}
{% endif %}

三、约定管辖和诉前保全
有没有仲裁、法院管辖的约定：{{ blank("看协议里有没有，有就照抄") }}
诉前保全：{{ "是" | box(false) }} {{ "否" | box(false) }}。

四、事实与理由
1. 合同的签订情况：{{ court.signed }}在{{ t.place }}下单，订单编号{{ t.order_no }}。
2. 签订主体：出卖人{{ respondent }}，买受人{{ p.buyer_name or blank("你的姓名") }}。
3. 标的物情况：{{ t.goods }}，{{ blank("规格、数量，照订单写") }}。
4. 价格及支付方式：{{ court.price }}；{{ "一次性" | box(false) }} {{ "分期" | box(false) }}。
5. 交货时间、地点、方式：{{ court.promised or blank("约定什么时候、交到哪个账号，没有约定就写“没有约定”") }}
6. 质量标准及检验方式、质量异议期限：{{ court.quality or blank("页面写的标准和期限，没有就写“没有约定”") }}
7. 违约金（定金）：{{ blank("没有约定就写“无”") }}
8. 价款支付及标的物交付情况：价款已经支付。{{ court.delivered }}
9. 迟延履行：{{ "逾期交货" | box(court.late) }}。
10. 催促过履行：{{ "是" | box(court.urged != "") }} {{ "否" | box(false) }}。{{ court.urged }}
11. 有质量争议：{{ "有" | box(court.defect) }} {{ "无" | box(false) }}。
12. 质量规格或者履行方式不符合约定：{{ "是" | box(court.defect) }} {{ "否" | box(false) }}。
13. 曾就质量问题协商：{{ "是" | box(court.defect and court.urged != "") }} {{ "否" | box(false) }}。
14. 应当支付的利息、违约金、赔偿金：{% if besides %}赔偿金{{ court.damages_fen | money("赔偿金额") }}，算法见第二部分{% else %}不主张{% endif %}。
15 至 20. 担保：{{ "有" | box(false) }} {{ "无" | box(false) }}。
21. 其他需要说明的内容，经过如下：
{{ parts.listed(lines) | trim }}
22. 证据清单：
{{ parts.evidence_list(kinds, f, p) | trim }}
在对方手里的记录，申请法院责令提交。{{ their_records }}
23. 法律规定：
{{ parts.argued(basis, which) | trim }}

五、对纠纷解决方式的意愿
了解调解：{{ "是" | box(false) }} {{ "否" | box(false) }}；考虑先行调解：{{ "是" | box(false) }} {{ "否" | box(false) }} {{ "暂不确定" | box(false) }}。

六、落款
以上内容属实。
具状人（签字、盖章）：{{ blank("打印以后亲笔签名") }}
日期：{{ now.date() | chinese_date if now else blank("今天的日期") }}
"""


def _offered(o: Occasion) -> bool:
    in_the_sellers_place = any(each.in_the_sellers_place for each in o.matter.supports)
    return offered(o) and fits_the_form(o.rule, o.facts) and not in_the_sellers_place


LETTER = LetterForm(
    module=__name__,
    title="要素式起诉状",
    channel="有管辖权的基层法院，和起诉状要点选一份",
    to=COURT,
    sent="我今天递交了起诉状",
    offered=_offered,
    checks=lawsuit_checks,
    then_elsewhere="court",
    besides=True,
    has=("reasons", "respondent"),
    skeleton=SKELETON,
    short=TO_AN_AUTHORITY,
    carried_by=(F.evidence, F.stage),
    shown=Shown(
        place=18,
        story="appealed",
        lead="法院有示范文本的，用它的。这一份照公开转述的项目排列，只勾答案说了的，其余留给你核对。没有核对过官方原件，以法院给的表为准。",
    ),
)
