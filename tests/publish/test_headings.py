"""Headings break between words, and say and copy the same as before."""

import re

import pytest

from checker.publish.headings import cutter, with_breaks

CUT = cutter()


@pytest.mark.parametrize(
    ("heading", "broken"),
    [
        ("买的是什么？", "买的|是什么？"),
        ("民法典合同编：终止和违约", "民法典|合同编：终止|和违约"),
        ("平台说虚拟商品一律不退", "平台|说虚拟|商品|一律|不退"),
        ("卡密提示“已使用”，先看这几样", "卡密|提示“已使用”，先看|这几样"),
    ],
)
def test_a_place_to_break_stands_between_words(heading, broken):
    made = with_breaks(f'<h2 id="x">{heading}</h2><p>{heading}</p>', CUT)
    head, rest = made.split("</h2>")
    assert head.startswith('<h2 data-words id="x">') and rest == f"<p>{heading}</p>"
    assert re.sub("<[^>]*>", "", head) == heading
    assert head.removeprefix('<h2 data-words id="x">').replace("<wbr>", "|") == broken


def test_tags_and_entities_inside_a_heading_stay_whole():
    made = with_breaks('<h1>退款 &amp; <a href="退款规则">退款规则</a></h1>', CUT)
    assert '<a href="退款规则">退款<wbr>规则</a>' in made and "&amp;" in made
