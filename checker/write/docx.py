"""Finished texts as a Word file: one text to a section, A4, Chinese type by name with what stands in for it.

A reader's phone gets this module when a file is asked for and not before. A Word file is a zip of a few XML parts (ECMA-376); only what a letter
needs is written: a title, headings, paragraphs, and a page number where it goes to a court.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.kit.phrases import BLANK
from checker.write.form import COURT
from checker.write.letters import form_of

HEADING = re.compile(r"[一二三四五六七八九十]+、")
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold (XML 1.0, 2.2)."""
DAY = (1 << 5) | 1
"""The first day that a zip can name, 1980-01-01: two files of one text are the same to the byte."""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

FONTS = (
    ("宋体", "SimSun, Songti SC, STSong, Noto Serif CJK SC, Source Han Serif SC"),
    ("黑体", "SimHei, Heiti SC, STHeiti, Noto Sans CJK SC"),
)
"""Each as Windows and a court's printer have it, and what stands in for it elsewhere."""


SENTENCE_ENDS = "。；：？！，"
"""What no title ends with."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One text for a Word file. ``numbered``: whether its pages carry their number, as what goes to a court does."""

    text: str
    numbered: bool = False


def word_file(texts: Sequence[tuple[str, str]]) -> bytes:
    """The file with these texts, each with the name of its form."""
    return document([Paper(text, numbered=form_of(name).to == COURT) for name, text in texts])


def document(papers: Sequence[Paper]) -> bytes:
    """The file, each text on a page of its own."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": _body(papers),
        "word/styles.xml": _styles(),
        "word/fontTable.xml": _fonts(),
        "word/numbered.xml": _footer(f"<w:r><w:t>第 </w:t></w:r>{_field('PAGE')}<w:r><w:t> 页</w:t></w:r>"),
        "word/plain.xml": _footer(""),
        "word/_rels/document.xml.rels": _relations(
            [("styles", "styles.xml"), ("fontTable", "fontTable.xml"), ("footer", "numbered.xml"), ("footer", "plain.xml")]
        ),
    }
    return _zipped({name: (HEAD + xml).encode() for name, xml in parts.items()})


def _body(papers: Sequence[Paper]) -> str:
    found = []
    for place, paper in enumerate(papers, 1):
        section = _section(paper.numbered)
        # The last section's properties stand in the body, those of the others in their last paragraph.
        last = place == len(papers)
        found += [*_paragraphs(paper.text), section if last else f"<w:p><w:pPr>{section}</w:pPr></w:p>"]
    return f"<w:document {W}><w:body>{''.join(found)}</w:body></w:document>"


def _section(numbered: bool) -> str:
    footer = "rId3" if numbered else "rId4"
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{footer}"/><w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/></w:sectPr>'
    )


def _paragraphs(text: str) -> Iterator[str]:
    number, apart = 0, ""
    for line in map(str.strip, text.splitlines()):
        if not line:
            apart = '<w:spacing w:before="240"/>'
            continue
        style = (
            "Title"
            if number == 0 and line[-1] not in SENTENCE_ENDS
            else "Heading1"
            if HEADING.match(line)
            else "To"
            if number == 1 and line.endswith("：")
            else "Normal"
        )
        yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{apart if style == "Normal" else ""}</w:pPr>{"".join(_runs(line))}</w:p>'
        number, apart = number + 1, ""


def _runs(line: str) -> Iterator[str]:
    """What is still to be filled in is marked, so that it is not sent as it is."""
    end = 0
    for blank in BLANK.finditer(line):
        yield _run(line[end : blank.start()])
        yield _run(blank[0], '<w:rPr><w:highlight w:val="yellow"/></w:rPr>')
        end = blank.end()
    yield _run(line[end:])


def _run(words: str, look: str = "") -> str:
    told = NOT_XML.sub("", words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<w:r>{look}<w:t xml:space="preserve">{told}</w:t></w:r>' if told else ""


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _footer(inside: str) -> str:
    return f'<w:ftr {W}><w:p><w:pPr><w:jc w:val="center"/><w:ind w:firstLine="0"/></w:pPr>{inside}</w:p></w:ftr>'


def _styles() -> str:
    def style(id: str, name: str, layout: str, type_: str = "") -> str:
        based = "" if id == "Normal" else '<w:basedOn w:val="Normal"/>'
        default = ' w:default="1"' if id == "Normal" else ""
        return f'<w:style w:type="paragraph"{default} w:styleId="{id}"><w:name w:val="{name}"/>{based}<w:pPr>{layout}</w:pPr><w:rPr>{type_}</w:rPr></w:style>'

    black = '<w:rFonts w:ascii="黑体" w:hAnsi="黑体" w:eastAsia="黑体"/>'
    return (
        f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/>'
        '<w:sz w:val="24"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + style("Normal", "Normal", '<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="480"/>')
        + style("To", "To", '<w:ind w:firstLineChars="0" w:firstLine="0"/>')
        + style(
            "Title",
            "Title",
            '<w:keepNext/><w:spacing w:after="240"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>',
            f'{black}<w:sz w:val="36"/>',
        )
        + style(
            "Heading1",
            "heading 1",
            '<w:keepNext/><w:spacing w:before="160"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:outlineLvl w:val="0"/>',
            black,
        )
        + "</w:styles>"
    )


def _fonts() -> str:
    rows = "".join(f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>' for name, others in FONTS)
    return f"<w:fonts {W}>{rows}</w:fonts>"


def _content_types() -> str:
    parts = {"document": "document.main", "styles": "styles", "fontTable": "fontTable", "numbered": "footer", "plain": "footer"}
    rows = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>' for name, kind in parts.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{relations}<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    rows = "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _zipped(members: dict[str, bytes]) -> bytes:
    """A zip of these, stored as they are: a letter is small, and what unpacks it is everywhere (APPNOTE 4.3)."""
    files, entries = b"", b""
    for name, content in members.items():
        label = name.encode()
        told = _shorts(20, 0, 0, 0, DAY) + _longs(zlib.crc32(content), len(content), len(content)) + _shorts(len(label), 0)
        entries += b"PK\1\2" + _shorts(20) + told + _shorts(0, 0, 0) + _longs(0, len(files)) + label
        files += b"PK\3\4" + told + label + content
    return files + entries + b"PK\5\6" + _shorts(0, 0, len(members), len(members)) + _longs(len(entries), len(files)) + _shorts(0)


def _shorts(*numbers: int) -> bytes:
    return b"".join(number.to_bytes(2, "little") for number in numbers)


def _longs(*numbers: int) -> bytes:
    return b"".join(number.to_bytes(4, "little") for number in numbers)
