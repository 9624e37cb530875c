"""Less came than was paid for."""

from checker.ask import problems
from checker.kit import ClaimRule, Evidence, F, Objection, Sentence, Telling, Use, cite, story, to
from checker.kit.remedies import DELIVER_REST


def _happened(t: Telling) -> str:
    if t.f.count_promised is None or t.f.count_got is None:
        return "实际只到了一部分，少于约定的数量。"
    return f"约定的数量是 {t.f.count_promised}，实际只到了 {t.f.count_got}。"


RULE = ClaimRule(
    module=__name__,
    title="只到了一部分",
    meaning="付了全部的钱，只到了一部分，就是没有按约定的数量交付。可以要求补齐，不补齐就退没到的那一部分。已经到的可以用，不影响。",
    because="到的比约定的少，没到的那一部分，对方要补齐或者退钱。",
    also_called=(
        "少发了",
        "少到账",
        "数量不够",
        "只到一半",
    ),
    place=2,
    family="arrival",
    story=story("只到了一部分，数量不够", F.problem.has(problems.SHORT)),
    cites=(cite("mfd-509", "mfd-577", "mfd-582", "xfz-48"),),
    remedy=DELIVER_REST,
    proof=(
        Evidence("usage_log", "实际到了多少", "账号里每一笔到账记录，整页截图；对方的交付记录请它逐笔提供"),
        Evidence("order"),
        Evidence("chat"),
    ),
    happened=Sentence(_happened, F.count_promised, F.count_got),
    breach="too_few",
    in_short=Sentence("只到了一部分，少于约定"),
    their_records=Sentence("认为已经全部交付的，请提供每一笔的交付记录：什么时间、发到哪个账号、各是多少。"),
    use=Use(),
    answers=(
        to("used", say="本人要的是没有到的那一部分，和已经到的用没用过无关。"),
        to("final", say="没有到的那一部分没有交付，不是退换的问题。请就这一部分答复。"),
    ),
    objections=(
        Objection("已经全部发完。", "请提供每一笔的交付记录：什么时间、发到哪个账号、各是多少。", "delivered"),
        Objection("你收到时没有马上说，视为认可。", "数量对不上，查一下记录就能看出来。请先核对交付记录，再谈时间。", "silence"),
    ),
)
