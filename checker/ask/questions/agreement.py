"""What the seller called off, or promised and does not keep."""

from checker.ask.question import UNKNOWN, Option, Question

QUESTIONS = (
    Question(
        id="cancel_reason",
        topic="cancelled",
        kind="choice",
        options=(
            Option("wrong_price", "说标错价、系统出错"),
            Option("no_stock", "说缺货、上游没有了"),
            Option("own_breach", "说我违规，我确实违规"),
            Option("breach_denied", "说我违规，我不认可"),
            Option("other", "别的理由，或者没说理由"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="商家说为什么取消？",
        hint="",
        why="提交了订单、付了款，合同一般就成立了。要看它有没有取消的理由。",
        error="选择商家说的理由，不确定就选“不清楚”",
    ),
    Question(
        id="promise_kind",
        topic="promise-broken",
        kind="choice",
        looked_up="承诺写明的条件是哪几条",
        options=(
            Option("return", "随时退、无理由退"),
            Option("warranty", "质保、包赔、坏了包换"),
            Option("multiple", "假一赔几、少一赔几"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="商家承诺的是哪一种？",
        hint="看商品页、店铺页和聊天记录。",
        why="商家自己承诺了，就要照办，比法律宽也一样。",
        error="选择承诺的是哪一种，不确定就选“不清楚”",
    ),
    Question(
        id="promise_met",
        topic="promise-broken",
        kind="choice",
        looked_up="承诺写明的条件是哪几条",
        options=(Option("yes", "都符合"), Option("no", "有的不符合，例如过了质保期"), Option(UNKNOWN, "不清楚")),
        label="承诺里写的条件，你都符合吗？",
        hint="例如质保几天、要不要未使用、要什么证明。",
        why="条件也是承诺的一部分。",
        error="选择符合不符合，不确定就选“不清楚”",
    ),
    Question(
        id="promise_times",
        topic="promise-broken",
        kind="number",
        required=False,
        label="写的是赔几倍？",
        hint="只填数字，例如“假一赔三”填 3。不清楚就留空。",
        why="按承诺的倍数算。",
        error="赔几倍，要写成 1 到 10 的整数",
        most=10,
    ),
)
