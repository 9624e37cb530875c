"""A child paid, or a family member who can not tell what they do, and the guardian did not consent."""

from checker.ask.facts import Facts
from checker.ask.goods import GAME_ACCOUNT, GOODS, PLATFORM_BALANCE
from checker.ask.problems import CHILD_PAID
from checker.ask.refusal_grounds import ADULT
from checker.ask.routes import MINOR
from checker.kit import (
    NEVER,
    NO_WORD_OF_USE,
    ClaimRule,
    Condition,
    Evidence,
    F,
    FirstAct,
    Objection,
    Order,
    Saves,
    Sentence,
    Telling,
    blank,
    cite,
    reading,
    story,
    to,
    unless,
)
from checker.kit.remedies import RETURN_PAYMENT

UNDER_8 = F.child_age.is_("under_8")
INCAPABLE_ADULT = F.child_age.is_("incapable_adult")
AS_A_CHILD = unless(INCAPABLE_ADULT)
AS_AN_OLDER_CHILD = unless(UNDER_8 | INCAPABLE_ADULT)
OLD_ENOUGH_TO_EARN = ("16_to_17", "minor")


def _happened(t: Telling) -> str:
    if t.f.child_age == "incapable_adult":
        extent = blank("不能辨认，还是不能完全辨认自己的行为，照诊断或者法院认定写")
        return (
            f"付款的家人是成年人，{extent}。付款和其智力、精神健康状况明显不相适应。"
            f"本人是其{blank('配偶、子女或者其他监护人')}，付款前没有同意，知道以后也不追认。"
        )
    age = {
        "under_8": "不满八周岁",
        "8_to_15": "已满八周岁、不满十六周岁",
        "16_to_17": "已满十六周岁、不满十八周岁",
        "minor": "不满十八周岁",
    }[t.f.child_age or ""]
    income = "，不靠自己的劳动收入生活" if t.f.child_age in OLD_ENOUGH_TO_EARN and t.f.own_income == "no" else ""
    beyond = f"{'。' if income else '，'}付款和孩子的年龄、智力明显不相适应" if t.f.child_age != "under_8" else ""
    before = {
        "guarded": "以前为孩子的付款退过款，之后本人已经改密码、关免密。本次要求的不包括已经退的。",
        "unguarded": "以前为孩子的付款退过款。本次要求的是那以后的付款，不包括已经退的。",
        "during": "协商退款期间，账户又被扣款。",
    }.get(t.f.earlier_refund or "", "")
    return f"孩子付款时{age}{income}{beyond}。本人是孩子的{blank('父亲、母亲或者其他监护人')}，付款前没有同意，知道以后也不追认。{before}"


def _in_short(t: Telling) -> str:
    return f"付款的是{'家里的成年人' if t.f.child_age == 'incapable_adult' else '未成年的孩子'}，监护人不同意、不追认"


def _close_the_way(facts: Facts) -> str:
    if facts.earlier_refund == "guarded":
        return "密码改过以后又付了，先查是怎么付的：指纹、人脸、免密、别的设备。查到哪一处，就关掉哪一处"
    return "先改支付密码，关掉免密、指纹、人脸支付，把付款的那台设备设好限额"


def _ward(t: Telling) -> str:
    if t.f.child_age == "incapable_adult":
        return f"付款的家人是{blank('家人的姓名')}。"
    return f"孩子的姓名是{blank('孩子的姓名')}，出生日期是{blank('孩子的出生日期')}。"


def _particulars(t: Telling) -> str:
    found = f"诊断或者法院认定的材料是{blank('材料名称和日期，一起附上')}。" if t.f.child_age == "incapable_adult" else ""
    return (
        f"付款用的是{blank('谁的支付账户')}。买到的东西进了{blank('哪个账号，不知道就删掉这一句')}。付款时段和次数是{blank('哪几天、几点、几笔，照账单写')}。"
        f"本人是{blank('什么时候、怎么发现的')}发现的。{found}"
    )


