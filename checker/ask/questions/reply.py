"""How far it has come with the other side, what is wanted, and whether all of it is true."""

from checker.ask.question import UNKNOWN, Option, Question
from checker.ask.questions.start import ORDINARY, when

REFUSED = ("refused", "partial_offer", "partly_paid", "appeal_refused")
ASKED = ("asked_waiting", "more_proof", "refused", "partial_offer", "partly_paid", "agreed", "appeal_refused", "outside")

QUESTIONS = (
    Question(
        id="stage", topic="stage", kind="choice", asked_when=ORDINARY,
        options=(
            Option("not_asked", "还没有提出退款"), Option("asked_waiting", "提了，还在等答复"),
            Option("more_proof", "对方让我补材料"), Option("refused", "被拒绝了"),
            Option("partial_offer", "只答应退一部分，钱没到"), Option("partly_paid", "已经退了一部分，其余不退"), Option("agreed", "答应退了，钱还没到"),
            Option("appeal_refused", "申诉过，也被拒绝了"), Option("outside", "卖货的平台不管，让我自己找卖家"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="退款这件事，现在到哪一步了？",
        hint="说的是退款，不是卡密到账。只说过什么条件下可以退、你还没去退的，选“还没有提出退款”。对方要退款、你想要回东西的，选“被拒绝了”。问的不是平台也不是卖家的，不算提过。",
        why="走到哪一步，决定今天写申请、等答复，还是申诉。",
        error="选择退款到哪一步了",
    ),
    Question(
        id="refusal_ground", topic="refusal", kind="choices", at_most=0, asked_when=(("stage", REFUSED),),
        options=(
            Option("used", "说已经用过了（卡密已使用、账号登录过、游戏玩过）"), Option("final", "说一经售出、概不退换"),
            Option("silence", "说过了几小时没反馈，就算合格"), Option("own_fault", "说是我自己的原因"),
            Option("delivered", "说系统显示已经发货、到账"), Option("too_late", "说过了售后期、申诉期"),
            Option("rule", "说按规则要扣、只能退这么多"), Option("adult", "说是成年人自己操作的"), Option("id_wanted", "要我先交身份证照片、人脸"),
            Option("review", "要我先删差评、撤投诉"),
            Option("other", "别的理由，或者没说理由"), Option(UNKNOWN, "不清楚"),
        ),
        label="对方用什么理由拒绝？",
        hint="有几样选几样。",
        why="申诉要一条一条对着回。",
        error="选择对方的理由，没说理由就选“别的理由，或者没说理由”",
    ),
    Question(
        id="refused_by", topic="refusal", kind="choice", asked_when=(("stage", ("refused", "appeal_refused")),),
        options=(
            Option("machine", "系统自动拒的，没有人看过"), Option("person", "有人看过"), Option(UNKNOWN, "不清楚"),
        ),
        label="是系统自动拒绝的吗？",
        hint="例如一提交就被拒，回复是固定的几句话。",
        why="只由机器处理的，可以要求人工判定。",
        error="选择是不是系统自动拒绝的，不确定就选“不清楚”",
    ),
    Question(
        id="refused_on", topic="refusal", kind="date", event="被拒绝", asked_when=(("stage", ("refused", "appeal_refused")),), required=False,
        label="哪一天被拒绝的？", hint="例如 2026-11-08。不清楚就留空。",
        why="平台的申诉期一般从这一天算。", error="被拒绝的日期要写成年月日，例如 2026-11-08",
    ),
    Question(
        id="offer_amount", topic="offer", kind="money", required=False,
        asked_when=(("stage", ("partial_offer", "partly_paid", "agreed")),),
        label="对方答应退，或者已经退了多少？", hint="单位是元。不清楚就留空。",
        why="用来算还差多少。", error="对方退的金额要写成数字，例如 50 或 49.50",
    ),
    Question(
        id="agreed_on", topic="offer", kind="date", event="对方答应退款", required=False,
        asked_when=(("stage", ("agreed",)),),
        label="对方哪一天答应退款的？", hint="例如 2026-11-10。不清楚就留空。",
        why="钱多久到，从这一天算。", error="答应退款的日期要写成年月日，例如 2026-11-10",
    ),
    Question(
        id="wish", topic="wish", kind="choice",
        asked_when=when("not_delivered", "short", "wrong_goods", "unusable", "stopped_early", "seller_cancelled"),
        options=(Option("refund", "退钱"), Option("goods", "要东西：补发、换对的、恢复使用"), Option(UNKNOWN, "都可以")),
        label="你想要退钱，还是要东西？",
        hint="",
        why="函里只能有一个清楚的请求。",
        error="选择想要退钱还是要东西",
    ),
    Question(
        id="asked_on", topic="wish", kind="date", event="提出退款", required=False,
        asked_when=(("stage", ASKED),),
        label="哪一天提出退款的？", hint="例如 2026-11-05。不清楚就留空。",
        why="等答复的时间从这一天算。", error="提出退款的日期要写成年月日，例如 2026-11-05",
    ),
    Question(
        id="elsewhere", topic="wish", kind="choice", asked_when=(("stage", ASKED),),
        options=(
            Option("none", "没有"), Option("12315", "已经向 12315 投诉"), Option("association", "已经向消费者协会投诉"),
            Option("payment", "已经向支付机构或银行投诉"), Option("court", "已经起诉"), Option(UNKNOWN, "不清楚"),
        ),
        label="这件事已经在别处投诉过吗？",
        hint="",
        why="消费者协会或者别的部门已经在处理的，12315 不再受理。",
        error="选择在别处投诉过没有",
    ),
    Question(
        id="complained_on", topic="complaint", kind="date", event="12315 收到投诉", required=False, asked_when=(("elsewhere", ("12315",)),),
        label="12315 哪一天收到投诉的？", hint="看短信或者平台上的登记日期。不清楚就留空。",
        why="七个工作日内要答复受不受理，从这一天算。", error="收到投诉的日期要写成年月日，例如 2026-11-10",
    ),
    Question(
        id="accepted_on", topic="complaint", kind="date", event="12315 受理", required=False, asked_when=(("elsewhere", ("12315",)),),
        label="12315 哪一天受理的？", hint="看受理通知。还没受理就留空。",
        why="调解的期限从受理那天算，不是从投诉那天算。", error="受理的日期要写成年月日，例如 2026-11-13",
    ),
    Question(
        id="refusal_words", topic="refusal-words", kind="text", blank="拒绝的原话", asked_when=(("stage", ("refused", "appeal_refused")),), required=False,
        label="拒绝的原话是什么？", hint="照抄最关键的一句，例如“卡密已使用，不予退款”。不记得就留空。",
        why="申诉要一句一句对着回。", error="拒绝的原话，不要超过 200 字",
    ),
    Question(
        id="appeal_days", topic="refusal-words", kind="number", asked_when=(("stage", ("refused",)),), required=False,
        label="平台写的申诉期是几天？", hint="只填数字，例如 7。没写就留空。",
        why="错过了只影响站内申诉，不影响投诉和起诉。", error="申诉期要写成 1 到 365 的整数",
    ),
    Question(
        id="truthful", topic="truth", kind="choice",
        options=(Option("yes", "是，都是实际情况"), Option("no", "不是，有些不是这样"), Option(UNKNOWN, "有些不确定")),
        label="你选的、写的，都是实际情况吗？",
        hint="选过“不清楚”“不记得”的不要紧，照样选“是”。别的有不确定的，回去改成“不清楚”。",
        why="编造理由要求退款，可能被罚款、拘留，严重的构成犯罪。工具不会替编造的事实写函。",
        error="选择是不是实际情况",
    ),
)
