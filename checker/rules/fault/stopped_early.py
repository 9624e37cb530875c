"""The use that was agreed ended early. A stop for money from fraud is another story."""

from checker.ask import goods, problems
from checker.kit import (
    Asking,
    ClaimRule,
    Condition,
    Evidence,
    F,
    Objection,
    Remedy,
    Sentence,
    Telling,
    Use,
    blank,
    cite,
    day,
    reading,
    story,
    to,
    typed,
    unless,
)
from checker.kit.conditions import SOLD
from checker.kit.expression import OneOf
from checker.kit.remedies import REFUND_REST, RESTORE

FEATURE = F.stopped_cause.is_("feature")


OF_WHAT_WAS_SOLD = ("taken_back", "shared", "clawed_back", "banned")
"""What also happens to goods that were sold for good, so that nothing is said of a time that was agreed."""


TO_A_DAY = ("shut", "closing", "term")
"""What ended before a day that was agreed, on which the sum rests."""


def _cause(*causes: str) -> OneOf:
    return F.stopped_cause.is_(*causes)


def _happened(t: Telling) -> str:
    how = {
        "taken_back": "账号就被原来的主人找回",
        "rented": "租期没有到，账号就被收回",
        "shared": "同一份商品还有别人使用，本人不能再用",
        "upgrade": "版本更新以后，商品就不能用了",
        "clawed_back": "充入的内容就不能用了",
        "banned": "账号就因为来源问题被封",
        "shut": "就被商家或者平台提前停止",
        "closing": "平台就不再运营",
        "term": "就被以到期为由停用，按约定还没有到期",
        "device": "换用以后会员就转不过去" if t.f.goods == goods.MEMBERSHIP.id else "换用以后就转不过去",
        "feature": "页面写明的一样功能就没有了，或者要另外收钱",
        "disputed": "就不能用了，停用的原因没有查明",
    }[t.f.stopped_cause or ""]
    not_mine = "，不是因为本人违反使用规则" if t.f.stopped_cause == "banned" else ""
    since = f"停用或者发现停用的时间是{day(t.f.noticed_on, '')}。" if t.f.noticed_on else ""
    not_said = "购买的时候没有写明不能换用。" if t.f.stopped_cause == "device" and t.f.one_device == "no" else ""
    until = f"（到{blank('哪一天，看订单、会员页')}）" if t.f.stopped_cause in TO_A_DAY and t.f.part_total is None else ""
    begins = "使用中" if t.f.stopped_cause in OF_WHAT_WAS_SOLD else f"约定的使用{until}还没有结束"
    return f"{begins}，{how}{not_mine}。{since}{not_said}"


def _promised(t: Telling) -> str:
    if t.f.stopped_cause == "feature":
        return f"页面写明的一样功能是{typed(t.f.page_said, '缺的是哪一样功能，页面原来怎么写的')}。"
    return f"页面写的是“{t.f.page_said}”。" if t.f.stopped_cause == "upgrade" and t.f.page_said else ""


def _in_short(t: Telling) -> str:
    how = {"device": "，换用以后转不过去", "feature": "，页面写明的一样功能没有了"}.get(t.f.stopped_cause or "", "就用不了了")
    begins = "使用中" if t.f.stopped_cause in OF_WHAT_WAS_SOLD else "约定的使用没有结束"
    return f"{begins}{how}"


def _their_records(t: Telling) -> str:
    return {
        "term": "认为已经到期的，请指出下单以前写明钟点的那一处。",
        "device": "认为换了以后不能用的，请指出下单以前写明的那一处。",
        "upgrade": "认为升级以后可以不再提供的，请指出下单以前写明的那一处。",
        "feature": "认为可以不再提供的，请指出下单以前写明的那一处。",
        "taken_back": "请说明卖出的账号为什么能被原来的主人找回。",
        "rented": "请说明账号由谁、在什么时间收回，依据是什么。",
        **dict.fromkeys(("shut", "closing", "clawed_back", "shared"), "请写明停用的时间、原因和依据的条款。"),
    }.get(t.f.stopped_cause or "", "认为停用是本人原因的，请提供所说违规的记录：是哪一次操作、违反了哪一条。")


def _request(a: Asking) -> str:
    if a.f.stopped_cause != "feature":
        return REFUND_REST.request(a)
    return f"{a.by}恢复缺的那样功能，不另外收钱。不恢复的，请减少价款，退还{blank('缺的这样功能值多少元')}{a.back}。"


