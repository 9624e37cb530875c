"""Somebody else paid: a child, or a stranger."""

from checker.ask.facts import Facts
from checker.ask.goods import goods_of
from checker.decide.proof import PROOF
from checker.decide.rule import Condition, Objection, Rule, Truth, all_of, among, chose, is_one_of


def _beyond_the_childs_age(facts: Facts) -> Truth:
    """Under eight any payment is void; from eight on only what goes beyond age and understanding needs consent (民法典 19, 20)."""
    if facts.child_age is None:
        return None
    if facts.child_age == "under_8":
        return True
    return False if facts.child_age == "adult" else is_one_of(facts.child_spending, "beyond_age")


OLD_ENOUGH_TO_EARN = ("16_to_17", "minor")


def _articles_for_age(facts: Facts) -> tuple[str, ...]:
    if facts.child_age == "incapable_adult":
        return ("mfd-21", "mfd-22", "mfd-144", "mfd-145", "mfd-157")
    prepaid = ("yfj-10",) if goods_of(facts.goods).prepaid else ()
    # That an adult acted is presumed (电子商务法 48) until shown otherwise; who is not told so does not bring it up.
    presumed = ("dsf-48",) if "adult" in (facts.refusal_ground or ()) else ()
    # It binds who offers games, films and the like to minors, not a shop that sells cards for them.
    played = ("wwb-44",) if facts.seller_kind == "self_run" and goods_of(facts.goods).used_by_minors_online else ()
    rented = ("wwb-46",) if goods_of(facts.goods).is_account else ()
    if facts.child_age == "under_8":
        return ("mfd-20", "mfd-144", "mfd-157", *prepaid, *played, *rented, *presumed)
    games = ("ff2020-9",) if goods_of(facts.goods).pays_for_games else ()
    return ("mfd-19", "mfd-145", "mfd-157", "zzjs-5", *games, *prepaid, *played, *rented, *presumed)


def _answers_for_guardian(facts: Facts) -> dict[str, str]:
    void = "付款的效力看付款人的年龄、智力和监护人同不同意，和这句话无关。请就这一点答复。"
    if facts.child_age == "incapable_adult":
        void = "付款的效力看付款人能不能辨认自己的行为、监护人同不同意，和这句话无关。请就这一点答复。"
    return {
        "used": "付款不发生效力的，取得的要返还；不能返还的部分折价。请写明用掉的是哪一部分、怎么算。",
        **dict.fromkeys(("final", "silence", "delivered", "rule", "too_late"), void),
        "own_fault": "监护人有没有过错、分担多少，请写明依据和算法。",
        **({"adult": "付款的是本人的家人。请核对操作的设备、时段和记录，逐项说明。"} if facts.child_age == "incapable_adult" else {}),
    }


MINOR_PAYMENT = Rule(
    id="minor_payment",
    route="minor",
    title="孩子或者失智的家人付的钱，监护人没有同意",
    basis="statute",
    articles=(
        "mfd-18",
        "mfd-19",
        "mfd-20",
        "mfd-21",
        "mfd-22",
        "mfd-144",
        "mfd-145",
        "mfd-157",
        "zzjs-5",
        "ff2020-9",
        "yfj-10",
        "wwb-44",
        "wwb-46",
        "dsf-48",
    ),
    cites=_articles_for_age,
    answers=_answers_for_guardian,
    meaning="不满八岁的孩子付的款无效。八岁以上的，超出年龄和智力的付款，监护人不同意、不追认就不发生效力，可以要求返还。监护人自己有过错的，可能要分担一部分，所以不保证全退。退过一次还不改密码，过错更重。成年家人失智的，要拿出诊断一类的证明。",
    because="付款超出付款人能独立决定的范围，监护人没有同意也不追认，可以要求返还。",
    conditions=(
        chose("child_paid", sentence="是孩子付的，或者失智的家人付的"),
        Condition(
            sentence="孩子不满八岁；或者付款明显超出他的年龄、智力或者精神状况",
            otherwise="付款的人可以独立决定这笔付款，不能以此为由要求返还。",
            reads=("child_age", "child_spending"),
            holds=_beyond_the_childs_age,
        ),
        among(
            "guardian_consent",
            "no",
            "other_adult",
            sentence="监护人没有同意，知道以后也不认可",
            otherwise="监护人同意过或者事后认可了，一般不能再以此要求返还。",
        ),
    ),
    defences=(
        Condition(
            sentence="孩子满十六岁，主要靠自己的劳动收入生活",
            otherwise="孩子满十六岁、主要靠自己的劳动收入生活，和成年人一样，不能以未成年为由要求返还。",
            reads=("child_age", "own_income"),
            holds=lambda facts: all_of(is_one_of(facts.child_age, *OLD_ENOUGH_TO_EARN), is_one_of(facts.own_income, "yes")),
        ),
    ),
    remedy="return_payment",
    proof=PROOF["child_paid"],
    objections=(
        Objection(
            they_say="账号是成年人实名，付款密码也是成年人的。",
            answer="实名和密码只是推定。请逐项核对设备、时段和操作记录。",
            ground="adult",
        ),
        Objection(they_say="已经退过一次，不再退。", answer="每一笔付款各自判断。监护人有没有过错、分担多少，请说明依据和算法。"),
    ),
)

UNAUTHORISED_PAYMENT = Rule(
    id="unauthorised_payment",
    route="unauthorised_payment",
    title="不是你付的，账户被别人用了",
    basis="statute",
    articles=("dsf-57", "yhk-4", "yhk-7", "zfjg-35"),
    cites=lambda facts: (
        "dsf-57",
        *(("yhk-4", "yhk-7") if facts.channel in ("card", None) else ()),
        *(("zfjg-35",) if facts.channel != "card" else ()),
    ),
    meaning="未经授权的支付，损失由支付服务提供者承担，它能证明是用户过错的除外。要马上通知支付方、挂失、改密码。银行卡没有及时挂失的，扩大的损失可能要自己承担；支付方接到通知没有及时处理的，扩大的部分由它承担。找商家退款不是主要的路。",
    because="这笔付款不是你授权的，先找支付方，不是先找商家。",
    conditions=(chose("not_paid_by_me", sentence="不是自己付的，账户被别人用了"),),
    defences=(
        among(
            "how_taken",
            "family",
            sentence="是家里人付的",
            otherwise="家里人付的，不是盗刷，支付方不会当盗刷处理。孩子付的，回去选“是孩子付的，或者失智的家人付的”再查。",
        ),
    ),
    remedy="stop_payment",
    proof=PROOF["not_paid_by_me"],
    objections=(
        Objection(
            they_say="验证码输入正确，视为本人操作。",
            answer="请提供这笔交易的验证方式、设备和网络记录。主张是本人或者经授权的交易，由支付方举证。",
        ),
    ),
)
