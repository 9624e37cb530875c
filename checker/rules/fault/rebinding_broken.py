"""A game account was sold with the promise to bind it to the buyer, and that was not done, broken off or undone."""

from checker.ask.goods import GAME_ACCOUNT
from checker.kit import ALWAYS, NO_WORD_OF_USE, ClaimRule, Condition, Evidence, F, FirstAct, Objection, Saves, Sentence, Telling, cite, to
from checker.kit.remedies import REFUND_ALL

TAKEN_BACK = F.stopped_cause.is_("taken_back")


def _happened(t: Telling) -> str:
    back = "账号后来被收了回去，本人登录不上。" if t.f.stopped_cause == "taken_back" else ""
    return (
        f"约定由{t.seller_called}把账号换绑到本人名下，没有完成约定的换绑，或者换绑后又被改回。{back}"
        "这类买卖是否有效有争议：认定有效的，没有照约定履行，应当退还价款，认定无效的，取得的价款也应当返还。"
    )


RULE = ClaimRule(
    module=__name__,
    title="说好换绑，没换、换一半，或者又收回去",
    meaning="说好换绑成你的，卖家不配合、换到一半，或者又改了回去，是没有照约定做。可以要求退还价款。这类买卖有没有效，各地看法不同：有效的按违约退，无效的也要返还，要的是同一笔钱。实名的微信、QQ、支付账户不在这里，法律禁止买卖。",
    because="说好的换绑没有完成，对方没有照约定做，可以要求退还价款。买卖是否有效有争议，有效无效都要返还。",
    also_called=("不给换绑", "换绑一半", "号被卖家收回", "买号被找回"),
    place=11,
    family="afterwards",
    story=Condition(
        "说好换绑成自己的，没有换成，或者又被改回去",
        F.goods.is_(GAME_ACCOUNT) & F.bound_to.is_("promised"),
        "没有说好换绑，或者已经换成了。",
    ),
    defences=(Condition("是因为自己违反了使用规则", F.stopped_cause.is_("own_breach"), "是因为自己违反了使用规则，由自己承担。"),),
    cites=(cite("mfd-509", "mfd-577"), cite("mfd-157")),
    ends_contract=ALWAYS,
    hold_the_money=TAKEN_BACK,
    remedy=REFUND_ALL,
    proof=(
        Evidence("chat", "说好换绑", "约定换绑的那几句聊天或者页面，连日期一起截"),
        Evidence("order"),
        Evidence("payment"),
        Evidence("usage_log", "现在登录不上，或者还绑着别人", "登录失败、绑定信息的截图"),
    ),
    first_acts=(
        FirstAct(
            id="hold",
            saves=Saves.PAYMENT,
            at_once=True,
            what=lambda f: (
                "马上联系交易平台，请它先别把钱放给卖家；钱已经放了的，请它冻结、提供卖家信息。账号里绑过自己手机号、支付方式的，解绑"
            ),
        ),
    ),
    happened=Sentence(_happened, F.stopped_cause),
    in_short=Sentence("约定的换绑没有完成"),
    their_records=Sentence("认为已经换绑的，请提供换绑的记录：什么时间、绑到哪个手机号或者邮箱。"),
    use=NO_WORD_OF_USE,
    answers=(
        to("used", "delivered", "final", say="约定里有换绑，账号没有绑在本人名下，不算照约定交付。请就换绑答复。"),
        to("own_fault", say="换绑要由对方配合。请写明本人哪一步没有做。"),
    ),
    objections=(Objection("账号已经给你了，后面的事不管。", "约定里有换绑。没有换绑，账号随时会被收回去，不算照约定交付。"),),
)
