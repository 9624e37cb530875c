"""Names, order numbers and contacts for the letters. Personal data: kept apart from answers, never seen by a rule."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from checker.errors import AnswerError


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PartyField:
    """One field about the parties. All are optional: an empty one becomes a blank in the letter."""

    id: str
    topic: str
    label: str
    hint: str
    autocomplete: str
    blank: str
    """What stands in 【请填写：…】 when it is empty."""
    at_most: int = 60
    lines: int = 1
    """How many lines it may have. What has more than one is a list, a line each."""


PARTY_FIELDS = (
    PartyField(
        id="platform_name", topic="names", label="平台或网站叫什么？", hint="例如“某某卡盟”。", autocomplete="off", blank="平台名称"
    ),
    PartyField(
        id="seller_name", topic="names", label="店铺或卖家叫什么？", hint="平台自营就写平台名称。", autocomplete="off", blank="店铺名称"
    ),
    PartyField(
        id="goods_name",
        topic="names",
        label="商品全名是什么？",
        hint="照抄订单上的名称。不要写卡密。",
        autocomplete="off",
        blank="商品名称",
    ),
    PartyField(
        id="order_no", topic="numbers", label="订单编号是多少？", hint="在订单详情里。", autocomplete="off", blank="订单编号", at_most=40
    ),
    PartyField(
        id="pay_no",
        topic="numbers",
        label="支付账单里的交易单号是多少？",
        hint="账单详情里的一长串数字。找支付方、报警时用。",
        autocomplete="off",
        blank="交易单号",
        at_most=40,
    ),
    PartyField(
        id="exhibits",
        topic="numbers",
        label="证据目录怎么写？",
        hint="一行一份，例如“证据 1：订单截图”。在凭证夹里整理好的，可以带过来。没有就空着。",
        autocomplete="off",
        blank="证据目录",
        at_most=4_000,
        lines=40,
    ),
    PartyField(
        id="buyer_name",
        topic="buyer",
        label="怎么称呼你？",
        hint="写给商家、平台的一般用不着。可以留空，复制以后再填。",
        autocomplete="name",
        blank="你的姓名",
    ),
    PartyField(
        id="buyer_contact",
        topic="buyer",
        label="怎么联系你？",
        hint="电话或邮箱。写给商家、平台的一般用不着。可以留空，复制以后再填。",
        autocomplete="tel",
        blank="联系方式",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Parties:
    """The parties as typed, trimmed; ``None`` where nothing was given."""

    platform_name: str | None = None
    seller_name: str | None = None
    goods_name: str | None = None
    order_no: str | None = None
    pay_no: str | None = None
    exhibits: str | None = None
    """A line for each thing that is enclosed, as the reader lists it."""
    buyer_name: str | None = None
    buyer_contact: str | None = None


def read_parties(raw: Mapping[str, object], clean: Callable[[str], str]) -> tuple[Parties, list[AnswerError]]:
    """Read the party fields. ``clean`` trims and unifies typed text; errors name each field that cannot be used."""
    values: dict[str, str | None] = {}
    errors = []
    for field in PARTY_FIELDS:
        value = raw.get(field.id, "")
        if not isinstance(value, str):
            errors.append(AnswerError(field=field.id, code="type", message=f"{field.blank}要写成文字"))
            continue
        # What ends a line of a list is the text's own affair.
        lines = [line for each in value.splitlines() if (line := clean(each).rstrip("。；;"))] if field.lines > 1 else [clean(value)]
        text = "\n".join(lines)
        if len(lines) > field.lines:
            errors.append(AnswerError(field=field.id, code="too-many-lines", message=f"{field.blank}不要超过 {field.lines} 行"))
        if len(text) > field.at_most:
            errors.append(AnswerError(field=field.id, code="too-long", message=f"{field.blank}不要超过 {field.at_most} 字"))
        values[field.id] = text or None
    known = {field.id for field in PARTY_FIELDS}
    errors += [AnswerError(field=key, code="unknown-field", message=f"双方信息里没有“{key}”这一项") for key in raw if key not in known]
    return Parties(**dict(values.items())), errors
