"""What rules of several groups ask of the facts."""

from checker.ask.goods import GOODS
from checker.ask.questions.order import ON_A_PLATFORM
from checker.ask.stages import stages_that
from checker.kit.expression import F, unless

SOLD_ON_A_PLATFORM = F.seller_kind.is_(*ON_A_PLATFORM)
"""Bought from somebody who sells on somebody else's platform."""

ONLY_CONTRACT = F.purpose.is_("resale") | F.seller_kind.is_("individual")
"""Consumer law is closed: bought to sell on, or from a private person who sells now and then."""

MAYBE_CONSUMER = unless(ONLY_CONTRACT)
"""Consumer law is not known to be closed. Not knowing is not the same as knowing that it is."""

CONSUMER_OF_A_TRADER = F.purpose.is_("self") & ~F.seller_kind.is_("individual")
"""Bought for daily life, and not from a private person: 消法 44 and 55 are open."""

WHOLE = F.goods_used.is_("untouched", "tried")
"""Nothing of it was used, so that the contract as a whole can be ended."""

SOLD = F.goods.is_(*(goods for goods in GOODS if goods.sold))
"""Goods that are sold. The law of sales is not cited for a service (民法典 595 and following)."""

RETURNABLE = F.goods.is_(*(goods for goods in GOODS if goods.returnable))
"""Goods to whose kind the seven days without reason are not closed (消法 25)."""

PAID_AND_TRUE = unless(F.truthful.is_("no") | F.channel.is_("not_paid"))
"""It is not known that nothing was paid, or that the story is not true."""

NOT_ASKED = F.stage.is_("not_asked")
"""Nothing was asked of the other side yet, as far as is said."""
ONCE_ASKED = F.stage.is_(*stages_that(lambda stage: stage.asked))
"""The other side was asked for the money."""
MAY_BE_WITH_OTHERS = F.stage.is_(*stages_that(lambda stage: stage.may_be_with_others))
"""It is asked who else deals with it."""
