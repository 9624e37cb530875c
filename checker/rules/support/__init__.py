"""What strengthens a claim that holds: who answers besides the seller, which clauses do not bind, what comes on top."""

from checker.ask.refusal_grounds import RefusalGround
from checker.kit import Condition, F, Group

GROUP = Group(
    module=__name__,
    anchor="support",
    title="旁边能帮上忙的",
    lead="这几条单独不成立理由。上面有一条成立时，它们让要求更有力，或者多一方负责。",
)


def they_said(ground: RefusalGround, sentence: str) -> Condition:
    """The other side gave this reason."""
    return Condition(sentence, F.refusal_ground.has(ground), "对方没有这样说。")
