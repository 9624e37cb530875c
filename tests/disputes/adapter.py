"""Labelled facts of a dispute -> answers to the questions, one fact at a time. It sees neither the story nor the labels."""

from datetime import date, datetime, timedelta

from checker.ask.question import UNKNOWN
from checker.ask.questions import QUESTIONS

GOODS = {
    "game_card": "game_card",
    "gift_card": "game_card",
    "activation_code": "activation_code",
    "membership": "membership",
    "direct_topup": "direct_topup",
    "fuel_topup": "direct_topup",
    "ingame_currency": "direct_topup",
    "game_account": "game_account",
    "ingame_item": "game_account",
    "platform_balance": "platform_balance",
    "course": "other",
    "service_boost": "other",
    "shared_account": "other",
    "cheat": "cheat",
    "fake_orders": "fake_orders",
    "traffic_boost": "fake_orders",
    "social_account": "real_name_account",
}
PROBLEM = {
    "not_delivered": "not_delivered",
    "late_delivered": "late",
    "partly_delivered": "short",
    "unlicensed_service": "wrong_goods",
    "wrong_item": "wrong_goods",
    "not_as_described": "wrong_goods",
    "invalid_code": "unusable",
    "code_already_used": "unusable",
    "expired": "expired_unused",
    "account_reclaimed": "stopped_early",
    "banned_account": "stopped_early",
    "clawed_back": "stopped_early",
    "interrupted_midterm": "stopped_early",
    "mistaken_purchase": "mis_order",
    "wrong_account_by_user": "mis_order",
    "change_of_mind": "change_of_mind",
    "refund_not_arrived": "refund_not_arrived",
    "scam_extra_payment": "asked_to_pay_again",
    "phishing": "seller_vanished",
    "seller_vanished": "seller_vanished",
    "unauthorized_minor": "child_paid",
    "false_claim": "child_paid",
    "auto_renewal": "overcharged",
    "duplicate_charge": "overcharged",
    "refund_fee_dispute": "refund_not_arrived",
    "refund_route_dispute": "refund_not_arrived",
    "tainted_funds": "stopped_early",
    "usage_disputed": "unusable",
    "wrong_account_by_platform": "mis_order",
}
MISMATCH = {"wrong_item": "type", "not_as_described": "not_as_claimed", "unlicensed_service": "unlicensed"}
CHARGE = {"auto_renewal": "renewal", "duplicate_charge": "duplicate"}
TROUBLE = {"refund_not_arrived": "not_arrived", "refund_fee_dispute": "fee", "refund_route_dispute": "to_balance"}
SLIP = {"wrong_account_by_user": "account", "wrong_account_by_platform": "page"}
FAILURE = {"code_already_used": "already_used", "usage_disputed": "already_used", "invalid_code": "invalid"}
CAUSE = {
    "account_reclaimed": "taken_back",
    "clawed_back": "clawed_back",
    "interrupted_midterm": "shut",
    "tainted_funds": "tainted",
}
STAGE = {
    "none": "asked_waiting",
    "no_response": "asked_waiting",
    "promised": "asked_waiting",
    "resolved": "asked_waiting",
    "rejected": "refused",
    "partial_offer": "partial_offer",
    "approved": "agreed",
}
REPLY_TELLS = {"seller_lost": "seller_vanished", "scam_demand": "asked_to_pay_again"}
"""What the other side answered can itself be something that happened."""
CHANNEL = {"wechat": "wechat", "alipay": "alipay", "card": "card", "bank": "card", "qr_transfer": "transfer"}
EVIDENCE = {
    "商品页截图": "listing",
    "订单截图": "order",
    "支付记录": "payment",
    "聊天记录": "chat",
    "报错截图": "error",
    "官方查询记录": "official",
    "登录/使用日志": "usage_log",
    "平台回复": "reply",
    "身份关系证明": "identity",
}

LEFT_OPEN = {question.id: [UNKNOWN] if question.kind == "choices" else UNKNOWN for question in QUESTIONS if question.required}
"""Every question has its answer, those that come later as well."""


