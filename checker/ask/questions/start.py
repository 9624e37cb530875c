"""What was bought, what happened, how far it was used: the answers on which everything after depends."""

from checker.ask.question import UNKNOWN, Option, Question

GOODS = (
    Option("game_card", "点卡、礼品卡、充值卡（卡密）"),
    Option("activation_code", "软件激活码、序列号"),
    Option("membership", "会员（视频、音乐、网盘等）"),
    Option("direct_topup", "直充、代充（话费、游戏币、加油等，充进指定账号）"),
    Option("game_account", "买来或租来的游戏账号、装备"),
    Option("platform_balance", "充在平台里的余额、话费余额、预存款"),
    Option("other", "别的虚拟商品或服务"),
    Option("cheat", "外挂、脚本、辅助、破解工具"),
    Option("fake_orders", "刷单、刷量、买好评，代投诉、代退款"),
    Option("real_name_account", "别人实名的微信、QQ、支付账户、手机卡，接码、代过人脸"),
    Option("banned_service", "赌博、色情、翻墙一类"),
    Option(UNKNOWN, "不清楚属于哪一种"),
)
UNLAWFUL_GOODS = ("cheat", "fake_orders", "real_name_account", "banned_service")
LAWFUL_GOODS = tuple(o.value for o in GOODS if o.value not in UNLAWFUL_GOODS)

PROBLEMS = (
    Option("not_delivered", "一直没到账，或者没收到卡密"),
    Option("short", "只到了一部分，数量不够"),
    Option("late", "到账了，可是比说好的晚"),
    Option("wrong_goods", "收到的和页面写的不一样（面值、类型、区服、时长、功能、来源、收费、是不是正版），或者游戏没有版号"),
    Option("unusable", "用不了（激活码无效、提示已被使用、密码错误、到手就过期）"),
    Option("stopped_early", "用着用着没了（被找回、扣回、封号、停机，提前停了）"),
    Option("overcharged", "多扣了钱（重复扣款、自动续费、默认勾选）"),
    Option("seller_cancelled", "商家自己取消订单，或者把给了的收回去（标错价、缺货）"),
    Option("promise_broken", "商家说过包赔、质保、随时退、假一赔几，现在不认"),
    Option("balance_refused", "平台余额、预存款用不了，退不出来"),
    Option("mis_order", "买错、充错了"),
    Option("change_of_mind", "不想要了"),
    Option("expired_unused", "一直没用，放过期了"),
    Option("refund_not_arrived", "对方答应退款了，钱没到、只退到余额，或者要扣手续费"),
    Option("asked_to_pay_again", "让我再付一笔才给货、才退款、才能提现（激活费、解冻费、保证金）"),
    Option("seller_vanished", "付完钱对方就消失了：网站打不开、订单没了、我被拉黑（只是客服不回话，不选这个）"),
    Option("told_to_buy", "有人让我买卡密发给他，后来发现被骗"),
    Option("deposit_kept", "押金退不出来（租号等）"),
    Option("child_paid", "是孩子付的，或者失智的家人付的"),
    Option("not_paid_by_me", "不是我付的，账户被外人用了（孩子、失智的家人付的，选上一条）"),
    Option(UNKNOWN, "说不清"),
)
USE_MATTERS = (
    "short",
    "late",
    "wrong_goods",
    "unusable",
    "stopped_early",
    "overcharged",
    "seller_cancelled",
    "promise_broken",
    "mis_order",
    "change_of_mind",
    "expired_unused",
)
CLAIMABLE = ("not_delivered", *USE_MATTERS, "balance_refused", "deposit_kept", "refund_not_arrived", "child_paid", UNKNOWN)
ORDINARY = (("goods", LAWFUL_GOODS), ("problem", CLAIMABLE))
BUT_A_CHILD_PAID = tuple(o.value for o in PROBLEMS if o.value != "child_paid")


