"""What the engine and the letters look at whatever the ground: with what the rules read, it says when each question is asked."""

from checker.ask.goods import GOODS
from checker.ask.problems import PROBLEMS, PROBLEMS_OF
from checker.ask.routes import UNAUTHORISED_PAYMENT
from checker.kit.expression import F, reading

CLAIM = ~F.goods.is_(*(row for row in GOODS if not row.lawful)) & ~F.problem.has(*(row for row in PROBLEMS if not row.claim_can_follow))
"""A claim about an order of goods that may be bought can follow, as far as is known."""

REFUSED = F.stage.is_("refused", "appeal_refused")
AT_12315 = F.elsewhere.is_("12315")

READ = (
    # The routes, the law of the day, who is written to and with what, whether any of it may be written at all.
    reading(F.goods, F.problem, F.paid_fen, F.paid_on, F.channel, F.evidence, F.truthful),
    # Which law is open, whom the claim is against, how far it has come.
    reading(F.purpose, F.seller_kind, F.paid_by, F.stage, when=CLAIM),
    reading(F.offer_fen, when=F.stage.is_("partial_offer", "partly_paid", "agreed")),
    reading(F.agreed_on, when=F.stage.is_("agreed")),
    reading(F.refused_on, F.refusal_words, when=REFUSED),
    reading(F.appeal_days, when=F.stage.is_("refused")),
    reading(
        F.asked_on,
        F.elsewhere,
        when=F.stage.is_("asked_waiting", "more_proof", "refused", "partial_offer", "partly_paid", "agreed", "appeal_refused", "outside"),
    ),
    # What the payer has to be told first.
    reading(F.notified, when=F.problem.has(*PROBLEMS_OF[UNAUTHORISED_PAYMENT])),
    reading(F.complained_on, F.accepted_on, when=AT_12315),
)
