"""What a rule is made of."""

from checker.kit.act import Act, FirstAct, Saves, payer
from checker.kit.deadlines import Due
from checker.kit.evidence import Evidence
from checker.kit.expression import ALWAYS, NEVER, F, computed, reading, unless
from checker.kit.objection import Objection, to
from checker.kit.phrases import blank, chinese_date, day, money, not_arrived, paid, paid_by, paid_is_known, promised, typed, yuan
from checker.kit.remedy import Asking, Remedy
from checker.kit.report import Report, ToPayer
from checker.kit.rule import Caution, ClaimRule, Condition, Defendant, Family, Group, PlatformRule, StopRule, SupportRule, cite, story
from checker.kit.sentence import NO_WORD_OF_USE, Order, Sentence, Telling, Use

__all__ = [
    "ALWAYS",
    "NEVER",
    "NO_WORD_OF_USE",
    "Act",
    "Asking",
    "Caution",
    "ClaimRule",
    "Condition",
    "Defendant",
    "Due",
    "Evidence",
    "F",
    "Family",
    "FirstAct",
    "Group",
    "Objection",
    "Order",
    "PlatformRule",
    "Remedy",
    "Report",
    "Saves",
    "Sentence",
    "StopRule",
    "SupportRule",
    "Telling",
    "ToPayer",
    "Use",
    "blank",
    "chinese_date",
    "cite",
    "computed",
    "day",
    "money",
    "not_arrived",
    "paid",
    "paid_by",
    "paid_is_known",
    "payer",
    "promised",
    "reading",
    "story",
    "to",
    "typed",
    "unless",
    "yuan",
]
