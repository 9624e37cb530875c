"""What can have been bought, one row each, with all that depends on it."""

from dataclasses import dataclass

from checker.ask.question import UNKNOWN

BOUGHT = "购买"
"""What a text says the buyer did, where the name of the goods says the rest."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Goods:
    """One kind of goods. ``label`` is the option's text. What is not known to be so of a kind is not said of it."""

    id: str
    label: str
    called: str = "商品"
    """What sentences call it that hold for more than one kind, in words that no reader of this row would contradict."""
    bought: str = BOUGHT
    """What a text says the buyer did, with the kind where its name says more than 商品."""
    untouched: str = ""
    used: str = ""
    """How a text says that nobody touched it, and that it was used; empty where the general sentence fits."""
    not_here: str = "本人仍没有收到约定的商品"
    """How a text says that it has not come, without the stop."""
    forbidden_by: tuple[str, ...] = ()
    """The articles that forbid the trade in it; none where it may be bought."""
    sold: bool = False
    """Whether it is handed over as a thing that is sold, so that the law of sales speaks of its defects (民法典 610, 612, 617)."""
    as_code: bool = False
    """Whether what is handed over is a code that everybody calls 卡密. One row; a code for a meal would be the second."""
    service: bool = False
    """Whether a court would look at it as a service: by its name, and so by where one sues (民诉法 24, 民诉法解释 20)."""
    online_content: bool = False
    """Whether it may be access to a platform's own films, music or storage, so that acts on online content speak of it."""
    returnable: bool = False
    """Whether it is a commodity that can come back unseen: the seven days without reason are not closed to it by its kind (消法 25)."""
    prepaid: bool = False
    """Whether it is money paid in advance, to be spent later. One row; a shop's gift card that is topped up again would be the second."""
    may_be_prepaid: bool = False
    """Whether it may be paid for at once and provided bit by bit (预付式消费解释 1)."""
    pays_for_games: bool = False
    """Whether a child who buys it pays for an online game; a top-up may as well be for a telephone."""
    used_by_minors_online: bool = False
    """Whether it opens games, films and the like, whose provider has to keep minors from spending (未成年人网络保护条例 44)."""
    is_account: bool = False
    """Whether it is an account of a game that somebody else had before and may have again. One row; a rented phone number
    would be the second."""
    credited: bool = False
    """Whether it goes into an account that the buyer names, where it can go astray. One row; a transfer of goods between players would
    be the second."""
    delivered_within: str = "delivery_of_codes"
    """The threshold for how long its delivery customarily takes at most, where nobody knows what was promised."""
    done: bool = False
    """Whether somebody does something for the buyer, so that it is done or not and no code, account or content is handed over. One row;
    somebody who queues or buys tickets for the buyer would be the second."""
    unlawful_sign_in: bool = False
    """Whether one uses it by signing in, and has to stop doing that, where other forbidden goods are run as a program. One row; a rented
    working phone would be the second."""

    @property
    def lawful(self) -> bool:
        """Whether it may be bought and sold, as far as its kind goes."""
        return not self.forbidden_by


