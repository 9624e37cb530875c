"""A case file with something in every part, and what is said of one that cannot be taken back."""

import pytest

from checker.errors import CaseFileError
from checker.keep.case_file import open_case

FULL = {
    "v": 1,
    "answers": {"goods": "game_card", "problem": ["unusable"], "paid_on": "不记得是哪天"},
    "parties": {"order_no": "A1"},
    "events": [{"of": "order"}, {"when": "三天前（2026-11-24 15:04 说的）", "what": "问过客服"}, {"of": "use", "struck": True}],
    "texts": {"ordinary/refund_request/text": {"from": "原文", "edited": "改过"}},
    "replies": [
        {"on": "2026-11-24", "reply": "silence"},
        {
            "on": "2026-11-24",
            "reply": "refused",
            "step": 2,
            "before": {"stage": "asked_waiting", "refusal_ground": None, "problem": ["unusable"]},
        },
    ],
    "status": {"state": "waiting", "until": "2026-11-30", "sent": [{"letter": "退款申请", "on": "2026-11-24", "step": 1, "before": {}}]},
}
REFUSED = {"on": "2026-11-24", "reply": "refused"}


def refusal(case: object) -> str:
    with pytest.raises(CaseFileError) as caught:
        open_case(case)
    return str(caught.value)
