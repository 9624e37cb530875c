"""What strengthens a claim that holds: who answers besides the seller, which clauses do not bind, what comes on top."""

from checker.ask.refusal_grounds import RefusalGround
from checker.kit import Condition, F, Family, Group

GROUP = Group(
    module=__name__,
    anchor="support",
    title="旁边能帮上忙的",
    lead="这几条单独不成立理由。上面有一条成立时，它们让要求更有力，或者多一方负责。",
    families=(
        Family("answers", "还有谁要负责", "卖家以外，还可以找谁；卖家不能拿什么推脱。"),
        Family("clauses", "挡不住的条款，拒绝和欺骗", "对方写了、做了什么，挡不住你，或者要多赔。"),
    ),
)


def they_said(ground: RefusalGround, sentence: str) -> Condition:
    """The other side gave this reason."""
    return Condition(sentence, F.refusal_ground.has(ground), "对方没有这样说。")