GAME_CARD = Goods(
    id="game_card",
    label="点卡、礼品卡、充值卡（卡密）",
    called="卡密",
    bought="购买卡密",
    not_here="本人仍没有收到约定的卡密",
    sold=True,
    as_code=True,
    returnable=True,
    pays_for_games=True,
    used_by_minors_online=True,
)
ACTIVATION_CODE = Goods(
    id="activation_code",
    label="软件激活码、序列号、软件授权（永久版、年费版）",
    called="软件授权",
    not_here="本人仍没有收到约定的软件授权",
    sold=True,
    returnable=True,
)
MEMBERSHIP = Goods(
    id="membership",
    label="影视、音乐、阅读会员",
    called="会员",
    bought="购买会员",
    not_here="约定的会员仍没有开通",
    service=True,
    online_content=True,
    used_by_minors_online=True,
)
PERKS = Goods(id="perks", label="别的会员、权益：网盘、购物、外卖、出行、加速器、权益包", service=True)
DIRECT_TOPUP = Goods(
    id="direct_topup",
    label="直充、代充（话费、游戏币、加油等，充进指定账号）",
    bought="充值",
    untouched="充进去的没有动过。",
    used="充进去的已经用掉。",
    not_here="约定的充值仍没有到账",
    service=True,
    credited=True,
    delivered_within="delivery_of_topups",
)
GAME_ACCOUNT = Goods(
    id="game_account",
    label="买来或租来的游戏账号、装备",
    sold=True,
    pays_for_games=True,
    used_by_minors_online=True,
    is_account=True,
    delivered_within="delivery_of_topups",
)
PLATFORM_BALANCE = Goods(
    id="platform_balance",
    label="充在平台里的余额、话费余额、预存款",
    called="余额",
    bought="充值",
    not_here="充入的余额仍没有到账",
    prepaid=True,
)
SERVICE = Goods(
    id="service",
    may_be_prepaid=True,
    label="请人做的事：代练、陪玩、代运营、代做、咨询",
    called="服务",
    not_here="约定的服务仍没有做",
    service=True,
    done=True,
    delivered_within="delivery_of_services",
)
COURSE = Goods(
    id="course",
    may_be_prepaid=True,
    label="网课、教程、培训班",
    called="课程",
    bought="购买课程",
    not_here="约定的课程仍没有提供",
    service=True,
    delivered_within="delivery_of_services",
)
OTHER = Goods(id="other", may_be_prepaid=True, label="别的虚拟商品或服务", delivered_within="delivery_of_services")
CHEAT = Goods(
    id="cheat",
    label="外挂、脚本、辅助、破解工具",
    forbidden_by=("xf-285", "xf-286", "jsjs-2", "mfd-153", "mfd-157", "htjs-24"),
)
FAKE_ORDERS = Goods(id="fake_orders", label="刷单、刷量、买好评，代投诉、代退款", forbidden_by=("dsf-17", "wxf-9", "xfzss-27"))
REAL_NAME_ACCOUNT = Goods(
    id="real_name_account",
    label="别人实名的微信、QQ、支付账户、手机卡，接码、代过人脸",
    forbidden_by=("fdz-31", "fdz-44", "mfd-153", "mfd-157"),
    unlawful_sign_in=True,
)
STOLEN_ACCOUNT = Goods(
    id="stolen_account",
    label="扫号、撞库、盗来的号，黑卡开的会员（买以前页面、客服就这样写明）",
    forbidden_by=("xf-285", "mfd-153", "mfd-157"),
    unlawful_sign_in=True,
)
BANNED_SERVICE = Goods(id="banned_service", label="赌博、色情、翻墙一类", forbidden_by=("mfd-153", "mfd-157"))
NOT_KNOWN = Goods(id=UNKNOWN, label="不清楚属于哪一种", online_content=True, delivered_within="delivery_of_services")
"""Asked on and decided as if it were lawful: only an answer that points to unlawful goods makes them such."""

GOODS = (
    GAME_CARD,
    ACTIVATION_CODE,
    MEMBERSHIP,
    PERKS,
    DIRECT_TOPUP,
    GAME_ACCOUNT,
    PLATFORM_BALANCE,
    SERVICE,
    COURSE,
    OTHER,
    CHEAT,
    FAKE_ORDERS,
    REAL_NAME_ACCOUNT,
    STOLEN_ACCOUNT,
    BANNED_SERVICE,
    NOT_KNOWN,
)
"""In the order of the question's options."""

_BY_ID = {goods.id: goods for goods in GOODS}


def goods_of(fact: str | None) -> Goods:
    """The row that an answer chose; the row of 不清楚 where it is not known."""
    return NOT_KNOWN if fact is None else _BY_ID[fact]
