"""The buyer's own slip or change of mind, and payments by somebody else."""

from checker.ask.question import UNKNOWN, Option, Question
from checker.ask.questions.start import LAWFUL_GOODS, when

NOT_A_BALANCE = tuple(value for value in LAWFUL_GOODS if value != "platform_balance")

QUESTIONS = (
    Question(
        id="slip", topic="slip", kind="choice", asked_when=when("mis_order"),
        options=(
            Option("account", "我填错了账号、区服"), Option("page", "账号是页面自动带出来的，带错了"), Option("payee", "付错了人，转错了账户"),
            Option("amount", "看错了数量、单位、金额"), Option("item", "买错了商品"), Option(UNKNOWN, "不清楚"),
        ),
        label="错在哪里？",
        hint="",
        why="页面带错的，不算你的错。",
        error="选择错在哪里，不确定就选“不清楚”",
    ),
    Question(
        id="could_correct", topic="slip", kind="choice", asked_when=when("mis_order"),
        options=(
            Option("yes", "有，可以核对和修改"), Option("no", "没有"), Option("misleading", "有，可是页面写得容易看错"), Option(UNKNOWN, "不记得"),
        ),
        label="付款以前，页面有没有让你核对和改正？",
        hint="例如确认账号、区服、数量的那一页。",
        why="商家要保证提交订单前可以更正输入错误。",
        error="选择付款以前能不能改正，想不起来就选“不记得”",
    ),
    Question(
        id="slip_grave", topic="slip", kind="choice", asked_when=when("mis_order"),
        options=(
            Option("yes", "差得很远，看清了绝不会买（例如单位看错、多一个零）"), Option("no", "差一点，也能用"),
            Option("place", "东西没买错，只是充错了地方"), Option(UNKNOWN, "不清楚"),
        ),
        label="错得有多严重？",
        hint="和你本来要买的比。",
        why="差得很远的，法律上可以算重大误解，知道看错以后九十日内能请求法院撤销。",
        error="选择错得有多严重，不确定就选“不清楚”",
    ),
    Question(
        id="confirmed_no_return", topic="own-choice", kind="choice",
        asked_when=(("goods", NOT_A_BALANCE), ("problem", ("change_of_mind",))),
        options=(Option("yes", "有，而且要点确认"), Option("no", "没有"), Option(UNKNOWN, "不记得")),
        label="付款以前，有没有单独让你确认“不支持七日无理由退货”？",
        hint="只写在长长的规则里，不算单独让你确认。",
        why="没有让你逐单确认的，商家不能一概拒绝无理由退货。",
        error="选择有没有让你确认，想不起来就选“不记得”",
    ),
    Question(
        id="validity_stated", topic="own-choice", kind="choice", asked_when=when("expired_unused"),
        options=(Option("yes", "写了，看得见"), Option("no", "没有写，或者藏得看不见"), Option(UNKNOWN, "不记得")),
        label="买的时候，页面写明有效期了吗？",
        hint="商品页、付款页、发卡页都算。",
        why="写明了有效期，过期通常由自己承担。没写明的，情况不一样。",
        error="选择页面写明有效期没有，想不起来就选“不记得”",
    ),
    Question(
        id="child_age", topic="child", kind="choice", asked_when=when("child_paid"),
        options=(
            Option("under_8", "不满 8 岁"), Option("8_to_15", "8 岁到 15 岁"), Option("16_to_17", "16 岁、17 岁"), Option("minor", "不满 18 岁，具体几岁不想写"),
            Option("adult", "已经满 18 岁"), Option("incapable_adult", "不是孩子，是失智等不能辨认自己行为的成年人"), Option(UNKNOWN, "不清楚"),
        ),
        label="付款的是谁，当时多大？",
        hint="按付款那天的周岁算。",
        why="不满 8 岁、8 岁以上、靠自己收入生活，法律的规定不一样。",
        error="选择付款的是谁",
    ),
    Question(
        id="own_income", topic="child", kind="choice", asked_when=(("child_age", ("16_to_17", "minor")),),
        options=(Option("yes", "是，主要靠自己的劳动收入"), Option("no", "不是，家里供"), Option(UNKNOWN, "不清楚")),
        label="孩子靠自己的劳动收入生活吗？",
        hint="不满 16 岁就选“不是”。",
        why="16 岁以上、主要靠自己劳动收入生活的，和成年人一样。",
        error="选择孩子靠不靠自己的收入生活",
    ),
    Question(
        id="guardian_consent", topic="child", kind="choice", asked_when=when("child_paid"),
        options=(
            Option("no", "没有，知道以后也不同意"), Option("other_adult", "监护人没有，是别的大人让付的"),
            Option("yes", "同意过，或者事后认可了"), Option(UNKNOWN, "不清楚"),
        ),
        label="监护人同意过这些付款吗？",
        hint="监护人通常是父母。只要有一位同意过或者事后认可，就选“同意过”。函由监护人发，你不是监护人的，写好交给监护人。",
        why="监护人同意或者认可的付款，一般有效。",
        error="选择监护人同意过没有",
    ),
    Question(
        id="child_spending", topic="child-money", kind="choice", asked_when=(("child_age", ("8_to_15", "16_to_17", "minor", "incapable_adult")),),
        options=(
            Option("beyond_age", "明显超出了，家里不会让他自己花这么多"), Option("everyday", "是平时自己能花的小钱"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="这些钱，超出他平时能自己花的范围了吗？",
        hint="看总数、次数，也看他的年龄和状况。",
        why="和年龄、智力相适应的小额付款有效，超出的要监护人同意。",
        error="选择超出了没有，不确定就选“不清楚”",
    ),
    Question(
        id="earlier_refund", topic="child-money", kind="choice", asked_when=when("child_paid"),
        options=(
            Option("none", "没退过"), Option("guarded", "退过，之后改了密码、关了免密，还是又付了"),
            Option("unguarded", "退过，之后没有改密码，又付了"), Option("during", "没退过；这次正在要求退款，又扣了款"), Option(UNKNOWN, "不清楚"),
        ),
        label="这次以前，他付的钱退过吗？",
        hint="这次正在要的不算。说的是同一个人、同一个平台。",
        why="退过款还不防着，监护人也有过错，能退的可能会少。",
        error="选择以前退过没有",
    ),
    Question(
        id="how_taken", topic="account-safety", kind="choice", asked_when=(("problem", ("not_paid_by_me",)),),
        options=(
            Option("stolen", "账号、银行卡被人盗用"), Option("gave_code", "被人骗走了验证码、密码，或者共享了屏幕"),
            Option("family", "家里人付的"), Option(UNKNOWN, "不清楚"),
        ),
        label="账户是怎么被别人用的？",
        hint="",
        why="给出过验证码、密码的，自己可能要承担一部分。",
        error="选择账户是怎么被用的，不确定就选“不清楚”",
    ),
    Question(
        id="notified", topic="account-safety", kind="choice", asked_when=(("problem", ("not_paid_by_me",)),),
        options=(Option("yes", "通知了，也挂失、冻结了"), Option("no", "还没有"), Option(UNKNOWN, "不清楚")),
        label="通知支付机构或银行了吗？",
        hint="",
        why="发现以后要马上通知。银行卡没有及时挂失的，扩大的损失可能要自己承担。",
        error="选择通知了没有",
    ),
)
