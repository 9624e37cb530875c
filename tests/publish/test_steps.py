"""The steps before and after the pages, with a generator of three lines between them."""

from pathlib import Path

import pytest

from checker.publish import search, steps

TOP = Path(__file__).parents[2]
SHEET = next(path for path in (TOP / "docs" / "stylesheets").rglob("*.css")).relative_to(TOP / "docs").as_posix()
HOOK = TOP / "overrides" / "hooks" / "publish.py"


@pytest.fixture(scope="module")
def made() -> steps.Before:
    return steps.before(TOP)


@pytest.fixture
def pages(tmp_path) -> Path:
    """What a generator leaves: pages, the theme's search worker, and style sheets and icons under their plain names."""
    for address, text in {
        "index.html": '<html><head><meta charset="utf-8"></head><body>search.old.min.js<script>1</script></body></html>',
        "law/index.html": '<html><head><meta charset="utf-8"></head><body>search.old.min.js</body></html>',
        f"{steps.WORKERS}/search.old.min.js": f"for(;;){search.BROKEN};{search.TAKEN}",
        f"{steps.THEME}/bundle.old.min.js": ";".join(search.AT_ONCE),
        "images/icon.svg": "<svg/>",
        SHEET: "a{}",
    }.items():
        (tmp_path / address).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / address).write_text(text, encoding="utf-8")
    return tmp_path


def after(folder: Path, made: steps.Before, **how) -> set[str]:
    steps.after(TOP, folder, made, name="名", description="述", **how)
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_pages_become_a_site(pages, made):
    there = after(pages, made)
    assert {made.addresses["runtime"], *made.sheets, made.icon} <= there
    assert {f"{made.addresses['scripts']}/page.mjs", "manifest.webmanifest", "service-worker.js", "index.html.br", "index.html.gz"} <= there
    (worker,) = [name for name in there if name.startswith(steps.WORKERS) and name.endswith(".js")]
    for page in ("index.html", "law/index.html"):
        text = (pages / page).read_text(encoding="utf-8")
        assert "search.old" not in text and Path(worker).name in text and "Content-Security-Policy" in text
    assert search.MENDED in (pages / worker).read_text(encoding="utf-8")


def test_what_has_an_address_with_a_hash_has_no_other(pages, made):
    (pages / "images" / "of-others.html").write_text('<head><meta charset="utf-8"></head>', encoding="utf-8")
    there = after(pages, made)
    assert "images/icon.svg" not in there and "images/of-others.html" in there
    assert not (pages / "stylesheets").exists(), "a folder of which nothing is left"


def test_while_somebody_writes_nothing_is_kept_for_offline_use(pages, made):
    there = after(pages, made, serving=True)
    assert not there & {"service-worker.js", "manifest.webmanifest", "index.html.br"} and f"{made.addresses['scripts']}/page.mjs" in there


@pytest.mark.parametrize(("workers", "words"), [({}, "has 0 scripts called search"), ({"search.a.min.js": "for(;;)1"}, "has changed")])
def test_a_theme_with_another_search_stops_the_build_with_a_sentence(pages, made, workers, words):
    (pages / steps.WORKERS / "search.old.min.js").unlink()
    for name, text in workers.items():
        (pages / steps.WORKERS / name).write_text(text, encoding="utf-8")
    with pytest.raises(steps.NotPublished, match=words):
        after(pages, made)


def test_what_is_under_no_known_licence_stops_the_build_with_its_name(pages, made):
    (pages / "assets" / "new.min.js").write_text("1", encoding="utf-8")
    with pytest.raises(steps.NotPublished, match=r"assets/new\.min\.js"):
        after(pages, made)


def test_the_hook_knows_nothing_of_ours_but_the_steps():
    """So that another generator needs nothing of it."""
    imports = [line for line in HOOK.read_text(encoding="utf-8").splitlines() if line.startswith(("import ", "from "))]
    assert [line for line in imports if "checker" in line] == ["from checker.publish import steps"]
    assert all(line.split()[1].split(".")[0] in ("checker", "mkdocs", "pathlib") for line in imports)
