"""The mends of the theme's search, and the words that it is to know."""

import pytest

from checker.errors import DataNotCovered
from checker.publish import pages, search
from checker.publish.words import LONGEST, words_of_readers
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS

PAGE = ";".join(search.AT_ONCE)
WORKER = f"for(;;){search.BROKEN}&&1;{search.TAKEN}"


def test_the_mends_are_refused_for_a_script_that_is_another_one():
    mended = search.mend(WORKER, module="../../a/asked.mjs", words="../../../w.txt")
    assert search.MENDED in mended and search.ASKED in mended and search.TAKEN not in mended
    assert 'import("../../a/asked.mjs")' in mended and 'fetch("../../../w.txt")' in mended and "{{" not in mended
    assert search.mend_page(PAGE) == ";".join(search.AT_ONCE.values())
    for script in ("for(;;)1", WORKER.replace(search.TAKEN, ""), WORKER * 2):
        with pytest.raises(ValueError):
            search.mend(script, module="m", words="w")
    for old in search.AT_ONCE:
        with pytest.raises(ValueError):
            search.mend_page(PAGE.replace(old, ""))


def test_every_rule_has_readers_words_and_the_dictionary_knows_the_short_ones():
    known = {line.split()[0] for line in (pages.DOCS.parent / "overrides/search/words.txt").read_text(encoding="utf-8").splitlines()}
    assert known == {word for word in known if len(word) <= LONGEST}
    for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES):
        assert rule.also_called and {word for word in rule.also_called if len(word) <= LONGEST} <= known, rule.id
    assert {word for word in words_of_readers("after_refusal") if len(word) <= LONGEST} <= known
    with pytest.raises(DataNotCovered):
        words_of_readers("nothing")