def answers(facts: dict, now: datetime) -> dict:
    """Answers to every question that these facts speak to; what they leave open is answered 不清楚 or left empty."""
    problem, reply = facts["problem"], facts["platform_reply"]
    evidence = [EVIDENCE[name] for name in facts["evidence"]]
    told = {PROBLEM.get(problem, UNKNOWN), *([REPLY_TELLS[reply["status"]]] if reply["status"] in REPLY_TELLS else [])}
    return {
        **LEFT_OPEN,
        "goods": GOODS[facts["goods_kind"]],
        "problem": sorted(told - {UNKNOWN} if len(told) > 1 else told),
        "goods_used": _used(facts),
        "mismatch": MISMATCH.get(problem, UNKNOWN),
        "failure": FAILURE.get(problem, UNKNOWN),
        "support_fixed": _fixed(facts),
        "knew_it": "no" if facts["goods_unlawful"] == "seller_side" else UNKNOWN,
        "charge": CHARGE.get(problem, UNKNOWN),
        "refund_trouble": TROUBLE.get(problem, UNKNOWN),
        "slip": SLIP.get(problem, UNKNOWN),
        "unlawful_part": {"yes": "used", "no": "bought"}.get(facts["used"], UNKNOWN),
        "stopped_cause": CAUSE.get(problem, UNKNOWN),
        "child_age": _age(facts["other"].get("minor_age"), facts["buyer_is_minor"]),
        "child_spending": "beyond_age" if (facts["amount_yuan"] or 0) >= 1000 else UNKNOWN,
        "earlier_refund": "unguarded" if facts["other"].get("second_refund") == "yes" else UNKNOWN,
        "guardian_consent": "no" if problem == "unauthorized_minor" else UNKNOWN,
        "paid_amount": str(facts["amount_yuan"] or ""),
        "channel": CHANNEL.get(facts["channel"], UNKNOWN),
        **_times(facts, now),
        "evidence": evidence or ["none"],
        "stage": "not_asked" if facts["contacted_support"] == "no" else STAGE.get(reply["status"], UNKNOWN),
        "refusal_words": reply["reason"] or "",
        "elsewhere": "none",
        "truthful": "no" if problem == "false_claim" else "yes",
    }


def _used(facts: dict) -> str:
    if facts["used"] == "no" and facts["problem"] in FAILURE:
        return "tried"
    if facts["used"] == "no" and facts["problem"] == "wrong_account_by_user" and facts["delivered"] == "yes":
        return "redeemed"  # credited to an account, only not the intended one
    return {"no": "untouched", "yes": "redeemed", "partly": "part_used"}.get(facts["used"], UNKNOWN)


def _fixed(facts: dict) -> str:
    if facts["platform_reply"]["status"] == "resolved":
        return "yes"
    return "not_asked" if facts["contacted_support"] == "no" else "no"


def _age(years: int | None, is_minor: str) -> str:
    if years is None:
        return "minor" if is_minor == "yes" else UNKNOWN
    return "under_8" if years < 8 else "8_to_15" if years < 16 else "16_to_17" if years < 18 else "adult"


def _times(facts: dict, now: datetime) -> dict:
    found = {"promised": "none"}
    if facts["promised_minutes"] is not None:
        found["promised"] = "instant" if facts["promised_minutes"] == 1 else "stated"
        found["promised_time"] = f"{facts['promised_minutes']} 分钟"
    if facts["waited_minutes"] is not None:
        paid = now - timedelta(minutes=facts["waited_minutes"])
        found["paid_on"] = paid.strftime("%Y-%m-%d %H:%M")
    dates = facts["dates"]
    if "days_since_rejection" in dates:
        found["refused_on"] = (now.date() - timedelta(days=dates["days_since_rejection"])).isoformat()
    if "appeal_window_days" in dates:
        found["appeal_days"] = str(dates["appeal_window_days"])
    for key in ("paid",):
        try:
            found[f"{key}_on"] = date.fromisoformat(dates[key]).isoformat()
        except (KeyError, ValueError):
            continue
    return found
