"""Every rule, in the order in which it is applied: which ground leads is a decision of law. Adding or removing a rule shows here."""

from importlib import import_module
from typing import Any

from checker.kit.rule import ClaimRule, Group, PlatformRule, StopRule, SupportRule

RULES_VERSION = "2026.11.30.2"
"""Changes with every change of a rule, a threshold or an article, as the day of that change and a number for that day."""


def _loaded(*places: str) -> tuple[Any, ...]:
    return tuple(import_module(f"{__name__}.{place}").RULE for place in places)


RULES: tuple[ClaimRule | StopRule, ...] = _loaded(
    "stop.scam",
    "stop.tainted_topup",
    "stop.unlawful_goods",
    "stop.someone_elses_account",
    "stop.black_card",
    "stop.unauthorised_payment",
    "payer.minor_payment",
    "agreement.refund_fee",
    "agreement.refund_to_balance",
    "agreement.refund_agreed",
    "fault.seller_gone",
    "fault.not_delivered",
    "fault.second_order_missing",
    "fault.service_not_done",
    "fault.short_delivery",
    "fault.late_delivery",
    "fault.wrong_goods",
    "fault.unlicensed",
    "fault.unusable",
    "fault.rebinding_broken",
    "fault.booster_ban",
    "fault.stopped_early",
    "agreement.seller_cancelled",
    "money.charged_after_cancel",
    "money.overcharged",
    "money.preticked",
    "money.auto_renewal",
    "agreement.voluntary_promise",
    "money.prepaid_broken",
    "money.frozen_balance",
    "money.prepaid_seven_days",
    "money.deposit_kept",
    "fault.wrong_account_by_page",
    "money.wrong_payee",
    "own.misaddressed",
    "own.reached_a_stranger",
    "own.mis_order",
    "own.material_mistake",
    "own.change_of_mind",
    "own.expired_unused",
    "own.price_drop",
    "own.pressured",
)

SUPPORTS: tuple[SupportRule, ...] = _loaded(
    "support.platform_is_seller",
    "support.platform_names_no_seller",
    "support.final_sale_clause",
    "support.silence_clause",
    "support.human_review",
    "support.paid_outside",
    "support.too_much_asked",
    "support.deliberate_falsehood",
    "support.shop_handed_over",
    "support.live_stream",
    "support.overseas_seller",
)
"""Applied beside a rule that is met; they never decide the level."""

PLATFORM_RULES: tuple[PlatformRule, ...] = _loaded("platform.platform_order_state", "platform.platform_proof", "platform.platform_match")
"""What a platform's reviewer looks at. They never grant or refuse a claim under the law."""

GROUPS: tuple[Group, ...] = tuple(
    import_module(f"{__name__}.{name}").GROUP for name in ("stop", "fault", "money", "agreement", "own", "payer", "support", "platform")
)
"""The groups of the rules page, in its order."""
