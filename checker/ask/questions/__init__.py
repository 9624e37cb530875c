"""Every question of the checker, in the order in which it is asked. Words are edited in these modules and nowhere else."""

from checker.ask.question import Question, Topic
from checker.ask.questions import fault, order, own_choice, reply, start

STAGES = ("先看能不能退", "订单和商家", "凭证", "诉求")

TOPICS = (
    Topic(id="goods", stage=STAGES[0], heading="买的是什么"),
    Topic(id="unlawful", stage=STAGES[0], heading="你在这件事里"),
    Topic(id="problem", stage=STAGES[0], heading="出了什么事"),
    Topic(id="source", stage=STAGES[0], heading="东西的来路"),
    Topic(id="use", stage=STAGES[0], heading="用到了哪一步"),
    Topic(id="fault", stage=STAGES[0], heading="哪里不对"),
    Topic(id="charge", stage=STAGES[0], heading="多扣的钱"),
    Topic(id="cancelled", stage=STAGES[0], heading="商家取消"),
    Topic(id="promise-broken", stage=STAGES[0], heading="商家的承诺"),
    Topic(id="balance", stage=STAGES[0], heading="平台余额"),
    Topic(id="deposit", stage=STAGES[0], heading="押金"),
    Topic(id="refund-trouble", stage=STAGES[0], heading="答应的退款"),
    Topic(id="own-choice", stage=STAGES[0], heading="下单的时候"),
    Topic(id="child", stage=STAGES[0], heading="孩子和监护人"),
    Topic(id="account-safety", stage=STAGES[0], heading="账户安全"),
    Topic(id="order", stage=STAGES[1], heading="买家和卖家"),
    Topic(id="money", stage=STAGES[1], heading="付款"),
    Topic(id="promise", stage=STAGES[1], heading="承诺和到账"),
    Topic(id="late", stage=STAGES[1], heading="到账以后"),
    Topic(id="evidence", stage=STAGES[2], heading="手里有什么凭证"),
    Topic(id="reply", stage=STAGES[3], heading="和商家说到哪一步了"),
    Topic(id="their-words", stage=STAGES[3], heading="对方怎么说"),
    Topic(id="elsewhere", stage=STAGES[3], heading="别处的投诉"),
    Topic(id="truth", stage=STAGES[3], heading="检查答案"),
)

QUESTIONS: tuple[Question, ...] = (*start.QUESTIONS, *fault.QUESTIONS, *own_choice.QUESTIONS, *order.QUESTIONS, *reply.QUESTIONS)

BY_ID = {question.id: question for question in QUESTIONS}
