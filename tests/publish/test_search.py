"""The mend of the theme's search, and the words that it is to know."""

import pytest

from checker.errors import DataNotCovered
from checker.publish import pages, search
from checker.publish.words import words_of_readers
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS


def test_the_mend_is_refused_for_a_script_that_is_another_one():
    assert search.mend(f"for(;;){search.BROKEN}&&1") == f"for(;;){search.MENDED}&&1"
    with pytest.raises(ValueError):
        search.mend("for(;;)1")


def test_every_rule_has_readers_words_and_the_dictionary_knows_them():
    known = {line.split()[0] for line in (pages.DOCS.parent / "overrides/search/words.txt").read_text(encoding="utf-8").splitlines()}
    for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES):
        assert rule.also_called and set(rule.also_called) <= known, rule.id
    with pytest.raises(DataNotCovered):
        words_of_readers("nothing")
