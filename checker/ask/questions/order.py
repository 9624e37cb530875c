"""The order: buyer, seller, money, promise, arrival, and what is at hand to prove it."""

from checker.ask.question import UNKNOWN, Option, Question
from checker.ask.questions.start import ORDINARY

QUESTIONS = (
    Question(
        id="paid_amount", topic="money", kind="money", blank="付款金额", required=False,
        label="实际付了多少钱？",
        hint="单位是元，例如 100 或 99.50。只算想要回来的，分几次付的写总数。付给两家的，一次只查一家。付外币的，按账单扣的人民币填。不清楚就留空。",
        why="函里的金额和这里一致。", error="付款金额要写成数字，例如 100 或 99.50",
    ),
    Question(
        id="paid_on", topic="money", kind="moment", blank="付款日期", event="付款", required=False,
        label="什么时候付的款？",
        hint="例如 2026-11-03 14:05，不记得几点就只写日期。分几次付的写第一次。不清楚就留空。",
        why="等了多久、还剩几天，都从这一天算。承诺几分钟到账的，要算到分钟。", error="付款日期要写成年月日，例如 2026-11-03",
    ),
    Question(
        id="channel", topic="money", kind="choice",
        options=(
            Option("wechat", "微信支付"), Option("alipay", "支付宝"), Option("card", "银行卡、信用卡"),
            Option("balance", "平台余额"), Option("transfer", "转账、扫个人收款码"), Option("not_paid", "还没有付钱"), Option(UNKNOWN, "不清楚"),
        ),
        label="用什么付的？",
        hint="看账单上的支付方式。",
        why="退款一般原路退回，要找的支付方也不一样。",
        error="选择用什么付的，不确定就选“不清楚”",
    ),
    Question(
        id="paid_outside", topic="outside", kind="choice", asked_when=(("channel", ("transfer",)),),
        options=(
            Option("lured", "对方让我绕开平台付，付完就不认、不回"), Option("agreed", "对方让我绕开平台付，现在还在处理"),
            Option("no", "没有绕开，或者不是对方让我绕开的"), Option(UNKNOWN, "不清楚"),
        ),
        label="是绕开平台付的吗？",
        hint="",
        why="绕开平台付、付完不认，是诈骗常见的做法。",
        error="选择是不是绕开平台付的",
    ),
    Question(
        id="purpose", topic="order", kind="choice", asked_when=ORDINARY,
        options=(Option("self", "自己或家人用"), Option("resale", "转卖、做代理、批量拿货"), Option(UNKNOWN, "不清楚")),
        label="买来做什么？",
        hint="",
        why="转卖的人一般不算消费者，《消费者权益保护法》和 12315 就用不上。",
        error="选择买来做什么",
    ),
    Question(
        id="seller_kind", topic="order", kind="choice", asked_when=ORDINARY,
        options=(
            Option("self_run", "官网、App、平台自己卖的，或者看不出是别人卖的"), Option("shop", "平台上的店铺（旗舰店也算）"),
            Option("individual", "个人偶尔转让"), Option("overseas", "境外的卖家或网站"), Option(UNKNOWN, "不清楚"),
        ),
        label="卖家是谁？",
        hint="看订单里的卖家名称，有没有“自营”。",
        why="决定向谁要求，也决定能不能用 12315。",
        error="选择卖家是谁，不确定就选“不清楚”",
    ),
    Question(
        id="seller_identity", topic="order", kind="choice", asked_when=(("seller_kind", ("shop", "individual")),),
        options=(
            Option("known", "知道，或者页面上有"), Option("refused", "问过平台，平台说不出来"), Option("not_asked", "不知道，还没问"),
            Option(UNKNOWN, "不清楚"),
        ),
        label="知道卖家的真实名称、地址和联系方式吗？",
        hint="",
        why="平台说不出来的，可以直接向平台要求赔偿。",
        error="选择知道不知道卖家是谁",
    ),
    Question(
        id="paid_by", topic="payer", kind="choice", asked_when=ORDINARY, required=False,
        options=(Option("me", "我自己"), Option("other", "家人、朋友替我付的，或者送我的"), Option(UNKNOWN, "不清楚")),
        label="这笔钱是谁付的？",
        hint="孩子没有经过同意付的，回去选“是孩子付的，或者失智的家人付的”。",
        why="退款一般退回付款的账户。",
        error="选择钱是谁付的",
    ),
    Question(
        id="evidence", topic="evidence", kind="choices", at_most=0,
        options=(
            Option("listing", "商品页截图（价格、面值、承诺、规则）"), Option("order", "订单截图、订单编号"),
            Option("payment", "支付记录（账单、交易单号）"), Option("chat", "和客服、卖家的聊天、邮件"),
            Option("error", "报错截图、录屏"), Option("official", "官方查询结果（发行方、官方客服、主管部门网站）"),
            Option("usage_log", "登录、激活、使用记录"), Option("reply", "平台、运营商的书面答复或通知"),
            Option("seller", "能看出卖家是谁的（营业执照、收款方名称）"), Option("identity", "亲子关系、身份证明"), Option("none", "都没有"), Option(UNKNOWN, "不清楚"),
        ),
        label="手里有哪些凭证？",
        hint="有几样选几样。",
        why="没有凭证的事实，写进函里也站不住。先补齐最要紧的。",
        error="选择手里有哪些凭证，一样也没有就选“都没有”",
    ),
)
