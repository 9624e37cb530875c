"""The page filled in an account that was not the buyer's."""

from checker.ask import problems
from checker.kit import ALWAYS, NO_WORD_OF_USE, ClaimRule, Evidence, F, Objection, Sentence, cite, story, to
from checker.kit.remedies import DELIVER_OR_REFUND

RULE = ClaimRule(
    module=__name__,
    title="页面自动带出来的账号是错的",
    meaning="账号是页面自动带出来的，充到了别人那里，不是你填错的，等于没有按约定交付给你。可以要求重新交付，或者退款。要有页面录屏、订单里的账号为证。",
    because="账号是页面带出来的，没有交付给你要的账号，可以要求重新交付或者退款。",
    also_called=(
        "页面填错号",
        "自动带出号码",
        "充到别人号",
    ),
    place=8,
    family="quality",
    story=story("账号是页面自动带出来的，带错了", F.problem.has(problems.MIS_ORDER) & F.slip.is_("page")),
    cites=(cite("dsf-20", "dsf-50", "mfd-509", "mfd-577"),),
    ends_contract=ALWAYS,
    remedy=DELIVER_OR_REFUND,
    proof=(
        Evidence("error", "账号是页面自动带出来的", "重新走一遍下单，不付款，录下账号怎样自动出现"),
        Evidence("order"),
        Evidence("listing"),
    ),
    happened=Sentence("充值账号是页面自动带出来的，不是本人填写的，带错以后没有充到本人的账号。"),
    in_short=Sentence("账号由页面自动带出，带错了，没有充到本人账号"),
    their_records=Sentence("认为账号由本人填写的，请提供下单过程的记录：在哪一步、怎样填入。"),
    use=NO_WORD_OF_USE,
    answers=(
        to("delivered", say="没有充到本人的账号。请写明充到了哪个账号、这个账号在哪一步填进去。"),
        to("used", "final", say="没有充到本人的账号，对本人来说就是没有交付。请就这一点答复。"),
    ),
    objections=(Objection("账号是你自己填的。", "请提供下单过程的记录：这个账号是谁、在哪一步填进去的。", "own_fault"),),
)
