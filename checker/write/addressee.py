"""To whom a text goes, what it calls them, and who answers for the claim.

Who did something is said only where the answers say it: a platform that was merely asked for help is not told 贵方拒绝, and a notice that
ends a contract goes to the other party of that contract (民法典 565).
"""

import re

from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.ask.problems import problems_that
from checker.ask.questions.order import ON_A_PLATFORM
from checker.kit.phrases import blank
from checker.write.form import PLATFORM, SELLER, LetterForm

NOT_THE_PLATFORM = (*ON_A_PLATFORM, "overseas")
"""Kinds of sellers that are somebody else than the platform."""
FULL_NAME = re.compile(r"(?:公司|合伙企业|商行|经营部)(?:（[^）]*）)?$")
"""How the name on a licence ends. Anything else that was typed is the name of a shop or a site."""


def is_the_other_party(form: LetterForm, facts: Facts) -> bool:
    """Whether this text goes to the one that the contract is with."""
    if only_the_platform_answers(facts):
        return False
    return form.to == SELLER or (form.to == PLATFORM and facts.seller_kind == "self_run")


def addressee(form: LetterForm, facts: Facts, parties: Parties) -> str:
    """The name at the head of a text to the seller or the platform."""
    if form.to == PLATFORM or facts.seller_kind == "self_run" or only_the_platform_answers(facts):
        own = parties.seller_name if facts.seller_kind == "self_run" else None
        return parties.platform_name or own or blank("平台名称")
    wanted = blank(form.seller_missing)
    if facts.seller_kind in NOT_THE_PLATFORM:
        return parties.seller_name or wanted
    return parties.seller_name or parties.platform_name or wanted


def only_the_platform_answers(facts: Facts) -> bool:
    """Whether the seller cannot be reached and the order stands on a platform, so that nothing is written to the seller."""
    return bool(facts.chose(*_MAY_BE_GONE)) and facts.order_stands == "yes"


_MAY_BE_GONE = problems_that(lambda problem: problem.order_may_stand)


def called(form: LetterForm, facts: Facts) -> str:
    """What a text calls the one that sold: 贵方 only where it is known to be the one that reads it."""
    if form.to in (SELLER, PLATFORM):
        return "贵方" if facts.seller_kind is not None and is_the_other_party(form, facts) else "卖家"
    return "对方"


def place(facts: Facts, parties: Parties) -> str:
    """Where it was bought. What a platform sells itself was bought in no shop of somebody else."""
    if facts.seller_kind == "self_run":
        return parties.platform_name or parties.seller_name or blank("平台名称")
    stream = "的直播间" if facts.seller_kind == "livestream" else "的" if parties.seller_name else ""
    return (parties.platform_name or blank("平台名称")) + stream + (f"“{parties.seller_name}”" if parties.seller_name else "")


def full_name(facts: Facts, parties: Parties, platform: bool) -> str | None:
    """The name on the licence of the one that answers, where it was typed."""
    typed = (
        (parties.seller_name, parties.platform_name)
        if facts.seller_kind == "self_run"
        else (parties.platform_name,)
        if platform
        else (parties.seller_name,)
    )
    return next((name for name in typed if name and FULL_NAME.search(name)), None)


def respondent(facts: Facts, parties: Parties, platform: bool) -> str:
    """The one a complaint or a lawsuit is against: the full name, with what the shop or the site calls itself behind it.

    ``platform``: the platform answers, as the seller or for a seller that it can not name.
    """
    full = full_name(facts, parties, platform)
    if platform:
        known = [name for name in (parties.platform_name, parties.seller_name if facts.seller_kind == "self_run" else None) if name]
        what, missing = "平台", "平台经营者的全称，看执照公示"
    elif facts.seller_kind == "individual":
        return f"{blank('卖家的真实姓名')}（卖家在网上叫“{parties.seller_name}”）" if parties.seller_name else blank("卖家的真实姓名")
    else:
        known, what, missing = [parties.seller_name] if parties.seller_name else [], "店铺", "卖家的全称，看执照公示"
    other = next((name for name in known if name != full), None)
    return (full or blank(missing)) + (f"（{what}名“{other}”）" if other else "")
