"""A frozen account, and a balance that cannot be used."""

from checker.ask import problems
from checker.kit import ALWAYS, NO_WORD_OF_USE, ClaimRule, Condition, Evidence, F, Objection, Sentence, Telling, cite, money, story, to
from checker.kit.conditions import SOLD_ON_A_PLATFORM
from checker.kit.remedies import REFUND_BALANCE


def _happened(t: Telling) -> str:
    return f"本人的账号被冻结，余额{money(t.f.balance_fen, '剩余的余额')}不能使用，本人没有违反规则。"


RULE = ClaimRule(
    module=__name__,
    title="账号被冻结，余额用不了",
    meaning="平台冻结账号，要说明理由，给申诉的渠道。没有违规的，可以要求解冻，或者退还余额。确实违规的，看规则写明的后果合不合理。",
    because="账号被冻结而你没有违规，可以要求说明理由、解冻，或者退还余额。",
    also_called=(
        "账号被冻结",
        "余额用不了",
        "风控",
    ),
    place=5,
    family="prepaid",
    story=story("账号被冻结，余额用不了", F.problem.has(problems.BALANCE_REFUSED) & F.balance_trouble.is_("frozen", "own_breach")),
    exceptions=(
        Condition(
            "是因为自己违规被冻结",
            F.balance_trouble.is_("own_breach"),
            "是自己违反了规则，一般由自己承担。没收全部余额一类的后果过重的，只能请求法院适当减少。",
        ),
    ),
    cites=(cite("mfd-509", "mfd-577"), cite("ptgz-19", when=SOLD_ON_A_PLATFORM)),
    ends_contract=ALWAYS,
    remedy=REFUND_BALANCE,
    proof=(
        Evidence("payment"),
        Evidence("order"),
        Evidence("error", "冻结的提示和余额", "登录后的提示、余额页，整页截图；请平台书面说明理由"),
    ),
    happened=Sentence(_happened, F.balance_fen),
    in_short=Sentence("账号被冻结，余额不能使用，本人没有违规"),
    their_records=Sentence("认为本人违规的，请写明是哪一次操作、违反了哪一条。"),
    use=NO_WORD_OF_USE,
    answers=(to("used", "final", say="要的是没有用的余额。请解冻，或者写明冻结的依据。"),),
    objections=(Objection("风控冻结，原因不便透露。", "请写明依据的是哪一条、哪一次操作。没有理由的，请解冻，或者退还余额。"),),
)
