"""The same complaint to a consumers' association, which is an alternative to 12315."""

from checker.kit import F
from checker.write.checks import complaint_checks
from checker.write.form import AUTHORITY, LetterForm, Occasion, Shown
from checker.write.parts import TO_AN_AUTHORITY

SKELETON = """\
{% set heading = "投诉书（消费者协会）" %}
{% set period = "请及时调查、调解，并告知结果。" %}
{% include "complaint_12315" %}
"""


def _offered(o: Occasion) -> bool:
    return o.others_in_turn and o.complaint_taken


LETTER = LetterForm(
    module=__name__,
    title="消费者协会投诉",
    channel="消费者协会，和 12315 选一个",
    to=AUTHORITY,
    offered=_offered,
    checks=complaint_checks,
    then_elsewhere="association",
    besides=True,
    has=("reasons", "respondent"),
    skeleton=SKELETON,
    short=TO_AN_AUTHORITY,
    carried_by=(F.evidence, F.purpose, F.stage, F.elsewhere),
    shown=Shown(place=8, story="appealed", lead="也可以找消费者协会。12315 和消费者协会选一个，不要两边同时投诉。"),
)
