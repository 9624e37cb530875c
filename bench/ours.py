"""Our own checker as one that `bench/score.py` can run, and what it comes to on the public stories.

`python -m bench.ours` answers one story, from standard input to standard output, as `--command` of score.py wants it. `python -m bench.ours --measure` scores all of
them and writes `docs/benchmark/results.json`, from which the page has its figures; `make measure` runs it.

With the answers by the form it decides by those. With the story alone it takes over all that the reader of stories proposes, which the form would have
a person confirm, says 不清楚 to the rest, and takes the story for true where it does not say itself that its reason is made up.
"""

import argparse
import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bench import score
from checker.ask.answers import read_answers
from checker.ask.question import UNKNOWN, Answer, asked
from checker.ask.questions import BY_ID, QUESTIONS
from checker.bridge import check
from checker.errors import AnswerErrors
from checker.publish import benchmark
from checker.read.story import read_story
from checker.rules import RULES_VERSION

FIRST_SEEN = Path(__file__).with_name("third_first_seen.jsonl")
"""What the engine as it was when the labels of the third part were written (commit b4365fb) says of that part: nothing in it can have been made to fit."""
FIRST_SEEN_PART, FIRST_SEEN_RULES = "third", "2026.11.28.5"


def answers_to(given: dict[str, Answer], now: datetime) -> dict[str, Answer]:
    """The answers as the form of today takes them: what it does not ask left out, what it asks besides not known.

    :raises AnswerErrors: one of them cannot be read, or does not go with the others.
    """
    answers = dict(given)
    while True:
        open_ids = {question.id for question in asked(QUESTIONS, answers)}
        answers = {id: value for id, value in answers.items() if id in open_ids}
        try:
            read_answers(answers, now)
        except AnswerErrors as found:
            if any(error.code != "missing" for error in found.errors):
                raise
            for error in found.errors:
                answers[error.field] = [UNKNOWN] if BY_ID[error.field].kind == "choices" else UNKNOWN
            continue
        return answers


def read_in(story: str, now: datetime) -> dict[str, Answer]:
    """All that the story proposes, taken over."""
    read = read_story(story, now)
    found: dict[str, Answer] = {"truthful": "no" if read.made_up else "yes"}
    for each in read.proposals:
        if BY_ID[each.question].kind == "choices":
            found[each.question] = [*found.get(each.question, ()), each.value]
        else:
            found[each.question] = each.value
    return found


def reply(story: dict[str, Any]) -> dict[str, Any]:
    """What our checker says of a story of the benchmark; nothing where the answers do not go together."""
    now = datetime.fromisoformat(story["now"])
    try:
        answers = answers_to(story["answers"] if "answers" in story else read_in(story["story"], now), now)
        verdict = check({"v": 1, "answers": answers, "parties": story.get("parties", {})}, now)
    except AnswerErrors:
        return {"id": story["id"]}
    first = verdict["matters"][0]
    texts = [text for matter in verdict["matters"] for letter in matter["letters"] for text in (letter["text"], letter["short"])]
    return {"id": story["id"], "level": first["level"], "step": first["next_step"], "text": texts}


def measured(measured_on: date) -> dict[str, Any]:
    """What score.py makes of our replies: with the answers, with the stories alone, and of the part that was new to the rules when it was first seen."""
    whole = benchmark.benchmark()
    return {
        "measured_on": measured_on.isoformat(),
        "rules_version": RULES_VERSION,
        "with_answers": _scored(whole, whole["stories"]),
        "story_only": _scored(whole, [{key: story[key] for key in ("id", "now", "story")} for story in whole["stories"]]),
        "first_seen": {
            "part": FIRST_SEEN_PART,
            "rules_version": FIRST_SEEN_RULES,
            **score.score(score.only(whole, [FIRST_SEEN_PART]), score.from_file(str(FIRST_SEEN), whole).by_id),
        },
    }


def _scored(whole: dict[str, Any], stories: list[dict[str, Any]]) -> score.Result:
    return score.score(whole, {story["id"]: score.read_reply(reply(story), whole)[0] for story in stories})


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.ours", description=__doc__)
    parser.add_argument("--measure", action="store_true", help="score all stories and write the results")
    parser.add_argument("--on", type=date.fromisoformat, default=date.today(), help="the day to write down, today if it is not given")
    options = parser.parse_args()
    if not options.measure:
        json.dump(reply(json.load(sys.stdin)), sys.stdout, ensure_ascii=False)
        return 0
    benchmark.RESULTS.write_text(json.dumps(measured(options.on), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
