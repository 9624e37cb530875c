"""The shop was handed over to somebody else, who says that earlier orders are not his business."""

from checker.ask.refusal_grounds import HANDED_OVER
from checker.kit import Condition, F, SupportRule, cite
from checker.rules.support import they_said

RULE = SupportRule(
    module=__name__,
    title="店铺转让了，下单时登记的人还要负责",
    meaning="转让以前下的单，由下单时登记的经营者负责。转让以后才下单、又没有公示变更的，登记的经营者和实际经营的人都可能要负责。先请平台提供哪一天转让、下单时登记的是谁。",
    because="店铺转让，不影响下单时登记的经营者负责。转让以后才下单、又没有公示变更的，还可以要求实际经营的人负责。",
    also_called=("店铺转让", "换老板", "店铺易主"),
    place=9,
    family="answers",
    story=they_said(HANDED_OVER, "对方说店铺转让了，以前的单不管"),
    conditions=(Condition("是平台上的店铺", F.seller_kind.is_("shop", "livestream"), "不是平台上的店铺。"),),
    cites=(cite("wxf-6"),),
    told_with="reasons",
)
