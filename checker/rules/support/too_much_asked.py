"""A photograph of the identity card or a scan of the face is asked for before anything is paid back."""

from checker.ask.refusal_grounds import ID_WANTED
from checker.kit import SupportRule, cite
from checker.rules.support import they_said

RULE = SupportRule(
    module=__name__,
    title="退款先交身份证照片、人脸",
    meaning="商家不能借退款过度收集个人信息。确实要核实付款的人，可以用订单、账单、原账户来核实。交身份证照片、人脸以前，先问清用途、怎么保存、有没有别的办法。",
    because="退款核实身份，不能过度收集个人信息，可以要求换别的核实办法。",
    also_called=("要身份证照片", "要刷脸才退"),
    place=7,
    family="clauses",
    story=they_said(ID_WANTED, "对方要先交身份证照片、人脸才退"),
    cites=(cite("xfzss-23"),),
    conduct_on=("refused_on",),
    told_with="reasons",
)
