"""The process page: drawn for everybody, and told in words."""

import re

from checker.law.thresholds import threshold
from tests.every_page import every_page

PAGE = every_page()["process.md"]


def test_the_drawing_says_in_words_what_it_shows():
    drawing = re.search(r"(?s)<svg.*?</svg>", PAGE)[0]
    labels = re.search(r'aria-labelledby="([^"]+)"', drawing)[1].split()
    for id in labels:
        assert re.search(rf'id="{id}">[^<]{{8,}}<', drawing), id
    assert 'role="img"' in drawing and "style=" not in drawing
    for word in ("申请", "审核", "处理", "到账", "凭证", "申诉", "第三方", "起诉", "退款单号"):
        assert word in drawing and word in PAGE.replace(drawing, ""), word


def test_each_step_says_who_what_can_go_wrong_and_what_then():
    for anchor in ("apply", "review", "pay", "arrive"):
        step = re.search(rf"(?ms)^## [^\n]*{{#{anchor}}}\n(.*?)(?=^## )", PAGE)[1]
        for label in ("**谁做什么**", "**会出什么错**", "**那怎么办**"):
            assert label in step, (anchor, label)


def test_the_periods_come_from_the_table():
    for id in (
        "quality_return",
        "platform_review",
        "platform_response",
        "stalling",
        "wechat_refund_window",
        "complaint_decision",
        "mediation",
        "court_fee",
    ):
        assert threshold(id).words in PAGE, id
