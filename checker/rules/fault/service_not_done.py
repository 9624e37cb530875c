"""Somebody was paid to do something and did not do it, or not all of it."""

from checker.ask import problems
from checker.ask.facts import Facts
from checker.kit import (
    ALWAYS,
    NO_WORD_OF_USE,
    Asking,
    ClaimRule,
    Condition,
    Evidence,
    F,
    FirstAct,
    Objection,
    Remedy,
    Saves,
    Sentence,
    Telling,
    cite,
    reading,
    story,
    to,
)
from checker.kit.remedy import Extent

DONE_IN_PART = F.not_done_how.is_("stopped", "more_money", "badly")


def _extent(facts: Facts) -> Extent:
    return "full" if facts.not_done_how == "nothing" else "rest"


def _undone(a: Asking) -> str:
    return a.amount if a.extent == "full" else f"没有做到的部分{a.sum_of('没有做到的部分是多少元')}"


REFUND_UNDONE = Remedy(
    id="refund_undone",
    label="退还没有做的部分",
    extent=_extent,
    reads=(reading(F.not_done_how), reading(F.part_total, F.part_used, when=DONE_IN_PART)),
    # Who has not begun is given a time to begin in (民法典 563 (3)); who has left off, or wants more for going on, has said that he will not.
    request=lambda a: (
        f"{a.by}照约定做完。到期仍未做完的，{a.notice}请退还{_undone(a)}{a.back}。"
        if a.f.not_done_how in ("nothing", None)
        else f"{a.notice_now}请退还{_undone(a)}{a.back}。"
    ),
    demand=lambda a: f"{a.ending}退还{_undone(a)}{a.back}",
)


def _happened(t: Telling) -> str:
    return {
        "nothing": "约定的服务没有做。",
        "stopped": "约定的服务做了一部分就停下，没有完成。",
        "more_money": "约定的服务做了一部分，要本人加价，没有完成。",
        "badly": "做出来的和约定的不一样，没有完成约定的服务。",
        None: "没有完成约定的服务。",
    }[t.f.not_done_how]


def _in_short(t: Telling) -> str:
    return "没有做约定的服务" if t.f.not_done_how == "nothing" else "没有完成约定的服务"


RULE = ClaimRule(
    module=__name__,
    title="请人做的事，没做、没做完",
    meaning="收了钱就要照约定做完。没做的，可以要求退款；做了一部分的，退没做的部分，做好的要算钱。中途加价没有依据，可以不答应。给过账号密码的，先改密码。",
    because="对方收了钱，没有完成约定的服务。做了一部分停下的，可以不再让他做，要求退还没有做的部分；还没有做的，给个期限，到期退款。",
    also_called=("代练没打完", "代练跑单", "代运营没做", "陪玩没陪", "加钱才继续", "接单不做"),
    place=9,
    family="seller",
    story=story("请人做的事，没做完、没做好", F.problem.has(problems.NOT_DONE)),
    defences=(Condition("照约定做完了", F.not_done_how.is_("disliked"), "照约定做完了，只是不满意，一般不能要回来。"),),
    cites=(cite("mfd-509", "mfd-577"),),
    ends_contract=ALWAYS,
    demand_starts_period=True,
    remedy=REFUND_UNDONE,
    proof=(
        Evidence("chat", "约定做什么、做到哪里", "约定做什么的聊天或者页面，连日期一起截"),
        Evidence("order"),
        Evidence("payment"),
    ),
    also_proof=(Evidence("usage_log", "做到了哪一步", "后台、战绩、进度的截图，带日期"),),
    first_acts=(
        FirstAct(
            id="password",
            saves=Saves.ACCESS,
            at_once=True,
            what=lambda f: "给过账号密码的，改掉密码，让别的设备退出登录，解绑他的设备",
        ),
    ),
    promised=Sentence(lambda t: f"约定的是“{t.f.service_agreed}”。" if t.f.service_agreed else "", F.service_agreed),
    happened=Sentence(_happened, F.not_done_how),
    in_short=Sentence(_in_short, F.not_done_how),
    their_records=Sentence("认为已经做完的，请提供记录：做了什么、什么时间、做到哪一步。"),
    use=NO_WORD_OF_USE,
    answers=(
        to("used", "delivered", say="请提供记录：做了什么、什么时间、做到哪一步。"),
        to("final", say="没有做完，不是退换的问题。请就没有做的部分答复。"),
    ),
    objections=(Objection("已经做了，不退。", "请写明做了什么、做到哪一步、怎么算，有记录的才能算，没有做的部分请退还。"),),
)