def _demand(a: Asking) -> str:
    if a.f.stopped_cause != "feature":
        return REFUND_REST.demand(a)
    return f"恢复缺的那样功能，不能恢复的，减少价款，退还{blank('缺的这样功能值多少元')}{a.back}"


REFUND_REST_OR_REDUCE = Remedy(
    id="refund_rest_or_reduce",
    label="恢复使用，或者退还没用到的部分",
    extent=lambda facts: "open" if facts.stopped_cause == "feature" else REFUND_REST.extent(facts),
    amount=lambda facts, extent: (
        (None, "缺一样功能，减多少由双方商定，商定不了由法院定") if facts.stopped_cause == "feature" else REFUND_REST.amount(facts, extent)
    ),
    reads=(*REFUND_REST.reads, reading(F.stopped_cause)),
    request=_request,
    demand=_demand,
    performs_first=REFUND_REST.performs_first | FEATURE,
)


RULE = ClaimRule(
    module=__name__,
    title="用着用着被收回、被扣回、提前停了",
    meaning="会员、账号或者充的钱，还没到约定的时间就被找回、扣回、封掉、停掉。不是因为你违反规则的，可以要求恢复，或者退还没用到的部分。换了设备或者账号转不过去的，看下单以前有没有写明。合同的话有两种理解，按不利于写合同一方的理解。",
    because="约定的使用还没有结束，就停了或者少了功能，对方没有拿出你违规的记录。可以要求恢复，或者退还没用到的部分；只少一样功能的，减少价款。",
    also_called=(
        "掉会员",
        "用几天没了",
        "封号",
        "号被找回",
        "到期前停了",
        "被扣回",
        "平台停运",
    ),
    place=7,
    family="afterwards",
    story=story("用着用着没了", F.problem.has(problems.STOPPED_EARLY) & ~_cause("tainted", "booster")),
    conditions=(
        Condition(
            "不是因为自己违反使用规则",
            ~_cause("own_breach"),
            "是因为自己违反了使用规则，由自己承担。",
        ),
    ),
    defences=(
        Condition(
            "买的时候已经写明，只能在一台设备、一个账号上用",
            _cause("device") & F.one_device.is_("yes"),
            "买的时候已经写明只能在一台设备、一个账号上用，换了以后用不了由自己承担。",
        ),
    ),
    cites=(
        cite("mfd-509", "mfd-577"),
        cite("mfd-582", when=FEATURE | _cause("upgrade")),
        cite("mfd-612", when=_cause("taken_back", "banned") & SOLD),
        cite("xfz-53", "xfzss-22", when=_cause("closing")),
        cite("mfd-498", when=_cause("term")),
    ),
    # One feature of many is no reason to end the whole (民法典 563, 582).
    ends_contract=unless(FEATURE),
    hold_the_money=_cause("taken_back", "rented"),
    remedy=REFUND_REST_OR_REDUCE,
    remedy_for_goods=RESTORE,
    proof=(
        Evidence("usage_log", "用到哪一天、什么时候断的", "会员到期页、登录记录、封停通知，整页截图"),
        Evidence("official", "被谁找回、为什么被封", "向运营方客服要书面说明：哪一天、什么原因"),
        Evidence("error"),
        Evidence("reply"),
        Evidence("chat"),
    ),
    happened=Sentence(
        _happened,
        F.stopped_cause,
        reading(F.one_device, when=_cause("device")),
        F.noticed_on,
        F.goods,
        reading(F.part_total, when=_cause(*TO_A_DAY)),
    ),
    happened_on="noticed_on",
    promised=Sentence(_promised, F.stopped_cause, reading(F.page_said, when=_cause("feature", "upgrade"))),
    in_short=Sentence(_in_short, F.stopped_cause),
    their_records=Sentence(_their_records, F.stopped_cause),
    use=Use(comes_first=True),
    answers=(to("delivered", say="本人没有说没收到。卖的不只是收到那一刻，还有以后能用。请就用不了这件事答复。"),),
    objections=(
        Objection("交付的时候是好的，后来的事与我们无关。", "卖的不只是收到那一刻，还有以后能用。后来用不了，这一部分没有交付。"),
        Objection("从开通的时刻算，已经到期。", "请指出下单以前写明钟点的那一处。条款有两种解释的，作不利于提供格式条款一方的解释。"),
    ),
)
