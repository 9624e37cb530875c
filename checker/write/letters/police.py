"""What a swindled reader tells the police; or, where money from fraud was topped up, explains to them."""

from checker.ask.facts import Facts
from checker.decide.verdict import Matter
from checker.kit import F
from checker.write.context import report_of
from checker.write.form import POLICE, LetterForm, Occasion, Shown

SKELETON = """\
{% import "parts" as parts %}
{{ title }}

{{ blank("派出所名称，打 110 时问清") }}：

一、事实
{{ report.by }}：{{ p.buyer_name or blank("你的姓名") }}，身份证件到场出示。
{{ parts.listed(lines) | trim }}
对方的信息：{{ blank("网址、账号昵称、手机号、收款账户，知道多少写多少，网址照抄、点写成[.]，截图另附") }}
已经做的：{{ blank("例如几点几分联系了支付方、运营商，改了密码，存了记录，没有就写没有") }}

二、请求
{{ report.asks.words(t) }}

三、依据
由公安机关依法认定。

四、期限
请尽快处理。

五、附件
{{ parts.attachments(kinds, f, p, true) | trim }}

{{ parts.signed_if_true(report.by, f, p, now) | trim }}
"""
REPORT = """{{ report.announced }}：{{ report.in_short.words(t) }}{{ report.paid_in_short.words(t) }}{{ report.asks_in_short.words(t) }}"""


def _offered(o: Occasion) -> bool:
    return o.rule.report is not None


def _offered_unclaimed(matter: Matter, facts: Facts) -> bool:
    return facts.truthful != "no" and report_of(matter) is not None


LETTER = LetterForm(
    module=__name__,
    title="报警材料提纲",
    channel="公安机关，当面说明时带着",
    to=POLICE,
    sent=None,
    offered=_offered,
    offered_unclaimed=_offered_unclaimed,
    by_rule=True,
    skeleton=SKELETON,
    short=REPORT,
    carried_by=(F.evidence, F.truthful),
    shown=Shown(place=11, story="scammed", lead="正在被骗、被盗刷，不写退款申请，先报警。", with_story=True),
)
