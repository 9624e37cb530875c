"""Which part of Python's library a reader's browser needs: what is imported while every kind of request is answered. Nobody keeps a list.

A module that is missing all the same is no harm: the page then starts the checker anew with the whole library (`client.mjs`).
"""

import json
import subprocess
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from checker.keep.replies import REPLIES
from checker.publish.stories import shown, stories
from checker.reading import READERS

LATER_KINDS = ("word", "read")
"""The kinds of request whose modules come later."""


class NotTried(Exception):
    """The requests could not be answered under Node; the message is what was said."""


def requests(*, later: bool = True) -> list[str]:
    """Requests of every kind over every story that a page shows, and some that cannot be answered. ``later``: those too that need what comes later."""
    found: list[dict[str, Any]] = []
    # No story of the pages comes to the text that gives what the platform still wants to see.
    asked_for_more = stories()["wrong-password"].later(stage="more_proof", asked_on="2026-11-23")
    # Nor to the one that asks a platform to step in, or a court for an order to pay.
    shop_silent = stories()["wrong-password"].later(
        stage="asked_waiting", asked_on="2026-11-23", seller_kind="shop", seller_identity="not_asked"
    )
    for story in (*shown().values(), asked_for_more, shop_silent, stories()["agreed-long-ago"], stories()["fake-admitted"]):
        case = {"answers": story.answers, "parties": story.parties, "now": story.now}
        matter = story.matter
        letter = matter["letters"][0]["name"] if matter["letters"] else "chat"
        found += [
            case | {"kind": "check"},
            case | {"kind": "progress"},
            case | {"kind": "calendar", "case": "a1"},
            case | {"kind": "sent", "letter": letter},
            case | {"kind": "lint", "route": matter["route"], "letter": letter, "text": "2026 年 11 月 3 日付款 100 元，骗子。"},
            case | {"kind": "event", "event": {"when": "三天前", "what": "问过客服"}},
            case
            | {
                "kind": "check",
                "events": [{"when": "2026-11-20", "what": "问过客服"}, {"of": "use", "struck": True}, {"of": "asked", "when": "昨天"}],
            },
            case | {"kind": "open", "file": {"v": 1, "answers": story.answers}},
            *(case | {"kind": "reply", "reply": reply.id} for reply in REPLIES),
        ]
    if later:
        text = "起诉状要点\n\n某平台：\n\n一、事实\n【请填写：金额】"
        found.append(found[0] | {"kind": "word", "texts": [{"letter": "lawsuit", "text": text}]})
        told = "上个月 3 号在淘宝店买的点卡，微信付了 100 块，提示“已被使用”，客服说不退。"
        told += "一经售出概不退换，24 小时内到账。尽快处理。http://taoba0.com/x，例子.中国，xn--fsqu00a.com，1.2.3.4"
        found += [found[0] | {"kind": "read", "what": what, "text": "{}" if what == "reviews" else told} for what in READERS]
    bad = {
        "kind": "check",
        "answers": {"goods": "nope", "paid_on": "2026-02-30", "paid_amount": "1e9"},
        "parties": {},
        "now": found[0]["now"],
    }
    asked = [*found, bad, bad | {"now": "x"}, bad | {"kind": "open", "file": {"v": 2, "status": 5}}, bad | {"kind": "nothing"}]
    return ["{", *(json.dumps({"v": 1, "id": "1", **request}, ensure_ascii=False) for request in asked)]


def makers() -> Iterator[bytes]:
    """What the answer of :func:`imported` depends on besides its arguments: this module, and the scripts that it runs."""
    for name in (Path(__file__).name, "imports.mjs", "answering.mjs"):
        yield Path(__file__).with_name(name).read_bytes()


def imported(pyodide: Path, library: Path, rules: Path, later: Iterable[Path] = ()) -> list[str]:
    """The names of all modules that were imported while the requests were answered. ``later``: the parts of our package that come when they are
    asked for; without them nothing is asked that needs one.

    :raises NotTried: they could not be.
    """
    script = Path(__file__).with_name("imports.mjs")
    done = subprocess.run(
        ["node", str(script), *(str(path) for path in (pyodide, library, rules, *later))],
        input=json.dumps(requests(later=bool(later))),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise NotTried(done.stderr.strip())
    names: list[str] = json.loads(done.stdout.splitlines()[-1])
    return names


def trimmed(library: Path, modules: Iterable[str]) -> list[str]:
    """The members of the library's zip that these modules are made of, in order."""
    wanted = {f"{name.replace('.', '/')}{end}" for name in modules for end in (".pyc", "/__init__.pyc")}
    with zipfile.ZipFile(library) as archive:
        return [name for name in archive.namelist() if name in wanted]
