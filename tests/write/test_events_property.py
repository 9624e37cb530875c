"""Whatever the reader makes of the lines: no number or day comes from nowhere, nothing stands twice, nothing that a claim rests on goes."""

import re
from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.bridge import check
from checker.kit.phrases import BLANK_OPENS
from tests.write.test_chronology import NOW, REFUSED

NUMBER = re.compile(r"\d+(?:\.\d+)?")
DAY = re.compile(r"(\d{4}) 年 (\d{1,2}) 月 (\d{1,2}) 日，")
DAYS = st.dates(NOW.date().replace(month=9, day=1), NOW.date()).map(str)
OWN = st.builds(
    lambda words, day: {"what": words} | ({"when": day} if day else {}),
    st.from_regex(r"[甲乙丙丁]第[1-9][0-9]{1,3}次打电话给客服，等了[1-9]{2}分钟[。！]?", fullmatch=True),
    st.none() | DAYS,
)
OF_A_LINE = st.builds(
    lambda id, change: {"of": id} | change,
    st.sampled_from(["order", "unusable", "use", "asked", "answered", "own-1", "nothing"]),
    st.sampled_from([{}, {"struck": True}]) | st.builds(lambda day: {"when": day}, DAYS),
)


def lines_of(text: str) -> list[str]:
    part = text.partition("一、事实\n")[2].partition("\n\n二、")[0]
    return [match[1] for line in part.splitlines() if (match := re.match(r"\d+\. (.*)", line))]


def texts(events: list) -> dict[str, str]:
    (matter,) = check({"v": 1, "answers": REFUSED, "events": events}, NOW)["matters"]
    return {each["name"]: each["text"] for each in matter["letters"]}


WITHOUT = texts([])
RESTS_ON = ("实际付款 268 元", "不能正常使用", "这个要求被拒绝")


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(OWN | OF_A_LINE, max_size=8))
def test_the_texts_follow_and_make_nothing_up(events):
    found = texts(events)
    assert found.keys() == WITHOUT.keys()
    said = {str(int(number)) for each in events for number in re.findall(r"\d+", f"{each.get('what', '')} {each.get('when', '')}")}
    for name, text in found.items():
        lines = lines_of(text)
        of_the_list = {str(number) for number in range(1, len(lines) + 1)}
        assert set(NUMBER.findall(text)) <= set(NUMBER.findall(WITHOUT[name])) | said | of_the_list, name
        assert max(Counter(lines).values()) == 1
        assert all(any(words in line for line in lines) for words in RESTS_ON)
        days = [tuple(map(int, day.groups())) for line in lines if (day := DAY.match(line))]
        assert all(one <= other for one, other in pairwise(days)), lines
        # What everybody reads takes no line of the reader's own words.
        own = {each["what"].rstrip("。！") for each in events if "what" in each}
        assert {words for words in own if any(words in line for line in lines)} == (set() if name == "public_complaint" else own)


def test_the_property_has_something_to_look_at():
    assert len(WITHOUT) > 3 and all(BLANK_OPENS in text for text in WITHOUT.values())
    assert "第99次" in texts([{"what": "甲第99次打电话给客服，等了11分钟"}])["appeal"]
