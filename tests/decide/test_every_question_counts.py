"""Hardly a question is shown that cannot change anything any more: the level, the step, an act, a deadline or a sentence of an offered text."""

import random
from collections import Counter
from datetime import datetime
from functools import cache
from itertools import islice

from checker.ask.answers import read_answers
from checker.ask.question import UNKNOWN, Answer, Question, asked
from checker.ask.questions import QUESTIONS
from checker.bridge import check
from checker.decide.early import decided
from checker.decide.verdict import assess
from checker.errors import AnswerErrors
from checker.publish.stories import stories

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
PATHS = 800
MOST = 0.02
"""The share of the questions looked at that may be idle. When one is asked is a matter of choices alone, so what only an unlikely outcome would
read cannot all be kept from the form. No change may make it more."""
TRIES = 30
TYPED = {
    "when": ("2026-11-20 14:05", "2026-11-23", "上个月", "2024-02-29", "2021-05-06", ""),
    "money": ("100", "50", "六千多", ""),
    "period": ("7 天", "30 个工作日", "1 天", ""),
    "duration": ("30 分钟", "30 天", ""),
    "number": ("3", "30", "2", ""),
    "text": ("照抄的原话", ""),
}
LIKELY = {
    "truthful": ["yes"] * 8 + ["no", UNKNOWN],
    "channel": ["wechat", "alipay", "card", "balance", "transfer", "wechat", "card", "not_paid"],
}
"""Answers that end everything are drawn less often, so that most paths have something to decide."""


def drawn(question: Question, chance: random.Random) -> Answer:
    """One possible answer."""
    if not question.options:
        return chance.choice(TYPED[question.kind])
    values = [option.value for option in question.options]
    if question.kind == "choice":
        return chance.choice(LIKELY.get(question.id, values))
    several = [value for value in values if value not in ("none", UNKNOWN)]
    if chance.random() < 0.2:
        return [chance.choice(values)]
    return chance.sample(several, k=min(len(several), 1 + (chance.random() < 0.3)))


def path(chance: random.Random, fixed: dict[str, Answer]) -> dict[str, Answer]:
    """Answers to all that is asked, with ``fixed`` where it is."""
    answers: dict[str, Answer] = {}
    for question in QUESTIONS:
        if question in asked(QUESTIONS[: QUESTIONS.index(question) + 1], answers):
            answers[question.id] = fixed[question.id] if question.id in fixed else drawn(question, chance)
    return answers


def outcome(answers: dict[str, Answer], *, texts: bool) -> object:
    """All that the reader gets; without the texts it is quicker."""
    try:
        facts = read_answers(answers, NOW)
    except AnswerErrors as found:
        return tuple((error.field, error.code) for error in found.errors)
    verdict = assess(facts, NOW)
    if not texts:
        return tuple(
            (m.route, m.level, m.next_step.id, tuple(act.what for act in m.acts), tuple((row.what, row.safe) for row in m.deadlines))
            for m in verdict.matters
        )
    told = check({"v": 1, "answers": answers}, NOW)
    return tuple(tuple((letter["text"], letter["short"]) for letter in matter["letters"]) for matter in told["matters"])


def told_already(before: dict[str, Answer]) -> bool:
    """Whether the page has said before this question that the conclusion is decided; who goes on then wants to."""
    try:
        return decided(read_answers(before, NOW, partial=True), NOW) is not None
    except AnswerErrors:
        return True


@cache
def told(question: str) -> tuple[dict[str, Answer], ...]:
    """What is answered in the stories in which it is asked: later answers that people give."""
    return tuple(story.answers for story in stories().values() if question in story.answers)


def counts(question: Question, before: dict[str, Answer], chance: random.Random) -> bool:
    """Whether two answers to it lead to different things, whatever comes later."""
    for attempt in range(TRIES):
        pool = told(question.id)
        likely = chance.choice(pool) if pool and attempt % 2 == 0 else {}
        later = path(chance, {**likely, **before})
        seen: dict[bool, set[object]] = {False: set(), True: set()}
        for answer in islice(_answers(question, chance), 8):
            whole = path(random.Random(attempt), {**later, question.id: answer})
            for texts in (False, True):
                seen[texts].add(outcome(whole, texts=texts))
            if any(len(outcomes) > 1 for outcomes in seen.values()):
                return True
    return False


def _answers(question: Question, chance: random.Random):
    if not question.options:
        yield from TYPED[question.kind]
        return
    values = [option.value for option in question.options]
    chance.shuffle(values)
    yield from values if question.kind == "choice" else ([value] for value in values)


def test_hardly_a_question_is_asked_that_can_change_nothing(capsys):
    chance = random.Random(17)
    looked_at, idle = 0, Counter[str]()
    for _ in range(PATHS):
        answers = path(chance, {})
        question = chance.choice([each for each in QUESTIONS if each.id in answers])
        place = QUESTIONS.index(question)
        # A page is shown as a whole: what is typed on it is not there before it.
        before = {
            each.id: answers[each.id] for each in QUESTIONS[:place] if each.id in answers and (each.topic != question.topic or each.options)
        }
        if told_already(before):
            continue
        looked_at += 1
        if not counts(question, before, chance):
            idle[question.id] += 1
    with capsys.disabled():
        print(f"\nquestions that can change nothing: {idle.total()} of {looked_at} looked at, {dict(idle)}")
    assert idle.total() <= MOST * looked_at, idle
