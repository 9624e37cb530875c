"""Every question of the checker, in the order in which it is asked. Words are edited here and nowhere else."""

from checker.ask.question import UNKNOWN, Option, Question, Topic

STAGES = ("先看能不能退", "订单和商家", "凭证", "诉求")

TOPICS = (
    Topic(id="goods", stage=STAGES[0], heading="买的是什么"),
    Topic(id="problem", stage=STAGES[0], heading="出了什么事"),
    Topic(id="use", stage=STAGES[0], heading="用到了哪一步"),
    Topic(id="fault", stage=STAGES[0], heading="哪里不对"),
    Topic(id="own-choice", stage=STAGES[0], heading="下单的时候"),
    Topic(id="child", stage=STAGES[0], heading="孩子和监护人"),
    Topic(id="order", stage=STAGES[1], heading="订单和付款"),
    Topic(id="promise", stage=STAGES[1], heading="承诺和到账"),
    Topic(id="late", stage=STAGES[1], heading="到账以后"),
    Topic(id="evidence", stage=STAGES[2], heading="手里有什么凭证"),
    Topic(id="reply", stage=STAGES[3], heading="和商家说到哪一步了"),
    Topic(id="their-words", stage=STAGES[3], heading="对方怎么说"),
    Topic(id="truth", stage=STAGES[3], heading="检查答案"),
)

YES_NO_UNKNOWN = (Option("yes", "有"), Option("no", "没有"), Option(UNKNOWN, "不清楚"))

GOODS = (
    Option("game_card", "点卡、礼品卡、充值卡（卡密）"),
    Option("activation_code", "软件激活码、序列号"),
    Option("membership", "会员（视频、音乐、网盘等）"),
    Option("direct_topup", "直充、代充（话费、游戏币、加油等）"),
    Option("game_account", "自己玩的游戏账号、装备"),
    Option("platform_balance", "平台余额、预存款"),
    Option("other", "别的虚拟商品或服务"),
    Option("cheat", "外挂、脚本、辅助、破解工具"),
    Option("fake_orders", "刷单、刷量、买好评"),
    Option("real_name_account", "别人实名的微信、QQ、支付账户、手机卡、接码"),
    Option(UNKNOWN, "不清楚属于哪一种"),
)
LAWFUL_GOODS = tuple(o.value for o in GOODS if o.value not in ("cheat", "fake_orders", "real_name_account"))

PROBLEMS = (
    Option("not_delivered", "一直没到账，或者没收到卡密"),
    Option("late", "到账了，可是比说好的晚"),
    Option("wrong_goods", "收到的和页面写的不一样（面值、类型、区服、时长、功能）"),
    Option("unusable", "用不了（激活码无效、提示已被使用、密码错误）"),
    Option("stopped_early", "用着用着没了（被找回、被扣回、被封、提前停了）"),
    Option("mis_order", "我自己买错、充错了"),
    Option("change_of_mind", "不想要了"),
    Option("expired_unused", "一直没用，放过期了"),
    Option("refund_not_arrived", "对方答应退款了，钱还没到"),
    Option("asked_to_pay_again", "让我再付一笔才给货、才退款（激活费、解冻费、保证金）"),
    Option("seller_vanished", "付完钱网站打不开、订单没了、被拉黑，人找不到了"),
    Option("child_paid", "是孩子付的钱"),
    Option("not_paid_by_me", "不是我付的，账户被别人用了"),
    Option(UNKNOWN, "说不清"),
)
USE_MATTERS = (
    "late", "wrong_goods", "unusable", "stopped_early", "mis_order", "change_of_mind", "expired_unused",
)
CLAIMABLE = ("not_delivered", *USE_MATTERS, "refund_not_arrived", "child_paid", UNKNOWN)

_ORDINARY = (("goods", LAWFUL_GOODS), ("problem", CLAIMABLE))


def _when(problem: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("goods", LAWFUL_GOODS), ("problem", (problem,)))


