"""Pages that were cut off a guide or the record of changes because the whole was too long for a phone."""

from checker.publish import changes
from checker.publish.made import Made, in_a_row

PARTS = {
    "three-checks/examples.md": "three-checks-examples.md",
    "three-clears/examples.md": "three-clears-examples.md",
    "three-proofs/examples.md": "three-proofs-examples.md",
    "myths/tutorials.md": "myths-tutorials.md",
    "how-it-decides/next-step.md": "how-it-decides-next-step.md",
}
"""Each page and its template. The guide lists its headings under the anchors that they had there (``m.elsewhere``)."""
RECENT, ON_A_PAGE = 10, 16
"""So many changes stand on the first page of the record, and on each further one."""


def made() -> list[Made]:
    """Every such page, and the record of changes."""
    return [*(Made(path=path, title=path, template=template) for path, template in PARTS.items()), *_record()]


def _record() -> list[Made]:
    found = changes.of_kind("rules", "data")
    older = [found[begin : begin + ON_A_PAGE] for begin in range(RECENT, len(found), ON_A_PAGE)]
    pages = [
        Made(
            path=f"changes/earlier{f'-{place}' if place > 1 else ''}.md",
            title=f"更早的改动{f'，第 {place} 页' if place > 1 else ''}",
            template="changes-earlier.md",
            context={"found": part, "title": f"更早的改动{f'，第 {place} 页' if place > 1 else ''}"},
        )
        for place, part in enumerate(older, 1)
    ]
    first = Made(
        path="changes.md",
        title="更新记录",
        template="changes.md",
        context={"recent": found[:RECENT], "older": pages[0].path if pages else None},
    )
    return [first, *in_a_row(pages)]
