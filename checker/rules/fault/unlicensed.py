"""The seller has no licence for what it sells, and the buyer did not know."""

from checker.ask import problems
from checker.kit import ClaimRule, Condition, Evidence, F, Objection, Sentence, Telling, Use, blank, cite, story, to
from checker.kit.remedies import RETURN_VOID


def _happened(t: Telling) -> str:
    which = f"（{t.f.got_instead or blank('缺的是哪一种，例如游戏没有版号')}）"
    return f"据本人了解，经营者没有取得经营所需的资质{which}，本人购买的时候不知道。"


RULE = ClaimRule(
    module=__name__,
    title="对方没有经营资质，买的时候不知道",
    meaning="游戏没有版号、服务没有许可，违法的是经营者。合同可能被法院认定无效，取得的钱要返还。用过的部分怎么折、双方各有多少过错，由法院定。明知还买的，自己也要承担。",
    because="对方没有经营资质，你买的时候不知道。合同可能无效，可以要求返还，用掉的部分折价，损失按双方的过错分。",
    also_called=(
        "没有版号",
        "私服",
        "没有资质",
    ),
    place=5,
    family="seller",
    story=story("对方没有经营资质，例如游戏没有版号", F.problem.has(problems.WRONG_GOODS) & F.mismatch.is_("unlicensed")),
    conditions=(Condition("买的时候不知道", F.knew_it.is_("no"), "买的时候就知道没有资质，自己也有过错，损失要自己承担一部分。"),),
    cites=(cite("mfd-153", "mfd-157", "htjs-24"),),
    remedy=RETURN_VOID,
    proof=(
        Evidence("official", "对方有没有资质", "主管部门网站的查询结果截图，例如国家新闻出版署的版号查询"),
        Evidence("listing"),
        Evidence("payment"),
    ),
    happened=Sentence(_happened, F.got_instead),
    in_short=Sentence("据本人了解，经营者没有资质，购买时不知道"),
    their_records=Sentence("认为有资质的，请提供证照名称和编号。"),
    use=Use(found_later=True),
    answers=(to("used", say="合同无效的，取得的财产应当返还，用掉的部分折价。请写明怎么算。"),),
    objections=(Objection("玩过了就不退。", "合同无效的，取得的财产应当返还，用掉的部分折价。请说明本服务的资质证照编号。"),),
    court_only=True,
)
