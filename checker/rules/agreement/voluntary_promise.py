"""A promise that the seller made of its own accord and does not keep."""

from checker.ask import problems
from checker.kit import ClaimRule, Condition, Evidence, F, Objection, Sentence, Telling, Use, cite, story, to, typed
from checker.kit.conditions import MAYBE_CONSUMER, RETURNABLE
from checker.kit.remedies import KEEP_PROMISE

KINDS = {"return": "可以退", "warranty": "出了问题由承诺的一方负责", "multiple": "按倍数赔付"}


def _happened(t: Telling) -> str:
    return f"{'本人符合承诺写明的条件，' if t.f.promise_met == 'yes' else ''}{_now(t)}"


def _promised(t: Telling) -> str:
    """Who made it is not asked: of a guarantee it is the platform as often as the seller."""
    if t.f.promise_kind is None:
        return f"这笔订单有过承诺，原话是{typed(t.f.promise_words, '承诺的原话')}。"
    words = f"，原话是“{t.f.promise_words}”" if t.f.promise_words else ""
    return f"这笔订单有过承诺，{KINDS[t.f.promise_kind]}{words}。"


def _now(t: Telling) -> str:
    """What became of it: who agreed to a refund in the end has not said no."""
    return f"{t.seller_called}后来同意退款。" if t.f.stage == "agreed" else "现在承诺没有兑现。"


def _in_short(t: Telling) -> str:
    return f"有过承诺，{KINDS[t.f.promise_kind]}，现在没有兑现" if t.f.promise_kind else "作出过承诺，现在不照办"


RULE = ClaimRule(
    module=__name__,
    title="商家承诺过包赔、随时退、假一赔几，现在不认",
    meaning="商家自己作出的承诺，比法律宽也要照办。承诺里写的条件也算数：质保几天、要不要未使用、凭什么证明。只在聊天里说的也是承诺，要留原始记录。",
    because="商家自己作出了承诺，就要照办。承诺里有条件、你不符合的除外，不符合哪一条由它指出来。",
    also_called=(
        "假一赔三",
        "包赔",
        "质保不认",
        "随时退不认",
    ),
    place=5,
    story=story("商家承诺过，现在不认", F.problem.has(problems.PROMISE_BROKEN)),
    defences=(Condition("承诺里写的条件有的不符合", F.promise_met.is_("no"), "承诺里写的条件没有都符合。"),),
    cites=(
        cite("xfzss-12", when=MAYBE_CONSUMER),
        # 网络消费纠纷规定（一） 2 is about the kinds of goods that 消法 25 excepts, 10 about sellers on somebody else's platform.
        cite("wxf-2", when=MAYBE_CONSUMER & F.promise_kind.is_("return") & RETURNABLE),
        cite("wxf-10", when=MAYBE_CONSUMER & F.promise_kind.is_("multiple") & F.seller_kind.is_("shop", "private_trader", "livestream")),
        cite("mfd-509", "mfd-577"),
    ),
    beyond_the_price=F.promise_kind.is_("multiple", "warranty"),
    remedy=KEEP_PROMISE,
    proof=(
        Evidence("listing", "承诺的原话和条件", "商品页、店铺公告里写承诺的那一处，带网址和时间"),
        Evidence("chat"),
    ),
    promised=Sentence(_promised, F.promise_kind, F.promise_words),
    happened=Sentence(_happened, F.promise_met, F.stage),
    in_short=Sentence(_in_short, F.promise_kind),
    their_records=Sentence("认为不符合承诺条件的，请指出是承诺里的哪一条。"),
    use=Use(),
    answers=(
        to("final", "rule", say="承诺在先。请照承诺办理，或者指出承诺里不适用的那一条。"),
        to("too_late", say="请指出过了哪一天，写在哪里。"),
    ),
    objections=(Objection("那是活动宣传，不算数。", "商品页和聊天里写明的内容，就是约定。请照承诺办理，或者指出承诺里不适用的那一条。"),),
)
