"""A refund was agreed to, but only as a balance on the platform."""

from checker.ask import problems
from checker.kit import NO_WORD_OF_USE, ClaimRule, Condition, Evidence, F, Objection, Sentence, Telling, cite, story, to
from checker.kit.conditions import MAYBE_CONSUMER
from checker.kit.remedies import PAY_AGREED


def _happened(t: Telling) -> str:
    otherwise = t.f.channel in ("wechat", "alipay", "card", "transfer")
    return "退款得到同意，但只能退到平台余额。" + ("这笔款当初不是用余额付的，本人不同意。" if otherwise else "")


RULE = ClaimRule(
    module=__name__,
    title="只肯退到平台余额",
    meaning="当初不是用余额付的，可以不同意退成余额，要求按原支付方式退。七日无理由退货有明文，其他退款可以比照主张。当初就是用余额付的，退回余额就是原路。",
    because="当初不是用余额付的，就不用接受退成余额，可以要求按原支付方式退。",
    also_called=(
        "只退到余额",
        "不肯原路退",
    ),
    place=3,
    story=story("答应退款，只退到平台余额", F.problem.has(problems.REFUND_NOT_ARRIVED) & F.refund_trouble.is_("to_balance")),
    defences=(Condition("当初就是用平台余额付的", F.channel.is_("balance"), "当初就是用平台余额付的，退回余额就是原路退回。"),),
    cites=(cite("mfd-509", "mfd-577"), cite("qrbf-14", when=MAYBE_CONSUMER)),
    remedy=PAY_AGREED,
    proof=(
        Evidence("reply"),
        Evidence("chat"),
        Evidence("payment"),
    ),
    happened=Sentence(_happened, F.channel),
    in_short=Sentence("退款只能退到余额"),
    their_records=Sentence("认为只能退到余额的，请写明依据的条款。"),
    use=NO_WORD_OF_USE,
    answers=(to("used", "final", "silence", "delivered", say="要说的是退到哪里，不是退不退。请按原支付方式退回，或者写明依据。"),),
    objections=(Objection("系统只能退到余额。", "退款按原支付方式退。做不到的，请写明原因，由本人选择其他方式。"),),
    after_agreement=True,
)
