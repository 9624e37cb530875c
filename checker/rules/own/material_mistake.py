"""A mistake so grave that a court can revoke (民法典 147)."""

from checker.kit import ClaimRule, Condition, Evidence, F, Objection, Sentence, Telling, Use, cite, to
from checker.kit.deadlines import FOR_MISTAKE
from checker.kit.remedies import REFUND_ALL
from checker.rules.own import ELSEWHERE, OWN, OWN_SLIP, TIME_TO_REVOKE, TOO_LATE_TO_REVOKE, USED_UP


def _happened(t: Telling) -> str:
    what = {"account": "填错了充值的对象", "amount": "看错了数字", "item": "买错了商品"}[t.f.slip or ""]
    return f"本人下单时{what}，和本来要买的差得很远，看清了不会下单。"


RULE = ClaimRule(
    module=__name__,
    title="看错得很远，重大误解",
    meaning="把单位、数量、对象看错，差得很远，看清了一般谁也不会买，可以算重大误解。看错要由你证明。要在知道看错以后九十日内，请求法院或者仲裁机构撤销，平台自己不能撤销也不会认。发现以后马上说、东西没有用掉的，较有把握；只是后悔的不算。",
    because="看错得很远，东西也没有用掉的，可以先要求取消。对方不同意的，在知道看错以后九十日内请求法院撤销。",
    also_called=(
        "看错单位",
        "多打一个零",
        "看成金币",
    ),
    place=2,
    family="slip",
    story=OWN_SLIP,
    conditions=(
        Condition("说得出错在哪里", F.slip.is_(*OWN), "错在哪里说不出来。"),
        Condition("差得很远，看清了绝不会买", F.slip_grave.is_("yes"), "差得不远，或者东西没有买错，算不上重大误解。"),
    ),
    defences=(ELSEWHERE, USED_UP, TOO_LATE_TO_REVOKE),
    cites=(cite("mfd-147", "mfd-152", "mfd-157", "zzjs-19"),),
    deadlines=TIME_TO_REVOKE,
    remedy=REFUND_ALL,
    proof=(
        Evidence("listing"),
        Evidence("order"),
        Evidence("chat", "发现以后马上说了", "下单后第一句联系客服的话，带时间"),
    ),
    happened=Sentence(_happened, F.slip),
    in_short=Sentence("下单时看错，和本来要买的差得很远"),
    their_records=Sentence("认为不是看错的，请提供下单那一步的页面。"),
    use=Use(),
    answers=(
        to("final", say="重大误解可以请求法院撤销，这句话不能排除。"),
        to("own_fault", say="看错是本人的，本人没有否认。差得很远的，可以请求法院撤销。"),
    ),
    objections=(Objection("充值成功，一概不退。", "本人看错得很远。协商不成的，本人将请求法院撤销。"),),
    court_only=True,
    revocation=FOR_MISTAKE,
)