RULE = ClaimRule(
    module=__name__,
    route=MINOR,
    title="孩子或者失智的家人付的钱，监护人没有同意",
    meaning="不满八岁的孩子付的款无效。八岁以上的，超出年龄和智力的付款，监护人不同意、不追认就不发生效力，可以要求返还。监护人自己有过错的，可能要分担一部分，所以不保证全退。退过一次还不改密码，过错更重。成年家人失智的，要拿出诊断一类的证明。",
    because="付款超出付款人能独立决定的范围，监护人没有同意也不追认，可以要求返还。",
    headline="这笔钱监护人可以要求返还，不保证全退",
    also_called=("孩子充游戏", "熊孩子", "小孩偷偷付款", "未成年充值"),
    place=1,
    story=story("是孩子付的，或者失智的家人付的", F.problem.has(CHILD_PAID)),
    conditions=(
        # Under eight any payment is void; from eight on only what goes beyond age and understanding needs consent (民法典 19, 20).
        Condition(
            "孩子不满八岁；或者付款明显超出他的年龄、智力或者精神状况",
            UNDER_8 | (~F.child_age.is_("adult") & F.child_spending.is_("beyond_age")),
            "付款的人可以独立决定这笔付款，不能以此为由要求返还。",
        ),
        Condition(
            "监护人没有同意，知道以后也不认可",
            F.guardian_consent.is_("no", "other_adult"),
            "监护人同意过或者事后认可了，一般不能再以此要求返还。",
        ),
    ),
    defences=(
        Condition(
            "孩子满十六岁，主要靠自己的劳动收入生活",
            F.child_age.is_(*OLD_ENOUGH_TO_EARN) & F.own_income.is_("yes"),
            "孩子满十六岁、主要靠自己的劳动收入生活，和成年人一样，不能以未成年为由要求返还。",
        ),
    ),
    proof_in_minutes="账单里这笔钱的商户订单号，孩子那台设备上登录的账号名和充值记录",
    first_acts=(
        FirstAct(
            id="child",
            saves=Saves.ACCESS,
            at_once=True,
            when=unless(F.child_age.is_("adult") | F.channel.is_("not_paid")),
            what=_close_the_way,
            reads=(F.earlier_refund,),
        ),
    ),
    cites=(
        # What the defence rests on: the rules page names it, and nobody who claims argues from it.
        cite("mfd-18", when=NEVER),
        cite("mfd-19", when=AS_AN_OLDER_CHILD),
        cite("mfd-20", when=UNDER_8),
        cite("mfd-21", "mfd-22", when=INCAPABLE_ADULT),
        cite("mfd-144", when=UNDER_8 | INCAPABLE_ADULT),
        cite("mfd-145", when=unless(UNDER_8)),
        cite("mfd-157"),
        cite("zzjs-5", when=AS_AN_OLDER_CHILD),
        # Goods with which a child pays for online games; a top-up may as well be for a telephone.
        cite("ff2020-9", when=AS_AN_OLDER_CHILD & F.goods.is_(*(row for row in GOODS if row.pays_for_games))),
        cite("yfj-10", when=AS_A_CHILD & F.goods.is_(PLATFORM_BALANCE)),
        # It binds who offers games, films and the like to minors, not a shop that sells cards for them.
        cite("wwb-44", when=AS_A_CHILD & F.seller_kind.is_("self_run") & F.goods.is_(*(row for row in GOODS if row.used_by_minors_online))),
        cite("wwb-46", when=AS_A_CHILD & F.goods.is_(GAME_ACCOUNT)),
        # That an adult acted is presumed (电子商务法 48) until shown otherwise; who is not told so does not bring it up.
        cite("dsf-48", when=AS_A_CHILD & F.refusal_ground.has(ADULT)),
    ),
    remedy=RETURN_PAYMENT,
    proof=(Evidence("identity"),),
    also_proof=(
        Evidence("usage_log", "操作的是孩子：时段、设备、聊天内容", "账号的登录时间、设备，和孩子在家的时间对一对；账号名要能和付款对上"),
    ),
    # A family that was paid back once has shown who it is.
    proven=F.earlier_refund.is_("guarded", "unguarded"),
    happened=Sentence(_happened, F.child_age, reading(F.own_income, when=F.child_age.is_(*OLD_ENOUGH_TO_EARN)), F.earlier_refund),
    particulars=Sentence(_particulars, F.child_age),
    in_short=Sentence(_in_short, F.child_age),
    their_records=Sentence(
        lambda t: f"认为付款的不是{'本人的家人' if t.f.child_age == 'incapable_adult' else '孩子'}的，请写明依据的设备、时段和操作记录。",
        F.child_age,
    ),
    use=NO_WORD_OF_USE,
    order=Order(who=Sentence(lambda t: "家人" if t.f.child_age == "incapable_adult" else "孩子", F.child_age)),
    answers=(
        to("used", say="付款不发生效力的，取得的要返还；不能返还的部分折价。请写明用掉的是哪一部分、怎么算。"),
        to(
            "final",
            "silence",
            "delivered",
            "rule",
            "too_late",
            say="付款的效力看付款人的年龄、智力和监护人同不同意，和这句话无关。请就这一点答复。",
        ),
        to(
            "final",
            "silence",
            "delivered",
            "rule",
            "too_late",
            say="付款的效力看付款人能不能辨认自己的行为、监护人同不同意，和这句话无关。请就这一点答复。",
            when=INCAPABLE_ADULT,
        ),
        to("own_fault", say="监护人有没有过错、分担多少，请写明依据和算法。"),
        to("adult", say="付款的是本人的家人。请核对操作的设备、时段和记录，逐项说明。", when=INCAPABLE_ADULT),
    ),
    objections=(
        Objection("账号是成年人实名，付款密码也是成年人的。", "实名和密码只是推定。请逐项核对设备、时段和操作记录。", "adult"),
        Objection("已经退过一次，不再退。", "每一笔付款各自判断。监护人有没有过错、分担多少，请说明依据和算法。"),
    ),
    ward=Sentence(_ward, F.child_age),
    which_articles=Sentence(
        lambda t: "按诊断或者法院认定的程度，适用其中相应的条文。" if t.f.child_age == "incapable_adult" else "", F.child_age
    ),
)
