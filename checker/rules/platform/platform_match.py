"""Whether the problem is one that a platform's rules take up."""

from checker.ask.problems import problems_that
from checker.kit import Condition, F, PlatformRule

RULE = PlatformRule(
    module=__name__,
    title="和平台规则对不对得上",
    basis="practice",
    meaning="平台只退“客观问题”：没到账、和页面不符、用不了。误操作、不想要、放过期通常不退。平台的规则不能排除法律给的权利。",
    because="属于平台通常承认的客观问题。",
    also_called=("说不符合条件", "说是个人原因"),
    place=3,
    story=Condition(
        "属于没到账、不相符、用不了一类的客观问题",
        F.problem.has(*problems_that(lambda problem: problem.objective)),
        "平台会说这是个人原因，通常不退。",
    ),
    cites=(),
)
