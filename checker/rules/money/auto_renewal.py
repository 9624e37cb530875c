"""A subscription that renewed itself without a notice that could be seen."""

from checker.ask import problems
from checker.ask.facts import Facts
from checker.kit import ClaimRule, Condition, Evidence, F, FirstAct, Objection, Order, Saves, Sentence, Telling, Use, cite, payer, story, to
from checker.kit.remedies import REFUND


def _happened(t: Telling) -> str:
    return {
        "no": "扣费以前，本人没有收到显著的提醒。",
        "faint": "扣费以前的提醒不显著，本人当时没有看到。",
        None: "这笔款是自动续费扣的。",
    }[t.f.renewal_notice]


def _in_short(t: Telling) -> str:
    notice = {"no": "，扣费前没有收到显著提醒", "faint": "，扣费前的提醒不显著"}.get(t.f.renewal_notice or "", "")
    return f"自动续费扣款{notice}，要求取消"


def _switch_off(facts: Facts) -> str:
    where = payer(facts).name if facts.channel in ("wechat", "alipay") else "付款的那一方"
    return f"还没关的，先关掉自动续费：在会员页面取消，再到{where}解除自动扣款。用苹果账号扣的，在苹果账号里取消订阅"


RULE = ClaimRule(
    module=__name__,
    title="没有显著提醒就自动续费，续费以后没怎么用",
    meaning="自动续费要在开通以前和续费日期以前显著提醒，并且随时可以取消。提前几天提醒，法律没有写。没有显著提醒的，可以要求取消，退还没用的部分。提醒过没有，可以要求商家拿出记录。退已经扣的钱，没有一条法律直接写明，说法可能不同。",
    because="自动续费要在续费日期以前显著提醒。没有提醒的，可以要求取消，退还没用的部分，并要求商家拿出提醒记录。",
    also_called=(
        "自动续费",
        "忘了取消",
        "偷偷扣费",
    ),
    place=3,
    family="charged",
    story=story("被自动续费扣了钱", F.problem.has(problems.OVERCHARGED) & F.charge.is_("renewal")),
    defences=(
        # Who uses what renewed itself unknown to them has not agreed to it: use stands against the claim only where the renewal was known of.
        Condition(
            "知道续了费，还把这一期用完了",
            F.goods_used.is_("redeemed") & ~F.renewal_notice.is_("no"),
            "知道续了费还用完，等于接受了这一期。",
        ),
        Condition(
            "扣费以前已经显著提醒过",
            F.renewal_notice.is_("yes"),
            "扣费以前已经显著提醒过，没有取消一般由自己承担。现在就可以关掉自动续费。",
        ),
    ),
    first_acts=(FirstAct(id="renewal", saves=Saves.ACCESS, what=_switch_off, reads=(F.channel,)),),
    cites=(cite("xfzss-10", "wjb-18", "mfd-496"),),
    remedy=REFUND,
    proof=(Evidence("payment", "哪一天扣了多少", "账单详情，和自动续费的签约、取消页面各截一张"),),
    also_proof=(Evidence("chat", "什么时候要求取消和退款", "发现以后马上发给客服的那一句，带时间"),),
    order=Order(did="被自动续费扣款，商品是", paid="扣款"),
    happened=Sentence(_happened, F.renewal_notice),
    suspected=Sentence(lambda t: "请核查自动续费以前有没有显著提醒" if t.f.renewal_notice in ("no", "faint") else "", F.renewal_notice),
    in_short=Sentence(_in_short, F.renewal_notice),
    their_records=Sentence("请确认自动续费已经取消。认为已经提醒的，请提供扣费以前的提醒记录：什么时间、发到哪里、内容是什么。"),
    use=Use(untouched="续费以后没有使用过。"),
    answers=(
        to(
            "own_fault",
            "rule",
            "final",
            "too_late",
            say="同意过续费，不等于扣费以前不用提醒。请提供提醒记录：什么时间、发到哪里、内容是什么。",
        ),
    ),
    objections=(
        Objection("开通时已经同意自动续费。", "同意续费，不等于不用提醒。请提供扣费以前的提醒记录：什么时间、发到哪里、内容是什么。"),
    ),
    cause="不当得利纠纷，或者信息网络买卖合同纠纷",
)
