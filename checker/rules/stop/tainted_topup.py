"""What was topped up is said to be money from fraud, and the number or account was shut."""

from checker.ask.goods import DIRECT_TOPUP
from checker.ask.problems import STOPPED_EARLY
from checker.ask.routes import SCAM
from checker.kit import Act, Caution, F, Report, Sentence, StopRule, Telling, blank, cite, computed, day, paid, paid_by, reading, story

ACTS = (
    Act(what="向公安说明情况，带上订单、付款记录和卖家信息。不要说没到账"),
    Act(what="问运营商或平台，停机、冻结的是哪个部门、怎么申诉"),
    Act(what="停止在这家充值，聊天记录不要删"),
)

SIGNS = {"cheap", "password", "slow"}
"""Signs of such money, of which one alone says little."""
SIGNS_SEEN = reading(F.topup_signs, when=F.goods.is_(DIRECT_TOPUP))


def _reported(t: Telling) -> str:
    not_told = t.f.topup_signs is not None and "told" not in t.f.topup_signs
    bought = f"本人于{day(t.f.paid_on, '付款日期')}在{t.platform}购买代充，付款{paid(t.f)}{paid_by(t.f)}，订单编号{t.order_no}。"
    stopped = f"后来{blank('哪个号码、账号')}被限制使用，理由是充入的款项涉嫌诈骗。{'卖家没有说过款项的来路。' if not_told else ''}"
    return f"{bought}充值已经到账。\n{stopped}"


RULE = StopRule(
    module=__name__,
    route=SCAM,
    title="充进来的钱涉嫌诈骗，被停机、冻结",
    meaning="低价代充、话费慢充，充进来的可能是别人被骗的钱，号码、账号会被停机、冻结。先配合公安把来路说清楚，交出订单和付款记录，再谈向卖家追偿。不要说没到账。",
    because="充进来的钱涉嫌诈骗，先向公安说明情况，交出订单和付款记录，再谈向卖家追偿。",
    headline="先别写退款申请。今天就向公安说明情况，交出订单和付款记录",
    also_called=("话费慢充停机", "涉诈停机", "充值洗钱", "号被冻结"),
    place=2,
    story=story("号码、账号被停机、冻结，说充进来的钱涉嫌诈骗", F.problem.has(STOPPED_EARLY) & F.stopped_cause.is_("tainted")),
    cites=(cite("fdz-25", "xf-312", "fdz-38"),),
    acts=lambda facts: ACTS,
    report=Report(
        title="情况说明提纲",
        by="说明人",
        happened=Sentence(_reported, F.paid_on, F.paid_fen, F.paid_said, F.channel, SIGNS_SEEN),
        asks=Sentence("1. 请记录本人的说明。本人愿意提供现有的记录，配合调查。\n2. 请告知这项限制由哪个部门作出、怎样申诉。"),
        announced="说明情况",
        in_short=Sentence("充值已经到账，后来被限制使用，理由是充入的款项涉嫌诈骗。"),
        asks_in_short=Sentence("请告知怎样说明情况、怎样申诉。"),
    ),
    cautions=(
        Caution(
            words="便宜很多、要密码、到账很慢，充进来的钱可能来路不正，会连累停机、封号。给过密码的，改掉。保留订单，不要说没到账。",
            when=F.goods.is_(DIRECT_TOPUP) & computed(lambda facts: len((facts.topup_signs or frozenset()) & SIGNS) > 1, F.topup_signs),
            rule_is=("met", "not_met", "undetermined"),
        ),
        Caution(words="事情说清以后，可以向卖家要求退款。仍然不能说没到账。"),
    ),
    to_explain=True,
)
