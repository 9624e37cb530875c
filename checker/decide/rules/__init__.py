"""The registry: every rule, in the order in which it is applied. Adding or removing a rule shows here."""

from checker.decide.rule import Rule
from checker.decide.rules.agreement import REFUND_AGREED
from checker.decide.rules.delivery import LATE_DELIVERY, NOT_DELIVERED
from checker.decide.rules.own_choice import CHANGE_OF_MIND, EXPIRED_UNUSED, MIS_ORDER
from checker.decide.rules.payer import MINOR_PAYMENT, UNAUTHORISED_PAYMENT
from checker.decide.rules.platform import PLATFORM_MATCH, PLATFORM_ORDER_STATE, PLATFORM_PROOF
from checker.decide.rules.quality import STOPPED_EARLY, UNUSABLE, WRONG_GOODS
from checker.decide.rules.stop import SCAM, UNLAWFUL_GOODS

RULES_VERSION = "2026.11.24"
"""Changes with every change of a rule, a threshold or an article, as the day of that change."""

RULES: tuple[Rule, ...] = (
    SCAM,
    UNLAWFUL_GOODS,
    UNAUTHORISED_PAYMENT,
    MINOR_PAYMENT,
    REFUND_AGREED,
    NOT_DELIVERED,
    LATE_DELIVERY,
    WRONG_GOODS,
    UNUSABLE,
    STOPPED_EARLY,
    MIS_ORDER,
    CHANGE_OF_MIND,
    EXPIRED_UNUSED,
)

PLATFORM_RULES: tuple[Rule, ...] = (PLATFORM_ORDER_STATE, PLATFORM_PROOF, PLATFORM_MATCH)
"""What a platform's reviewer looks at. They never grant or refuse a claim under the law."""
