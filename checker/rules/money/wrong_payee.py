"""Money that went to the wrong person."""

from checker.ask import problems
from checker.ask.facts import Facts
from checker.kit import NO_WORD_OF_USE, ClaimRule, Evidence, F, FirstAct, Objection, Order, Saves, Sentence, cite, payer, reading, story, to
from checker.kit.conditions import MAY_BE_WITH_OTHERS, PAID_AND_TRUE
from checker.kit.remedies import REFUND_ALL


def _tell_the_payer(facts: Facts) -> str:
    where = payer(facts)
    if facts.elsewhere == "payment":
        return f"追问{where.name}，联系上收款人没有。入口：{where.entry}"
    return f"联系{where.name}，说明付错了人，请它联系收款人退回。入口：{where.entry}"


RULE = ClaimRule(
    module=__name__,
    title="付错了人",
    meaning="和收款人没有买卖，钱付错给他，他没有依据收，应当返还。先找支付方转告收款人；他不还的，可以起诉。支付方自己弄错指令的，由它查明、纠正。",
    because="和收款人没有交易，他收这笔钱没有依据，应当返还。",
    also_called=(
        "转错账",
        "付错人",
    ),
    place=8,
    family="charged",
    story=story("付错了人，转错了账户", F.problem.has(problems.MIS_ORDER) & F.slip.is_("payee")),
    first_acts=(
        FirstAct(
            id="payee",
            saves=Saves.PAYMENT,
            at_once=True,
            when=PAID_AND_TRUE,
            what=_tell_the_payer,
            reads=(F.channel, reading(F.elsewhere, when=MAY_BE_WITH_OTHERS)),
        ),
    ),
    cites=(cite("mfd-985", "mfd-987"),),
    remedy=REFUND_ALL,
    proof=(Evidence("payment"),),
    happened=Sentence("本人付错了人，和收款人没有交易，收款人没有依据收取这笔钱。"),
    in_short=Sentence("付错了人，和收款人没有交易"),
    their_records=Sentence("认为有依据收款的，请写明是哪一笔交易。"),
    use=NO_WORD_OF_USE,
    order=Order(traded=False),
    answers=(
        to("used", "final", "silence", "delivered", "rule", "too_late", say="本人和收款人没有买卖。请写明收款的依据，没有的，请返还。"),
        to("own_fault", say="付错是本人的，可是收这笔钱没有依据，应当返还。"),
    ),
    objections=(Objection("不认识你，凭什么退。", "正因为没有交易，收这笔钱没有依据。请写明收款的依据，没有的，请返还。"),),
    cause="不当得利纠纷",
    never_traded=True,
)
