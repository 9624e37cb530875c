"""A stranger paid from the reader's account: whoever handled the payment answers, not the seller."""

from checker.ask.problems import NOT_PAID_BY_ME
from checker.ask.routes import UNAUTHORISED_PAYMENT
from checker.kit import (
    NO_WORD_OF_USE,
    ClaimRule,
    Condition,
    Evidence,
    F,
    FirstAct,
    Objection,
    Report,
    Saves,
    Sentence,
    Telling,
    ToPayer,
    blank,
    cite,
    day,
    paid,
    paid_by,
    payer,
    story,
    unless,
)
from checker.kit.remedies import STOP_PAYMENT
from checker.rules.stop import STOP_THE_MONEY, STOP_THE_MONEY_IN_SHORT

BY_A_STRANGER = unless(F.how_taken.is_("family") | F.truthful.is_("no"))
"""It is not known that the family paid, or that the story is not true."""
TRICKED = F.how_taken.is_("gave_code")
BY_CARD = F.channel.is_("card")


TOLD = ("yes", "in_time", "overdue")
"""Whoever handled the payment knows of it."""


def _happened(t: Telling) -> str:
    tricked = ""
    if t.f.how_taken == "gave_code":
        tricked = f"此前有人用欺骗的办法取得了付款需要的信息，经过是{blank('什么时间、用什么说法、给出了什么')}。"
    return f"这笔付款不是本人操作，本人也没有授权别人操作。{tricked}"


def _payment(t: Telling) -> str:
    return f"本人的账户于{day(t.f.paid_on, '付款日期')}发生一笔付款，金额{paid(t.f)}{paid_by(t.f)}，交易单号{t.pay_no}，"


def _told_to_the_payer(t: Telling) -> str:
    told = {
        "yes": "本人已经通知，并要求停用账户。",
        "in_time": f"本人已经挂失、申请核查，受理编号是{blank('受理编号')}。",
        "overdue": f"本人已经挂失、申请核查，受理编号是{blank('受理编号')}。说好的答复时间已过，没有结果。",
    }.get(t.f.notified or "", "本人现在通知，请求立即挂失、冻结。")
    return f"{_payment(t)}收款方是{blank('账单上的收款方名称')}。\n{_happened(t)}\n{told}"


def _reported(t: Telling) -> str:
    tricked = ""
    if t.f.how_taken == "gave_code":
        how = blank("什么时间、用什么说法、在哪个软件、给出了什么")
        tricked = f"\n此前有人用欺骗的办法取得了付款需要的信息。经过是{how}。"
    return f"{_payment(t)}不是本人操作。{tricked}"


RULE = ClaimRule(
    module=__name__,
    route=UNAUTHORISED_PAYMENT,
    title="不是你付的，账户被别人用了",
    meaning="未经授权的支付，损失由支付服务提供者承担，它能证明是用户过错的除外。要马上通知支付方、挂失、改密码。银行卡没有及时挂失的，扩大的损失可能要自己承担；支付方接到通知没有及时处理的，扩大的部分由它承担。找商家退款不是主要的路。",
    because="这笔付款不是你授权的，先找支付方，不是先找商家。",
    headline="不是你付的，先找支付方止付、核查",
    also_called=("盗刷", "莫名其妙扣钱", "不是我买的", "手机被偷"),
    place=6,
    story=story("不是自己付的，账户被别人用了", F.problem.has(NOT_PAID_BY_ME)),
    defences=(
        Condition(
            "是家里人付的",
            F.how_taken.is_("family"),
            "家里人付的，不是盗刷，支付方不会当盗刷处理。孩子付的，回去选“是孩子付的，或者失智的家人付的”再查。",
        ),
    ),
    first_acts=(
        FirstAct(
            id="passwords",
            saves=Saves.PAYMENT,
            at_once=True,
            when=BY_A_STRANGER & TRICKED,
            what=lambda f: "还在共享屏幕的，关掉。改支付密码和登录密码，让别的设备退出登录，关掉免密支付",
        ),
        FirstAct(
            id="stop_payment",
            saves=Saves.PAYMENT,
            at_once=True,
            when=BY_A_STRANGER & unless(F.notified.is_(*TOLD)),
            reads=(F.channel,),
            what=lambda f: f"通知{payer(f).name}，挂失、冻结、核查这笔付款。入口：{payer(f).entry}",
        ),
        FirstAct(
            id="passwords",
            saves=Saves.ACCESS,
            at_once=True,
            when=BY_A_STRANGER & unless(TRICKED),
            what=lambda f: "改掉支付密码和登录密码，让别的设备退出登录，关掉免密支付",
        ),
    ),
    cites=(
        cite("dsf-57"),
        cite("yhk-4", "yhk-7", when=unless(~BY_CARD)),
        cite("zfjg-35", when=unless(BY_CARD)),
    ),
    remedy=STOP_PAYMENT,
    proof=(Evidence("payment", "哪一笔、什么时间、付给谁", "账单详情；验证方式、设备、网络记录在支付方手里，书面要求它提供"),),
    happened=Sentence(_happened, F.how_taken),
    in_short=Sentence("这笔付款不是本人操作，也没有授权"),
    their_records=Sentence("主张是本人操作的，请提供验证方式、设备和网络记录。"),
    to_payer=ToPayer(
        heading="未经授权的支付，请求止付和核查",
        happened=Sentence(_told_to_the_payer, F.paid_on, F.paid_fen, F.paid_said, F.channel, F.how_taken, F.notified),
        asks=Sentence(
            lambda t: (
                "1. 立即止付，冻结尚未转出的款项。\n2. 提供这笔交易的验证方式、设备和网络记录。\n3. 告知收款商户的名称和联系方式。\n"
                f"4. 书面答复核查结果。不能证明是本人过错的，请承担这笔损失{paid(t.f)}。"
            ),
            F.paid_fen,
            F.paid_said,
        ),
    ),
    report=Report(
        by="报案人",
        happened=Sentence(_reported, F.paid_on, F.paid_fen, F.paid_said, F.channel, F.how_taken),
        asks=Sentence(STOP_THE_MONEY),
        announced="报案",
        in_short=Sentence("这笔付款不是本人操作。"),
        asks_in_short=Sentence(STOP_THE_MONEY_IN_SHORT),
    ),
    use=NO_WORD_OF_USE,
    answers=(),
    objections=(
        Objection(
            "验证码输入正确，视为本人操作。",
            "请提供这笔交易的验证方式、设备和网络记录。主张是本人或者经授权的交易，由支付方举证。",
        ),
    ),
)
