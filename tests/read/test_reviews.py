"""What a shop's reviews come to: labelled answers, and that what was not seen is not a no."""

import json
from itertools import product

import pytest

from checker.errors import AnswerErrors, CaseFileError
from checker.law import statutes
from checker.read.reviews import ANSWERS, NO, UNSEEN, WEIGHTS, YES, questions, read_reviews, weigh
from tests.test_copy_style import banned, spacing, too_long

FINE = {each.id: NO if each.worry == YES else YES for each in questions()}


@pytest.mark.parametrize(
    ("changed", "begins", "because"),
    [
        ({}, "看到的这几处没有不对", 0),
        ({"cannot_use": "yes"}, "有一处要当心，其中一处很要紧。先别付款", 1),
        ({"gone": "yes", "recent": "no", "later": "no"}, "有三处要当心，其中一处很要紧。先别付款", 3),
        ({"cannot_use": "yes", "only_pictures": "no"}, "有两处要当心，其中两处很要紧", 2),
        ({"paid_praise": "yes", "all_at_once": "yes"}, "有两处要当心。先别付款", 2),
        ({"paid_praise": "yes", "concrete": "no"}, "有两处要当心。先别付款", 2),
        ({"recent": "no"}, "有一处要当心。付款以前问清楚", 1),
        ({"later": "no"}, "有一处不太够，别的没看出不对", 1),
        ({"later": "no", "concrete": "no"}, "有两处不太够", 2),
    ],
)
def test_what_answers_come_to(changed, begins, because):
    said = weigh(FINE | changed)
    assert said.text.startswith(begins) and len(said.because) == because and "没看到" not in said.text


def test_what_was_not_seen_is_not_a_no_and_is_said():
    assert weigh(dict.fromkeys(FINE, UNSEEN)).because == ()
    assert weigh(dict.fromkeys(FINE, UNSEEN)).text.startswith("大多看不到")
    assert weigh({"recent": "yes"}).text.startswith("大多看不到")
    assert weigh(FINE | {"later": UNSEEN}).text.endswith("还有一处没看到，没看到不等于没有。")
    assert weigh(dict.fromkeys(FINE, UNSEEN) | {"gone": "yes"}).text.startswith("有一处要当心，其中一处很要紧")
    assert weigh({"gone": "yes"}).text.endswith("还有七处没看到，没看到不等于没有。")
    assert weigh({}).text.startswith("还没有回答")


def test_the_heaviest_comes_first():
    said = weigh({"concrete": "no", "recent": "no", "gone": "yes"})
    assert [each.partition("。")[0] for each in said.because] == [
        "有人说付款以后找不到卖家",
        "最近一个月没有买同一样东西的评价",
        "好评里没有说清怎么买到、怎么用上的",
    ]


def test_one_more_worry_never_makes_it_lighter():
    order = ("看到的这几处", "大多看不到", "有一处不太够", "有两处不太够", "有一处要当心。付款以前", "处要当心。先别付款", "很要紧")

    def rank(text: str) -> int:
        return max(place for place, words in enumerate(order) if words in text)

    for answers in product(ANSWERS, repeat=len(questions())):
        given = dict(zip(FINE, answers, strict=True))
        first = next((each for each in questions() if given[each.id] not in (UNSEEN, each.worry)), None)
        if first:
            assert rank(weigh(given | {first.id: first.worry}).text) >= rank(weigh(given).text), given


@pytest.mark.parametrize("answers", [{"recent": "maybe"}, {"nonesuch": "yes"}, {"recent": ""}])
def test_what_is_no_answer_is_refused(answers):
    with pytest.raises(AnswerErrors):
        weigh(answers)


def test_every_question_is_whole_and_in_the_words_of_this_site():
    weights = [WEIGHTS.index(each.weight) for each in questions()]
    assert (
        weights == sorted(weights)
        and set(weights) == set(range(len(WEIGHTS)))
        and len(questions()) == len({each.id for each in questions()})
    )
    for each in questions():
        assert each.worry in (YES, NO) and "有没有" in each.ask and each.ask.endswith("？") and each.why.endswith("。")
        assert all(statutes.article(id).id == id for id in each.articles)
        for text in (each.ask, each.found, each.why, each.prevents, weigh({each.id: each.worry}).text):
            assert not [*banned(text), *too_long(text), *spacing(text)], text
            assert "安全" not in text and "无效" not in text


def test_answers_written_as_json_come_to_the_same():
    given = FINE | {"gone": "yes", "later": UNSEEN}
    said, same = read_reviews(json.dumps(given)), weigh(given)
    assert (said.text, said.because) == (same.text, same.because) and said.because
    assert read_reviews("{}").text == weigh({}).text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        "{",
        "[]",
        "null",
        "5",
        '"yes"',
        "NaN",
        "\ud800",
        "[" * 100_000,
        '{"a":' * 50_000,
        '{"gone": "yes"} {}',
        "9" * 10_000,
        '{"nothing": "yes"}',
        '{"gone": "yes", "": "no"}',
        '{"\\ud800": "yes"}',
        json.dumps({str(number): "yes" for number in range(50_000)}),
    ],
    ids=lambda text: ascii(text[:14]),
)
def test_what_is_no_list_of_answers_is_refused_in_words(text):
    with pytest.raises(CaseFileError) as refused:
        read_reviews(text)
    words = str(refused.value)
    assert words.startswith("答案要写成 JSON") and len(words) < 200 and all(each.id in words for each in questions())


@pytest.mark.parametrize("answer", ["maybe", "YES", "", 1, True, None, ["yes"], {"yes": "yes"}, "y" * 100_000])
def test_an_answer_that_is_none_of_the_three_is_told_by_its_question(answer):
    with pytest.raises(AnswerErrors) as refused:
        read_reviews(json.dumps({"gone": answer, "recent": "yes"}))
    (error,) = refused.value.errors
    assert error.field == "gone" and "看不到" in error.message and len(str(refused.value)) < 40
