"""Word files: what is in them. That another program reads the same is tried in `tests/engines/test_word.py`."""

import io
import zipfile
from pathlib import Path
from xml.dom import minidom

import pytest

from checker.write.docx import Paper, document, word_file
from checker.write.letters import LETTERS

GOLDEN = Path(__file__).parents[1] / "golden"
TEXTS = [path.read_text(encoding="utf-8").partition("\n---- ")[0].strip() for path in sorted(GOLDEN.glob("*.txt"))]
HOSTILE = "标题 & <w:t>\n\n甲：\n\n一、事实\n\x00\x0b\ud800]]>'\"{{ 7*7 }}\u202e 全角　\t制表 😀\n" + "长" * 3000


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


def words_of(xml: bytes) -> list[str]:
    """The words of each paragraph that has any."""
    body = minidom.parseString(xml)
    paragraphs = ["".join(run.firstChild.data for run in each.getElementsByTagName("w:t")) for each in body.getElementsByTagName("w:p")]
    return [each for each in paragraphs if each]


@pytest.mark.parametrize("text", [*TEXTS[::20], HOSTILE])
def test_every_part_is_xml_and_no_word_is_lost(text):
    parts = members(document([Paper(text)]))
    for xml in parts.values():
        minidom.parseString(xml)
    kept = "".join(text.split()).encode("utf-8", "ignore").decode().replace("\x00", "").replace("\x0b", "")
    assert "".join("".join(words_of(parts["word/document.xml"])).split()) == kept


def test_the_same_texts_are_the_same_file_to_the_byte():
    assert document([Paper(TEXTS[0])]) == document([Paper(TEXTS[0])]) != document([Paper(TEXTS[1])])


def test_only_what_goes_to_a_court_has_numbered_pages():
    for form in LETTERS:
        xml = members(word_file([(form.name, "标题\n\n一、事实")]))["word/document.xml"].decode()
        assert ('r:id="rId3"' in xml) == (form.to == "court")


def test_a_blank_is_marked_and_a_message_has_no_title():
    xml = members(document([Paper("申诉\n\n【请填写：平台名称】：\n\n正文【请填写：金额】元")]))["word/document.xml"].decode()
    assert xml.count("w:highlight") == 2 and 'w:val="Title"' in xml and 'w:val="To"' in xml
    assert 'w:val="Title"' not in members(document([Paper("你好。订单 A1。\n\n诉求：退款。")]))["word/document.xml"].decode()