QUESTIONS = (
    Question(
        id="goods", topic="goods", kind="choice", options=GOODS,
        label="买的是什么？",
        hint="选最接近的一种。",
        why="不同的东西适用不同的规则。有几种东西法律禁止买卖，遇到了要先停下来。",
        error="选择买的是什么，不确定就选“不清楚属于哪一种”",
    ),
    Question(
        id="problem", topic="problem", kind="choices", options=PROBLEMS, at_most=2,
        label="出了什么事？",
        hint="最多选两件。",
        why="能不能要求退款，先看发生了什么，再看条款怎么写。",
        error="选择出了什么事，不好归类就选“说不清”",
    ),
    Question(
        id="goods_used", topic="use", kind="choice", asked_when=(("goods", LAWFUL_GOODS), ("problem", USE_MATTERS)),
        options=(
            Option("untouched", "没动过（卡密没看、没充，会员没用）"),
            Option("tried", "试了，没成功（提示已被使用、无效、密码错误）"),
            Option("redeemed", "充进了自己或朋友的账号，或者已经用完"),
            Option("fault_after_activation", "激活或到账以后，才发现有问题"),
            Option("part_used", "用了一部分"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="卡密、会员或充的钱，用过了吗？",
        hint="照实选。用过不等于一定不能退，说没用过却查到用过，才会让你吃亏。",
        why="用到哪一步，决定能要求退全部、退一部分，还是不能退。",
        error="选择用过没有，不确定就选“不清楚”",
    ),
    Question(
        id="part_unit", topic="use", kind="choice", asked_when=(("goods_used", ("part_used",)),),
        options=(Option("days", "天"), Option("pieces", "张"), Option("times", "次"), Option(UNKNOWN, "别的，或者不清楚")),
        label="按什么算用了多少？", hint="会员一般按天，卡密按张。",
        why="下面两题的数字用同一个单位。", error="选择按什么算，不确定就选“别的，或者不清楚”",
    ),
    Question(
        id="part_total", topic="use", kind="number", asked_when=(("goods_used", ("part_used",)),), required=False,
        label="一共买了多少？",
        hint="只填数字。例如一年会员按天填 365。不清楚就留空。",
        why="按没用掉的部分算退多少。",
        error="一共买了多少，要写成大于 0 的整数",
    ),
    Question(
        id="part_used", topic="use", kind="number", asked_when=(("goods_used", ("part_used",)),), required=False,
        label="已经用了多少？",
        hint="和上一题同一个单位。不清楚就留空。",
        why="按没用掉的部分算退多少。",
        error="已经用了多少，要写成整数，不能超过总数",
    ),
    Question(
        id="mismatch", topic="fault", kind="choice", asked_when=_when("wrong_goods"),
        options=(
            Option("face_value", "面值或数量不对"), Option("type", "类型、版本不对"), Option("region", "区服、地区不对"),
            Option("duration", "时长不对"), Option("not_as_claimed", "功能、来源或收费和宣传的不一样"),
            Option("as_stated", "仔细看，页面写的就是这一种，是我看错了"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="哪里和页面写的不一样？",
        hint="不止一处就选差得最多的一处。",
        why="函里要写清楚差在哪里。",
        error="选择哪里不一样，不确定就选“不清楚”",
    ),
    Question(
        id="page_said", topic="fault", kind="text", asked_when=_when("wrong_goods"), required=False,
        label="页面原来怎么写的？",
        hint="照抄页面上的那几个字，例如“100 元面值”。不记得就留空。",
        why="函里会引用这句话。", error="页面原来怎么写的，不要超过 200 字",
    ),
    Question(
        id="got_instead", topic="fault", kind="text", asked_when=_when("wrong_goods"), required=False,
        label="实际收到的是什么？",
        hint="例如“50 元面值”。不要把卡密写进来。",
        why="函里会和页面写的放在一起。", error="实际收到的是什么，不要超过 200 字",
    ),
    Question(
        id="failure", topic="fault", kind="choice", asked_when=_when("unusable"),
        options=(
            Option("already_used", "提示已被使用"), Option("invalid", "提示无效、不存在"),
            Option("wrong_password", "账号或密码错误"), Option("other", "别的提示，或者没有反应"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="用的时候提示什么？",
        hint="选最接近的一种。",
        why="“已被使用”和“无效”要找的证据不一样。",
        error="选择提示什么，不确定就选“不清楚”",
    ),
    Question(
        id="error_text", topic="fault", kind="text", asked_when=_when("unusable"), required=False,
        label="提示的原话是什么？",
        hint="照抄屏幕上的字。不要写卡密。不记得就留空。",
        why="函里会引用这句话。", error="提示的原话，不要超过 200 字",
    ),
    Question(
        id="support_fixed", topic="fault", kind="choice", asked_when=_when("unusable"),
        options=(Option("yes", "解决了，现在能用"), Option("no", "没有解决"), Option("not_asked", "还没找过客服"), Option(UNKNOWN, "不清楚")),
        label="客服后来解决了吗？",
        hint="补发了能用的、重置了密码，都算解决了。",
        why="已经修好的，不能再用“用不了”作理由。",
        error="选择客服解决了没有",
    ),
    Question(
        id="stopped_cause", topic="fault", kind="choice", asked_when=_when("stopped_early"),
        options=(
            Option("taken_back", "账号被原来的主人找回了"), Option("clawed_back", "充进去的被扣回、冻结了"),
            Option("shut", "商家或平台提前停了、收回了"), Option("own_breach", "因为我违反了使用规则"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="是怎么没了的？",
        hint="看看通知、登录提示或者客服的说法。",
        why="是谁的原因，决定由谁承担。",
        error="选择是怎么没了的，不确定就选“不清楚”",
    ),
    Question(
        id="could_correct", topic="own-choice", kind="choice", asked_when=_when("mis_order"),
        options=(Option("yes", "有，可以核对和修改"), Option("no", "没有，或者页面写得让人看错"), Option(UNKNOWN, "不记得")),
        label="付款以前，页面有没有让你核对和改正？",
        hint="例如确认账号、区服、数量的那一页。",
        why="商家要保证提交订单前可以更正输入错误。",
        error="选择付款以前能不能改正，想不起来就选“不记得”",
    ),
    Question(
        id="confirmed_no_return", topic="own-choice", kind="choice", asked_when=_when("change_of_mind"),
        options=(Option("yes", "有，而且要点确认"), Option("no", "没有"), Option(UNKNOWN, "不记得")),
        label="付款以前，有没有单独让你确认“不支持七日无理由退货”？",
        hint="只写在长长的规则里，不算单独让你确认。",
        why="没有让你逐单确认的，商家不能一概拒绝无理由退货。",
        error="选择有没有让你确认，想不起来就选“不记得”",
    ),
    Question(
        id="validity_stated", topic="own-choice", kind="choice", asked_when=_when("expired_unused"),
        options=(Option("yes", "写了，看得见"), Option("no", "没有写，或者藏得看不见"), Option(UNKNOWN, "不记得")),
        label="买的时候，页面写明有效期了吗？",
        hint="商品页、付款页、发卡页都算。",
        why="写明了有效期，过期通常由自己承担。没写明的，情况不一样。",
        error="选择页面写明有效期没有，想不起来就选“不记得”",
    ),
    Question(
        id="child_age", topic="child", kind="choice", asked_when=_when("child_paid"),
        options=(
            Option("under_8", "不满 8 岁"), Option("8_to_17", "8 岁以上，不满 18 岁"),
            Option("self_supporting", "16 岁以上，主要靠自己的劳动收入生活"), Option("adult", "已经满 18 岁"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="付款的时候，孩子多大？",
        hint="按付款那天的周岁算。",
        why="不满 8 岁、8 岁以上、靠自己收入生活，法律的规定不一样。",
        error="选择孩子多大",
    ),
    Question(
        id="guardian_consent", topic="child", kind="choice", asked_when=_when("child_paid"),
        options=(Option("no", "没有，知道以后也不同意"), Option("yes", "同意过，或者事后认可了"), Option(UNKNOWN, "不清楚")),
        label="监护人同意过这些付款吗？",
        hint="监护人通常是父母。只要有一位同意过或者事后认可，就选“同意过”。",
        why="监护人同意或者认可的付款，一般有效。",
        error="选择监护人同意过没有",
    ),
    Question(
        id="child_spending", topic="child", kind="choice", asked_when=(("child_age", ("8_to_17",)),),
        options=(
            Option("beyond_age", "明显超出了，家里不会让孩子自己花这么多"), Option("everyday", "是平时自己能花的小钱"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="这些钱，超出孩子平时能自己花的范围了吗？",
        hint="看总数、次数，也看孩子的年龄。",
        why="8 岁以上的孩子，和年龄、智力相适应的小额付款有效，超出的要监护人同意。",
        error="选择超出了没有，不确定就选“不清楚”",
    ),
    Question(
        id="purpose", topic="order", kind="choice", asked_when=_ORDINARY,
        options=(Option("self", "自己或家人用"), Option("resale", "转卖、做代理、批量拿货"), Option(UNKNOWN, "不清楚")),
        label="买来做什么？",
        hint="",
        why="转卖的人一般不算消费者，《消费者权益保护法》和 12315 就用不上。",
        error="选择买来做什么",
    ),
    Question(
        id="paid_amount", topic="order", kind="money", required=False,
        label="实际付了多少钱？",
        hint="单位是元，例如 100 或 99.50。只算想要回来的这一笔。不清楚就留空。",
        why="函里的金额和这里一致。", error="付款金额要写成数字，例如 100 或 99.50",
    ),
    Question(
        id="channel", topic="order", kind="choice",
        options=(
            Option("wechat", "微信支付"), Option("alipay", "支付宝"), Option("card", "银行卡、信用卡"),
            Option("balance", "平台余额"), Option("transfer", "转账、扫个人收款码"), Option(UNKNOWN, "不清楚"),
        ),
        label="用什么付的？",
        hint="看账单上的支付方式。",
        why="退款一般原路退回，要找的支付方也不一样。",
        error="选择用什么付的，不确定就选“不清楚”",
    ),
    Question(
        id="paid_on", topic="promise", kind="date", required=False,
        label="哪一天付的款？",
        hint="例如 2026-11-03。不清楚就留空。",
        why="等了多久、还剩几天，都从这一天算。", error="付款日期要写成年月日，例如 2026-11-03",
    ),
    Question(
        id="paid_time", topic="promise", kind="time", required=False,
        asked_when=(("goods", LAWFUL_GOODS), ("problem", ("not_delivered", "late"))),
        label="大概几点付的？",
        hint="例如 14:05。不清楚就留空。",
        why="承诺几分钟到账的，要算到分钟。", error="付款时间要写成几点几分，例如 14:05",
    ),
    Question(
        id="promised", topic="promise", kind="choice",
        asked_when=(("goods", LAWFUL_GOODS), ("problem", ("not_delivered", "late"))),
        options=(
            Option("instant", "写了“秒到账”“即时到账”“自动发货”"), Option("stated", "写了具体多久"),
            Option("none", "没有写"), Option(UNKNOWN, "不清楚"),
        ),
        label="页面说多久到账？",
        hint="看商品页、付款页和客服的话。",
        why="晚没晚，先看对方自己怎么承诺。",
        error="选择页面说多久到账，不确定就选“不清楚”",
    ),
    Question(
        id="promised_count", topic="promise", kind="number", asked_when=(("promised", ("stated",)),), required=False,
        label="具体写的是多少？",
        hint="只填数字，单位在下一题选。不清楚就留空。",
        why="用来算有没有超过承诺的时间。", error="承诺的时间要写成大于 0 的整数",
    ),
    Question(
        id="promised_unit", topic="promise", kind="choice", asked_when=(("promised", ("stated",)),),
        options=(Option("minutes", "分钟"), Option("hours", "小时"), Option("days", "天"), Option(UNKNOWN, "不清楚")),
        label="单位是什么？", hint="", why="用来算有没有超过承诺的时间。", error="选择承诺时间的单位",
    ),
    Question(
        id="arrived_on", topic="late", kind="date", asked_when=_when("late"), required=False,
        label="哪一天到账的？",
        hint="例如 2026-11-04。不清楚就留空。",
        why="用来算晚了多久。", error="到账日期要写成年月日，例如 2026-11-04",
    ),
    Question(
        id="arrived_time", topic="late", kind="time", asked_when=_when("late"), required=False,
        label="大概几点到账的？", hint="例如 15:30。不清楚就留空。",
        why="承诺几分钟到账的，要算到分钟。", error="到账时间要写成几点几分，例如 15:30",
    ),
    Question(
        id="too_late", topic="late", kind="choice", asked_when=_when("late"),
        options=(
            Option("cancelled", "到账以前，我已经明确说不要了"),
            Option("purpose_lost", "到账的时候已经用不上了（活动结束、赛事过了等）"),
            Option("still_useful", "都没有，只是晚了"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="晚到账造成了什么后果？",
        hint="",
        why="只是晚了一点，一般不能退全款。已经说不要了，或者用途没了，就不同。",
        error="选择晚到账造成了什么后果，不确定就选“不清楚”",
    ),
    Question(
        id="evidence", topic="evidence", kind="choices", at_most=0,
        options=(
            Option("listing", "商品页截图（价格、面值、承诺、规则）"), Option("order", "订单截图、订单编号"),
            Option("payment", "支付记录（账单、交易单号）"), Option("chat", "和客服的聊天记录"),
            Option("error", "报错截图、录屏"), Option("official", "发行方、官方客服的查询结果"),
            Option("usage_log", "登录、激活、使用记录"), Option("reply", "平台的书面答复、拒绝理由"),
            Option("identity", "亲子关系、身份证明"), Option("none", "都没有"), Option(UNKNOWN, "不清楚"),
        ),
        label="手里有哪些凭证？",
        hint="有几样选几样。",
        why="没有凭证的事实，写进函里也站不住。先补齐最要紧的。",
        error="选择手里有哪些凭证，一样也没有就选“都没有”",
    ),
    Question(
        id="stage", topic="reply", kind="choice", asked_when=_ORDINARY,
        options=(
            Option("not_asked", "还没有提出退款"), Option("asked_waiting", "提了，还在等答复"),
            Option("more_proof", "对方让我补材料"), Option("refused", "被拒绝了"),
            Option("partial_offer", "只答应退一部分，钱没到"), Option("partly_paid", "已经退了一部分，其余不退"), Option("agreed", "答应退了，钱还没到"),
            Option("appeal_refused", "申诉过，也被拒绝了"), Option("outside", "平台不管，让我自己找卖家"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="退款这件事，现在到哪一步了？",
        hint="说的是退款，不是卡密到账。",
        why="走到哪一步，决定今天写申请、等答复，还是申诉。",
        error="选择退款到哪一步了",
    ),
    Question(
        id="asked_on", topic="their-words", kind="date", required=False,
        asked_when=(("stage", ("asked_waiting", "more_proof", "refused", "partial_offer", "partly_paid", "agreed", "appeal_refused", "outside")),),
        label="哪一天提出退款的？", hint="例如 2026-11-05。不清楚就留空。",
        why="等答复的时间从这一天算。", error="提出退款的日期要写成年月日，例如 2026-11-05",
    ),
    Question(
        id="refusal_words", topic="their-words", kind="text", asked_when=(("stage", ("refused", "appeal_refused")),), required=False,
        label="对方拒绝的原话是什么？", hint="照抄最关键的一句，例如“卡密已使用，不予退款”。不记得就留空。",
        why="申诉要一句一句对着回。", error="拒绝的原话，不要超过 200 字",
    ),
    Question(
        id="refused_on", topic="their-words", kind="date", asked_when=(("stage", ("refused", "appeal_refused")),), required=False,
        label="哪一天被拒绝的？", hint="例如 2026-11-08。不清楚就留空。",
        why="平台的申诉期一般从这一天算。", error="被拒绝的日期要写成年月日，例如 2026-11-08",
    ),
    Question(
        id="appeal_days", topic="their-words", kind="number", asked_when=(("stage", ("refused",)),), required=False,
        label="平台写的申诉期是几天？", hint="只填数字，例如 7。没写就留空。",
        why="错过了只影响站内申诉，不影响投诉和起诉。", error="申诉期要写成 1 到 365 的整数",
    ),
    Question(
        id="offer_amount", topic="their-words", kind="money", required=False,
        asked_when=(("stage", ("partial_offer", "partly_paid", "agreed")),),
        label="对方答应退，或者已经退了多少？", hint="单位是元。不清楚就留空。",
        why="用来算还差多少。", error="对方退的金额要写成数字，例如 50 或 49.50",
    ),
    Question(
        id="agreed_on", topic="their-words", kind="date", required=False,
        asked_when=(("stage", ("agreed",)),),
        label="对方哪一天答应退款的？", hint="例如 2026-11-10。不清楚就留空。",
        why="钱多久到，从这一天算。", error="答应退款的日期要写成年月日，例如 2026-11-10",
    ),
    Question(
        id="truthful", topic="truth", kind="choice",
        options=(Option("yes", "是，都是实际发生的"), Option("no", "不是，有些不是这样"), Option(UNKNOWN, "有些不确定")),
        label="以上都是实际发生的吗？",
        hint="有不确定的，可以回去改成“不清楚”。",
        why="编造理由要求退款，可能被罚款、拘留，严重的构成犯罪。工具不会替编造的事实写函。",
        error="选择以上是不是实际发生的",
    ),
)

BY_ID = {question.id: question for question in QUESTIONS}
