"""The registry: every rule, in the order in which it is applied. Adding or removing a rule shows here."""

from checker.decide.rule import Rule
from checker.decide.rules.agreement import REFUND_AGREED, SELLER_CANCELLED, VOLUNTARY_PROMISE
from checker.decide.rules.delivery import LATE_DELIVERY, NOT_DELIVERED, SHORT_DELIVERY
from checker.decide.rules.money import (
    AUTO_RENEWAL,
    DEPOSIT_KEPT,
    FROZEN_BALANCE,
    OVERCHARGED,
    PREPAID_BROKEN,
    PREPAID_SEVEN_DAYS,
    PRETICKED,
    REFUND_FEE,
    REFUND_TO_BALANCE,
    WRONG_PAYEE,
)
from checker.decide.rules.own_choice import CHANGE_OF_MIND, EXPIRED_UNUSED, MATERIAL_MISTAKE, MIS_ORDER, WRONG_ACCOUNT_BY_PAGE
from checker.decide.rules.payer import MINOR_PAYMENT, UNAUTHORISED_PAYMENT
from checker.decide.rules.platform import PLATFORM_MATCH, PLATFORM_ORDER_STATE, PLATFORM_PROOF
from checker.decide.rules.quality import STOPPED_EARLY, UNLICENSED, UNUSABLE, WRONG_GOODS
from checker.decide.rules.stop import BLACK_CARD, SCAM, SOMEONE_ELSES_ACCOUNT, TAINTED_TOPUP, UNLAWFUL_GOODS
from checker.decide.rules.support import (
    DELIBERATE_FALSEHOOD,
    FINAL_SALE_CLAUSE,
    HUMAN_REVIEW,
    PAID_OUTSIDE,
    PLATFORM_IS_SELLER,
    PLATFORM_NAMES_NO_SELLER,
    SILENCE_CLAUSE,
    TOO_MUCH_ASKED,
)

RULES_VERSION = "2026.11.28"
"""Changes with every change of a rule, a threshold or an article, as the day of that change and a number for that day."""

RULES: tuple[Rule, ...] = (
    SCAM,
    TAINTED_TOPUP,
    UNLAWFUL_GOODS,
    SOMEONE_ELSES_ACCOUNT,
    BLACK_CARD,
    UNAUTHORISED_PAYMENT,
    MINOR_PAYMENT,
    REFUND_FEE,
    REFUND_TO_BALANCE,
    REFUND_AGREED,
    NOT_DELIVERED,
    SHORT_DELIVERY,
    LATE_DELIVERY,
    WRONG_GOODS,
    UNLICENSED,
    UNUSABLE,
    STOPPED_EARLY,
    SELLER_CANCELLED,
    OVERCHARGED,
    PRETICKED,
    AUTO_RENEWAL,
    VOLUNTARY_PROMISE,
    PREPAID_BROKEN,
    FROZEN_BALANCE,
    PREPAID_SEVEN_DAYS,
    DEPOSIT_KEPT,
    WRONG_ACCOUNT_BY_PAGE,
    WRONG_PAYEE,
    MIS_ORDER,
    MATERIAL_MISTAKE,
    CHANGE_OF_MIND,
    EXPIRED_UNUSED,
)

SUPPORTS: tuple[Rule, ...] = (
    PLATFORM_IS_SELLER,
    PLATFORM_NAMES_NO_SELLER,
    FINAL_SALE_CLAUSE,
    SILENCE_CLAUSE,
    HUMAN_REVIEW,
    PAID_OUTSIDE,
    TOO_MUCH_ASKED,
    DELIBERATE_FALSEHOOD,
)
"""Applied beside a rule that is met; they never decide the level."""

PLATFORM_RULES: tuple[Rule, ...] = (PLATFORM_ORDER_STATE, PLATFORM_PROOF, PLATFORM_MATCH)
"""What a platform's reviewer looks at. They never grant or refuse a claim under the law."""
