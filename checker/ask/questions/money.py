"""Money taken or kept: charges, balances, deposits, refunds that were agreed to."""

from checker.ask.goods import PLATFORM_BALANCE
from checker.ask.problems import BALANCE_REFUSED, CHANGE_OF_MIND
from checker.ask.question import UNKNOWN, AllOf, Equals, Instead, Option, Question, Relation
from checker.ask.questions.start import happened, when

QUESTIONS = (
    Question(
        id="charge",
        topic="charge",
        kind="choice",
        looked_up="账单上的每一笔，各对应哪个订单编号",
        options=(
            Option("duplicate", "同一个订单扣了两次"),
            Option("excess", "扣的比标的价多"),
            Option("renewal", "自动续费"),
            Option("cancelled", "试用、续费已经取消成功，还是扣了"),
            Option("preticked", "默认勾选了别的，一起扣了"),
            Option("two_orders", "点了两次，成了两个订单"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="多扣的钱是哪一种？",
        hint="对一对支付账单和订单，看是几个订单号。",
        why="重复扣款、自动续费、两个订单，依据各不相同。",
        error="选择多扣的是哪一种，不确定就选“不清楚”",
    ),
    Question(
        id="extra_amount",
        topic="charge",
        kind="money",
        blank="多扣的金额",
        required=False,
        asked_instead=Instead(
            Equals("charge", ("duplicate", "excess", "preticked")), "Two orders are two contracts: no sum was charged too much."
        ),
        label="多扣了多少钱？",
        hint="单位是元。只填多出来的那部分。不清楚就留空。",
        why="只能要回多扣的部分。",
        error="多扣的金额要写成数字，例如 20 或 19.90",
        fact="extra_fen",
        relations=(Relation("<=", "paid_amount", "more-than-paid", "多扣的，不能超过你实际付的"),),
    ),
    Question(
        id="renewal_notice",
        topic="charge",
        kind="choice",
        options=(
            Option("no", "没有，短信、邮件、站内信都翻过"),
            Option("faint", "提醒过，可是不显眼，当时没看到"),
            Option("yes", "提醒过，看得见"),
            Option(UNKNOWN, "不记得，还没翻"),
        ),
        label="扣费以前，提醒过你要续费吗？",
        hint="翻一翻短信、邮件和站内信。早几天提醒的也算提醒过。",
        why="续费日期以前，商家要显著提醒。法律没有写提前几天。提醒过没有，可以要求它拿出记录。",
        error="选择提醒过没有，想不起来就选“不记得，还没翻”",
    ),
    Question(
        id="balance_trouble",
        topic="balance",
        kind="choice",
        options=(
            Option("not_provided", "说好能用来买的东西，不给了"),
            Option("closing", "平台停业、停运"),
            Option("frozen", "账号被冻结，余额用不了，我没有违规"),
            Option("own_breach", "账号被冻结，我确实违规"),
            Option("fee", "要扣手续费才给退"),
            Option("part", "只肯退一部分，说其余是送的、优惠充的，可我是付了钱的"),
            Option("not_wanted", "都没有，只是不想用了"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="余额为什么用不了、退不出来？",
        hint="",
        why="对方的原因和自己不想用，要求不一样。",
        error="选择余额为什么退不出来，不确定就选“不清楚”",
    ),
    Question(
        id="balance_left",
        topic="balance",
        kind="money",
        blank="剩余的余额",
        required=False,
        asked_instead=Instead(
            when(BALANCE_REFUSED), "What is left is asked of every balance that cannot be had back, and of nothing else."
        ),
        label="还剩多少余额？",
        hint="单位是元。送的不算。不清楚就留空。",
        why="只能要回自己付了、还没用的。",
        error="剩下的余额要写成数字，例如 100 或 99.50",
        fact="balance_fen",
        relations=(
            Relation(
                "<=",
                "paid_amount",
                "more-than-paid",
                "剩下的余额不能超过你实际付的。送的不算，分几次充的把几次加起来，想不起来就把付款金额留空",
            ),
        ),
    ),
    Question(
        id="bought_before",
        topic="balance",
        kind="choice",
        asked_instead=Instead(
            AllOf((Equals("goods", (PLATFORM_BALANCE.id,)), happened(BALANCE_REFUSED, CHANGE_OF_MIND))),
            "Only money paid in advance can be asked back within seven days, whatever the trouble with it.",
        ),
        options=(Option("no", "没有，第一次"), Option("yes", "得到过"), Option(UNKNOWN, "不清楚")),
        label="充值以前，在这里或者别处得到过同样的东西吗？",
        hint="同样的点卡、会员、服务都算，买的、送的、试用的都一样。",
        why="预付款付了七日内可以要求退本金，以前得到过同样东西的除外。",
        error="选择买过没有，不确定就选“不清楚”",
    ),
    Question(
        id="deposit_returned",
        topic="deposit",
        kind="choice",
        options=(
            Option("yes", "都做到了：账号还了，没有弄坏，没有欠费"),
            Option("no", "有的没做到"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="退押金的条件，你都做到了吗？",
        hint="看租用页面和聊天里怎么约定的。",
        why="条件做到了，对方就要及时退，不能另加条件。",
        error="选择做到了没有，不确定就选“不清楚”",
    ),
    Question(
        id="refund_trouble",
        topic="refund-trouble",
        kind="choice",
        options=(
            Option("not_arrived", "答应了，钱还没到"),
            Option("to_balance", "只退到平台余额，当初不是用余额付的"),
            Option("fee", "要扣手续费、取消费"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="退款卡在哪里？",
        hint="",
        why="没到账先查单号，退成余额和扣费要另外说理由。",
        error="选择退款卡在哪里，不确定就选“不清楚”",
    ),
    Question(
        id="fee_basis",
        topic="refund-trouble",
        kind="choice",
        asked_instead=Instead(Equals("refund_trouble", ("fee",)), "Of a balance, whether a deduction was agreed to is not asked so far."),
        options=(
            Option("agreed", "下单以前写得清楚，我也确认过"),
            Option("after", "没写，或者事后才说"),
            Option(UNKNOWN, "不记得"),
        ),
        label="要扣的费，下单以前写明了吗？",
        hint="",
        why="扣费要有依据，由收的一方说明。事后才说的，可以要求全退。",
        error="选择写明没有，想不起来就选“不记得”",
    ),
)