def when(*problems: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Asked for lawful goods when one of these problems was chosen."""
    return (("goods", LAWFUL_GOODS), ("problem", problems))


QUESTIONS = (
    Question(
        id="goods",
        topic="goods",
        kind="choice",
        options=GOODS,
        label="买的是什么？",
        hint="选最接近的一种。",
        why="不同的东西适用不同的规则。有几种东西法律禁止买卖，遇到了要先停下来。",
        error="选择买的是什么，不确定就选“不清楚属于哪一种”",
    ),
    Question(
        id="unlawful_part",
        topic="unlawful",
        kind="choice",
        asked_when=(("goods", UNLAWFUL_GOODS),),
        options=(
            Option("bought", "我买的，还没用过"),
            Option("used", "我买的，已经用过、装过、登录过"),
            Option("task", "对方让我先垫钱做任务，说做完返钱"),
            Option("lent_own", "把自己的账号、手机卡、人脸借出或者卖出去了"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="你在这件事里是哪一种？",
        hint="照实选。答案只在这台设备上处理。",
        why="都先停下来，但要先做的事不一样。先垫钱返利的，多半是诈骗。",
        error="选择你是哪一种，不确定就选“不清楚”",
    ),
    Question(
        id="problem",
        topic="problem",
        kind="choices",
        options=PROBLEMS,
        at_most=2,
        label="出了什么事？",
        hint="最多选两件。",
        why="能不能要求退款，先看发生了什么，再看条款怎么写。",
        error="选择出了什么事，不好归类就选“说不清”",
    ),
    Question(
        id="bound_to",
        topic="source",
        kind="choice",
        asked_when=(("goods", ("game_account",)), ("problem", BUT_A_CHILD_PAID)),
        options=(
            Option("mine", "我自己的，或者能换绑成我的"),
            Option("unbound", "没有绑定身份信息"),
            Option("other_fixed", "别人的，换不了"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="账号绑定的是谁的身份信息？",
        hint="看实名认证、绑定的手机号能不能改成你的。",
        why="绑着别人身份、又换不了的账号，法律禁止买卖，随时会被找回。",
        error="选择账号绑定的是谁的身份信息，不确定就选“不清楚”",
    ),
    Question(
        id="topup_signs",
        topic="source",
        kind="choices",
        at_most=0,
        asked_when=(("goods", ("direct_topup",)),),
        options=(
            Option("cheap", "比官方价便宜很多"),
            Option("password", "要走了账号密码或者验证码"),
            Option("slow", "说好几天到半个月才到账"),
            Option("told", "卖家说过是黑卡、退款单、卡漏洞"),
            Option("none", "都没有"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="下单的时候，有没有下面这些？",
        hint="有几样选几样。",
        why="便宜、要密码、到账慢，充进来的可能是别人被骗的钱，会连累你停机、封号。",
        error="选择有没有这些情形，都没有就选“都没有”",
    ),
    Question(
        id="goods_used",
        topic="use",
        kind="choice",
        asked_when=(("goods", LAWFUL_GOODS), ("problem", USE_MATTERS)),
        options=(
            Option("untouched", "没动过（卡密没看没充，会员没用，直充、预存的钱没花）"),
            Option("tried", "试了，没成功（提示已被使用、无效、密码错误）"),
            Option("redeemed", "卡密充进了自己或朋友的账号，或者直充、预存的钱花完了、东西用完了"),
            Option("fault_after_activation", "激活或到账以后，才发现有问题"),
            Option("part_used", "用了一部分"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="买的东西，用过了吗？",
        hint="照实选。用过不等于一定不能退，说没用过却查到用过，才会让你吃亏。自动续费的，只看续费以后用没用。充错账号、区服，已经到了那边的，选“卡密充进了……”。",
        why="用到哪一步，决定能要求退全部、退一部分，还是不能退。",
        error="选择用过没有，不确定就选“不清楚”",
    ),
    Question(
        id="part_unit",
        topic="part",
        kind="choice",
        asked_when=(("goods_used", ("part_used",)),),
        options=(Option("days", "天"), Option("pieces", "张"), Option("times", "次"), Option(UNKNOWN, "别的，或者不清楚")),
        label="按什么算用了多少？",
        hint="会员一般按天，卡密按张。",
        why="下面两题的数字用同一个单位。",
        error="选择按什么算，不确定就选“别的，或者不清楚”",
    ),
    Question(
        id="part_total",
        topic="part",
        kind="number",
        asked_when=(("goods_used", ("part_used",)),),
        required=False,
        label="一共买了多少？",
        hint="只填数字。例如一年会员按天填 365。不清楚就留空。",
        why="按没用掉的部分算退多少。",
        error="一共买了多少，要写成大于 0 的整数",
    ),
    Question(
        id="part_used",
        topic="part",
        kind="number",
        asked_when=(("goods_used", ("part_used",)),),
        required=False,
        label="已经用了多少？",
        hint="和上一题同一个单位。不清楚就留空。",
        why="按没用掉的部分算退多少。",
        error="已经用了多少，要写成整数，不能超过总数",
    ),
)
