"""The words that speak for an option in what a reader tells or the other side writes, one table a question, one row an option.

``said`` counts where the reader says it, ``theirs`` where the other side does, ``either`` wherever it stands. ``nothing`` are words that would
be taken for one and are none, ``told_nothing`` the same outside what the other side said. ``near``: of several kinds the one behind such a word counts. ``yields_to``: an option that says more takes this one's place.
``last``: of these the one said last counts, if one of ``turns`` stands between. ``with``: it counts only where one of these is told too, ``not_with``: only where none of these is, for then it may be more than that. ``wonders``: what somebody asks who has not gone further, unless one of ``unless`` stands anywhere. ``about``: by a question before it, the options beside which it can be so; where that question stays open, it can.
``only_with``, of a whole table: the options one of which must have been read first, near the words of which those of the other side count too.
``together``, of a whole table: several may be told in one list, so that the words of one may hold those of another.
``general``: what is said to everybody, unless something ``personal`` stands in it, and decides nothing. How a row is written says :mod:`checker.read.phrases`.
"""

TABLES = (
    "goods",
    "problem",
    "bound_to",
    "goods_used",
    "promised",
    "promised_time",
    "order_shows",
    "failure",
    "not_done_how",
    "stopped_cause",
    "charge",
    "cancel_reason",
    "promise_kind",
    "refund_trouble",
    "slip",
    "child_age",
    "paid_amount",
    "paid_on",
    "channel",
    "seller_kind",
    "evidence",
    "stage",
    "offer_amount",
    "refusal_ground",
    "refused_on",
    "agreed_on",
    "asked_on",
    "refusal_words",
    "appeal_days",
    "elsewhere",
)
"""The questions that have a table, each behind those that its rows look at."""
LIE = "truthful"
"""The question of which an option ends everything."""
THEIR_REPLY = "their_reply"
"""The table of what the words of the other side decide by themselves; it is about the question that it names."""
OF_A_REPLY = ("offer_amount", "refusal_ground", "refusal_words")
"""The questions that an answer of the other side can answer, each behind those that its rows look at."""
