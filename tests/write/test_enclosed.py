"""What is enclosed, file by file, as the reader lists it."""

import re
from dataclasses import replace
from itertools import product

from checker.publish.stories import blanks
from tests.write.test_letters import KNOWN, NOBODY, texts


def test_what_is_listed_file_by_file_stands_in_every_list_and_nowhere_else():
    """A number, a day or a sum in the name of a file is nobody's claim."""
    listed = "证据 1：“2026-11-02 到账 35 元.png”\n证据 2：“r.mp4”"
    for sample, stage, evidence in product(blanks().values(), ("refused", "complained"), (None, frozenset({"order"}))):
        facts = replace(sample.blank_facts, **KNOWN | {"stage": stage, "evidence": evidence})
        for with_list, without in zip(texts(facts, replace(NOBODY, exhibits=listed)), texts(facts), strict=True):
            has_list = re.search("(?m)^(?:.、)?附件|证据目录|证据清单", without.text) is not None
            assert (f"逐份目录：\n{listed}。" in with_list.text) == has_list, with_list.name
            assert "逐份目录" not in without.text + with_list.short
            assert {remark.advice for remark in with_list.lint} <= {remark.advice for remark in without.lint}
