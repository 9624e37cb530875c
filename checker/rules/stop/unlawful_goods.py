"""Goods and services whose sale the law forbids."""

from checker.ask import goods, routes
from checker.ask.facts import Facts
from checker.kit import NEVER, Act, Condition, F, StopRule, cite, unless
from checker.rules.stop import FORBIDDEN, KEEP_RECORDS, STOP_BUYING

CHEAT = F.goods.is_(goods.CHEAT)
FAKE_ORDERS = F.goods.is_(goods.FAKE_ORDERS)
REAL_NAME_ACCOUNT = F.goods.is_(goods.REAL_NAME_ACCOUNT)
VOID_BY_CONTENT = CHEAT | REAL_NAME_ACCOUNT | F.goods.is_(goods.BANNED_SERVICE)
"""Goods for which it is said what follows from a contract that is void."""


def _acts(facts: Facts) -> tuple[Act, ...]:
    first = "不要安装、不要登录、不要运行"
    match facts.unlawful_part:
        case "task":
            return (
                Act(what="停止垫钱，退出任务群，不要再接单"),
                Act(what="先照上面一件事报警，把垫付的每一笔说清楚"),
                KEEP_RECORDS,
            )
        case "lent_own":
            return (
                Act(what="马上挂失、注销借出去的卡和账号，收回授权"),
                Act(what="主动向公安说明什么时候、给了谁、拿了多少钱"),
                Act(what="聊天和收款记录不要删"),
            )
        case "used" if goods.goods_of(facts.goods).unlawful_sign_in:
            first = "停止使用，不要再登录、找回"
        case "used":
            first = "停止使用。运行过程序的，断网、查毒，用别的设备改掉密码"
    return (Act(what=first), STOP_BUYING, KEEP_RECORDS)


RULE = StopRule(
    module=__name__,
    route=routes.UNLAWFUL_GOODS,
    title="法律禁止买卖的东西",
    meaning="外挂、刷单、代投诉、别人实名的账号和手机卡、盗来的账号、赌博色情一类，法律禁止买卖。买卖合同多半无效，双方有过错的各自担责，涉嫌犯罪的会移送公安。这里不写退款文书，也不说能退。",
    because="这类东西法律禁止买卖，不能当普通商品要求退款。",
    headline=FORBIDDEN,
    also_called=("买了外挂", "透视辅助", "刷单", "代退款", "接码", "实名号"),
    place=3,
    story=Condition(
        "买的是外挂、刷单、代投诉、别人实名的账号和手机卡、盗来的账号，或者赌博色情一类",
        F.goods.is_(*(row for row in goods.GOODS if not row.lawful)),
        "买的不是法律禁止买卖的东西。",
    ),
    cites=(
        # The rules page goes from the contract to each kind of goods; who bought one of them reads first what forbids that one.
        cite("mfd-153", "mfd-157", "htjs-24", "xf-285", "xf-286", "jsjs-2", "fdz-31", "fdz-44", "wxf-9", "dsf-17", "xfzss-27", when=NEVER),
        cite("xf-285", "xf-286", "jsjs-2", when=CHEAT),
        cite("fdz-31", "fdz-44", when=REAL_NAME_ACCOUNT),
        cite("dsf-17", "wxf-9", "xfzss-27", when=FAKE_ORDERS),
        cite("mfd-153", when=unless(FAKE_ORDERS)),
        cite("mfd-157", when=VOID_BY_CONTENT),
        cite("htjs-24", when=CHEAT),
    ),
    acts=_acts,
    before_all=True,
)
