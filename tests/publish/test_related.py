"""Pages about the same are named below a page, from what pages link to."""

from checker.publish import related


def page(title: str, *links: str, foot: str = "", mark: str = related.MARK) -> str:
    inside = "".join(f'<a href="{link}">x</a>' for link in links)
    return f'<nav><a href="../c/">x</a></nav><article><h1>{title}</h1>{inside}{mark}</article><footer><a href="{foot}">x</a></footer>'


def test_pages_that_link_to_the_same_are_related_and_others_are_not():
    made = related.added(
        {
            "index.html": page("首页", "a/", "b/"),
            "a/index.html": page("甲 & 一", "../law/#1", "../law/#2", foot="../d/"),
            "b/index.html": page("乙", "../law/#1", "../law/#2"),
            "c/index.html": page("丙", "../law/#9"),
            "d/index.html": page("丁", "../law/#1", "../law/#2"),
            "check/index.html": page("表", "../law/#1", "../law/#2", mark=""),
            "404.html": page("无", "a/", mark=""),
        }
    )
    assert '<a href="../b/">乙</a>' in made["a/index.html"]
    # Not what the foot of the page leads to anyway, not the home page, not who is not to be led away, not what has nothing in common.
    for other in ("丙", "丁", "首页", "表"):
        assert f">{other}</a>" not in made["a/index.html"]
    assert "甲 &amp; 一" in made["d/index.html"] and "related" not in made["c/index.html"] and "related" not in made["index.html"]
    assert all(related.MARK not in text for text in made.values())


def test_a_link_alone_relates_both_and_folders_do_not_matter():
    made = related.added({"x/a/index.html": page("甲", "../../b/"), "b/index.html": page("乙", "../y/"), "y/index.html": page("丙", "q")})
    assert '<a href="../../b/">乙</a>' in made["x/a/index.html"] and '<a href="../x/a/">甲</a>' in made["b/index.html"]


def test_there_are_few():
    texts = {f"{name}/index.html": page(name, "../law/#1") for name in "abcdefgh"}
    assert all(text.count("<li>") == related.MOST for text in related.added(texts).values())
