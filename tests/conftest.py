"""Shared options: ``--update-golden`` rewrites the golden texts instead of comparing. And the order of files: the longest first."""

from pathlib import Path

TESTS = Path(__file__).parent
LONGEST = (
    "decide/test_every_answer.py",
    "decide/test_every_question_counts.py",
    "browser/test_failures.py",
    "browser/test_check_path.py",
    "write/test_every_sentence.py",
    "browser/test_same_tab.py",
    "browser/test_kept_and_not.py",
    "browser/test_keeping.py",
    "browser/test_errors.py",
    "browser/test_tools_kept.py",
    "browser/test_start.py",
    "browser/test_nothing_lost.py",
    "browser/test_wording.py",
    "browser/test_privacy.py",
    "browser/test_evidence.py",
    "browser/test_own_words.py",
    "browser/test_blanks.py",
    "browser/test_taking_along.py",
    "browser/test_tools.py",
    "browser/test_reading_pages.py",
    "browser/test_search.py",
    "write/test_contract.py",
    "browser/test_evidence_brush.py",
    "browser/test_typing_goes_on.py",
    "write/test_letters.py",
    "browser/test_replies.py",
    "browser/test_stories.py",
    "browser/test_copy.py",
    "browser/test_stale.py",
    "browser/test_first_acts.py",
    "publish/test_pages.py",
)
"""Files that take more than ten seconds, as measured, the longest first: two workers then end at about the same time. Any other comes after them."""


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden from what is rendered now")


def pytest_collection_modifyitems(items):
    gone = [name for name in LONGEST if not (TESTS / name).is_file()]
    assert not gone, f"tests/conftest.py names files that are not there: {gone}"
    rank = {TESTS / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.path, len(rank)))
