"""Where no refund text is written: a scam in progress, and goods that the law forbids."""

from checker.decide.rule import Rule, among, chose

ARTICLES_BY_GOODS = {
    "cheat": ("xf-285", "jsjs-2", "mfd-153", "mfd-157"),
    "fake_orders": ("dsf-17", "wxf-9"),
    "real_name_account": ("fdz-31", "mfd-153", "mfd-157"),
}

UNLAWFUL_GOODS = Rule(
    id="unlawful_goods",
    route="unlawful_goods",
    title="法律禁止买卖的东西",
    basis="statute",
    articles=("mfd-153", "mfd-157", "xf-285", "jsjs-2", "fdz-31", "wxf-9", "dsf-17"),
    cites=lambda facts: ARTICLES_BY_GOODS.get(facts.goods, ("mfd-153",)),
    meaning="外挂、刷单、别人实名的账号和手机卡，法律禁止买卖。买卖合同多半无效，双方有过错的各自担责，法院还可能移送公安。这里不写退款文书，也不说能退。",
    because="这类东西法律禁止买卖，不能当普通商品要求退款。",
    conditions=(
        among(
            "goods", "cheat", "fake_orders", "real_name_account",
            sentence="买的是外挂、刷单刷量，或者别人实名的账号、手机卡", otherwise="买的不是法律禁止买卖的东西。",
        ),
    ),
)

SCAM = Rule(
    id="scam",
    route="scam",
    title="正在被骗：再付一笔、人找不到了",
    basis="statute",
    articles=("xf-266", "fdz-38", "zaglf-58"),
    meaning="用激活费、解冻费、保证金的名义让你再付一笔，付完网站没了、人找不到了，多半是诈骗。不要再付，先止付、报警。写退款函只会耽误时间。",
    because="让你再付一笔才给货、才退款，或者付完就找不到人，这是诈骗常见的做法。",
    conditions=(
        chose("asked_to_pay_again", "seller_vanished", sentence="被要求再付一笔，或者付完对方失联、网站没了"),
    ),
)
