"""What was bought, what happened, how far it was used: the answers on which everything after depends."""

from checker.ask.goods import DIRECT_TOPUP, GAME_ACCOUNT, GOODS
from checker.ask.problems import PROBLEMS, Problem, problems_that
from checker.ask.question import UNKNOWN, AllOf, Equals, Instead, Option, Question, Relation
from checker.ask.routes import ORDINARY as ORDER

LAWFUL = Equals("goods", tuple(goods.id for goods in GOODS if goods.lawful))


def happened(*problems: Problem) -> Equals:
    """One of these problems was chosen."""
    return Equals("problem", tuple(problem.id for problem in problems))


def when(*problems: Problem) -> AllOf:
    """Asked for lawful goods when one of these problems was chosen."""
    return AllOf((LAWFUL, happened(*problems)))


ORDINARY = when(*problems_that(lambda problem: problem.claim_can_follow))
"""Asked where a claim about the order can follow."""
OF_THE_BUYER = when(*problems_that(lambda problem: problem.claim_can_follow and problem.route == ORDER))
"""Asked where that claim is the buyer's own."""


QUESTIONS = (
    Question(
        id="goods",
        topic="goods",
        kind="choice",
        options=tuple(Option(goods.id, goods.label) for goods in GOODS),
        label="买的是什么？",
        hint="选最接近的一种。",
        why="不同的东西适用不同的规则。有几种东西法律禁止买卖，遇到了要先停下来。",
        error="选择买的是什么，不确定就选“不清楚属于哪一种”",
    ),
    Question(
        id="unlawful_part",
        topic="unlawful",
        kind="choice",
        asked_instead=Instead(
            Equals("goods", tuple(goods.id for goods in GOODS if not goods.lawful)),
            "Only of goods that the law forbids is there a part to have had in them.",
        ),
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
        options=tuple(Option(problem.id, problem.label, problem.heading) for problem in PROBLEMS),
        at_most=3,
        label="出了什么事？",
        hint="最多选三件，先选最要紧的。",
        why="能不能要求退款，先看发生了什么，再看条款怎么写。",
        error="选择出了什么事，不好归类就选“说不清”",
    ),
    Question(
        id="bound_to",
        topic="source",
        kind="choice",
        asked_instead=Instead(
            AllOf(
                (
                    Equals("goods", (GAME_ACCOUNT.id,)),
                    happened(*problems_that(lambda problem: problem.whose_account_matters)),
                )
            ),
            "A child's payment is void whoever the account is bound to, so a parent is not asked.",
        ),
        options=(
            Option("mine", "我自己的，或者能换绑成我的"),
            Option("promised", "说好换绑成我的，卖家没换、换到一半，或者又改了回去"),
            Option("unbound", "没有绑定身份信息"),
            Option("rented", "租来用的，本来就绑着出租的人"),
            Option("other_fixed", "买来的，绑着别人的，换不了"),
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
        asked_instead=Instead(
            AllOf((Equals("goods", (DIRECT_TOPUP.id,)), happened(*problems_that(lambda problem: problem.source_matters)))),
            "Of a child's payment, a slip or a double charge, where the credit came from changes nothing.",
        ),
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
        asked_instead=Instead(
            when(*problems_that(lambda problem: problem.use_matters)),
            "Texts say how far the goods were used for more problems than have a rule that depends on it, and for some not at all.",
        ),
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
        ask_them="有没有使用记录；有的，什么时间、在哪个账号",
        error="选择用过没有，不确定就选“不清楚”",
    ),
    Question(
        id="part_unit",
        topic="part",
        kind="choice",
        required=False,
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
        required=False,
        label="已经用了多少？",
        hint="和上一题同一个单位。不清楚就留空。",
        why="按没用掉的部分算退多少。",
        error="已经用了多少，要写成整数，不能超过总数",
        least=0,
        relations=(Relation("<=", "part_total", "more-than-total", "已经用了的，不能超过一共买的"),),
    ),
)
