"""Whether and when it came, and how much of it."""

from checker.ask.problems import SHORT
from checker.ask.question import UNKNOWN, AnyOf, Equals, Instead, Option, Question, Relation
from checker.ask.questions.start import happened, when

LESS_BY_NUMBER = Instead(
    AnyOf((when(SHORT), Equals("mismatch", ("face_value", "duration", UNKNOWN)))),
    "Only where less can have come than was promised; of other goods that are used up, the share is not worked out by number.",
)

QUESTIONS = (
    Question(
        id="promised",
        topic="promise",
        kind="choice",
        options=(
            Option("instant", "写了“秒到账”“即时到账”“自动发货”"),
            Option("stated", "写了具体多久"),
            Option("none", "没有写"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="页面说多久到账？",
        hint="看商品页、付款页和客服的话。",
        why="晚没晚，先看对方自己怎么承诺。",
        ask_them="付款以前页面写的到账时间是多久",
        error="选择页面说多久到账，不确定就选“不清楚”",
    ),
    Question(
        id="promised_time",
        topic="promise",
        kind="duration",
        required=False,
        label="具体写的是多久？",
        hint="例如 30 分钟、24 小时、3 天。写了一个范围的，填最长的。不清楚就留空。",
        why="用来算有没有超过承诺的时间。",
        error="多久到账要写成数字加单位，例如 30 分钟、24 小时、3 天",
        fact="promised_minutes",
    ),
    Question(
        id="order_shows",
        topic="promise",
        kind="choice",
        options=(
            Option("unpaid", "钱已经扣了，订单还是“待付款”“未支付”"),
            Option("out_of_stock", "说缺货、没名额，让我等补货"),
            Option("confirm_first", "要我先点“确认收货”，才给"),
            Option("new_time", "又说好了一个新的时间，我答应了，那个时间还没有过"),
            Option("done", "“已发货”“已完成”，可我没收到"),
            Option(UNKNOWN, "“处理中”“待发货”，或者都不是、没看"),
        ),
        label="现在订单怎么显示，或者卖家怎么说？",
        hint="选最接近的一种。",
        why="钱扣了单没成、缺货、要你先确认收货，要写的话和要先做的事不一样。",
        error="选择订单怎么显示，没看就选最后一项",
    ),
    Question(
        id="arrived_on",
        topic="late",
        kind="when",
        event="到账",
        required=False,
        label="什么时候到账的？",
        hint="例如 2026-11-04 15:30、昨天晚上、上周五。不记得就留空。",
        why="用来算晚了多久。",
        error="到账日期要写成 2026-11-03、三天前、上个月这样的，不记得就留空",
        relations=(Relation(">=", "paid_on", "before-paid-on", "到账日期不能早于付款日期"),),
    ),
    Question(
        id="too_late",
        topic="late",
        kind="choice",
        options=(
            Option("cancelled", "到账以前，我已经明确说不要了"),
            Option("purpose_lost", "到账的时候已经用不上了（活动结束、赛事过了等）"),
            Option("still_useful", "都没有，只是晚了"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="晚到账造成了什么后果？",
        hint="",
        why="只是晚了一点，一般不能退全款。已经说不要了，或者用途没了，就不同。",
        ask_them="什么时间发出、什么时间到账",
        error="选择晚到账造成了什么后果，不确定就选“不清楚”",
    ),
    Question(
        id="count_promised",
        topic="count",
        kind="number",
        asked_instead=LESS_BY_NUMBER,
        required=False,
        label="页面写的面值、数量或天数是多少？",
        hint="只填数字，例如 100。和数量没有关系就留空。",
        why="已经用掉的，按差多少折算退多少。",
        error="页面写的数量，要写成大于 0 的整数",
    ),
    Question(
        id="count_got",
        topic="count",
        kind="number",
        asked_instead=LESS_BY_NUMBER,
        required=False,
        label="实际到了多少？",
        hint="和上一题同一个单位。和数量没有关系就留空。",
        why="已经用掉的，按差多少折算退多少。",
        error="实际到了多少，要写成整数",
        least=0,
        relations=(
            Relation(
                "<",
                "count_promised",
                "not-less",
                "实际到了的不比页面写的少，就不是“只到了一部分”",
                only_if=happened(SHORT),
            ),
        ),
    ),
)
