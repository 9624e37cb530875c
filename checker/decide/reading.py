"""What the engine and the letters look at whatever the ground: with what the rules read, it says when each question is asked."""

from collections.abc import Callable

from checker.ask.goods import GOODS
from checker.ask.problems import PROBLEMS, PROBLEMS_OF
from checker.ask.routes import UNAUTHORISED_PAYMENT
from checker.ask.stages import Stage, stages_that
from checker.kit.conditions import MAY_BE_WITH_OTHERS
from checker.kit.expression import Expression, F, reading

GONE = F.problem.has(*(row for row in PROBLEMS if row.order_may_stand)) & ~F.order_stands.is_("yes")
CLAIM = (
    ~F.goods.is_(*(row for row in GOODS if not row.lawful))
    & ~F.problem.has(*(row for row in PROBLEMS if not row.claim_can_follow and not row.order_may_stand))
    & ~GONE
)
"""A claim about an order of goods that may be bought can follow, as far as is known."""


def _at(hold: Callable[[Stage], bool]) -> Expression:
    return F.stage.is_(*stages_that(hold))


AT_12315 = F.elsewhere.is_("12315")

READ = (
    # The routes, the law of the day, who is written to and with what, whether any of it may be written at all.
    reading(F.goods, F.problem, F.paid_fen, F.paid_on, F.channel, F.evidence, F.truthful),
    # Which law is open, whom the claim is against, how far it has come.
    reading(F.purpose, F.seller_kind, F.paid_by, F.payments, F.stage, when=CLAIM),
    reading(F.offer_fen, when=_at(lambda stage: stage.names_a_sum)),
    reading(F.agreed_on, when=_at(lambda stage: stage.agreed)),
    reading(F.refused_on, when=_at(lambda stage: stage.refused)),
    reading(F.part_paid_to, when=_at(lambda stage: stage.paid_in_part)),
    reading(F.refusal_words, when=_at(lambda stage: stage.denied)),
    reading(F.appeal_days, when=_at(lambda stage: stage.may_appeal)),
    reading(F.asked_on, when=_at(lambda stage: stage.under_review or stage.with_others)),
    reading(F.heard, when=CLAIM & _at(lambda stage: stage.their_turn and not stage.agreed)),
    reading(F.elsewhere, when=MAY_BE_WITH_OTHERS),
    reading(F.second_order, when=F.charge.is_("two_orders")),
    # What the payer has to be told first.
    reading(F.notified, when=F.problem.has(*PROBLEMS_OF[UNAUTHORISED_PAYMENT])),
    reading(F.complained_on, F.accepted_on, when=AT_12315),
)
