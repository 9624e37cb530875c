"""The folders of our scripts and of the look: another content, another address."""

import shutil
from pathlib import Path

import pytest

from checker.publish import runtime, scripts, site

TOP = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of what the addresses are made from."""
    shutil.copytree(TOP / "checker" / "web", tmp_path / "checker" / "web")
    for name in ("images", "stylesheets"):
        shutil.copytree(TOP / "docs" / name, tmp_path / "docs" / name)
    return tmp_path


def scripts_place(project: Path) -> str:
    return site.scripts_place(scripts.sources(project))


def test_the_same_content_has_the_same_folders(project):
    assert scripts_place(project) == scripts_place(TOP)
    assert site.look_place(project) == site.look_place(TOP)


def test_a_changed_script_changes_the_folder_of_scripts_alone(project):
    modules, look = scripts_place(project), site.look_place(project)
    with (project / "checker" / "web" / "components" / "copy.mjs").open("a", encoding="utf-8") as script:
        script.write("\n")
    assert scripts_place(project) != modules and site.look_place(project) == look


def test_scripts_that_move_change_the_folder(project):
    first, web = scripts_place(project), project / "checker" / "web"
    (web / "components").rename(web / "component")
    assert scripts_place(project) != first


@pytest.mark.parametrize("name", ["stylesheets/check/result.css", "images/icon.svg"])
def test_a_changed_sheet_or_icon_changes_the_folder_of_the_look_alone(project, name):
    modules, look = scripts_place(project), site.look_place(project)
    with (project / "docs" / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert site.look_place(project) != look and scripts_place(project) == modules


def test_the_service_worker_is_no_part_of_a_folder_and_names_no_address(project):
    """It lies at the root of the site, where its address may not change."""
    first = scripts_place(project)
    (project / "checker" / "web" / "offline" / "service-worker.js").write_text("")
    assert scripts_place(project) == first


def test_every_file_has_a_hash_in_its_address(project):
    built = runtime.Runtime(folder=project / "build" / "runtime", lock="0123456789ab/cdef01234567.json", files=("0123456789ab/python.zip",))
    found = dict(site.files(project, built, scripts.sources(project)))
    assert found["assets/runtime/0123456789ab/python.zip"] == built.folder / "0123456789ab" / "python.zip"
    assert found[f"{scripts_place(project)}/components/copy.mjs"] == project / "checker" / "web" / "components" / "copy.mjs"
    assert found[f"{site.look_place(project)}/icon.svg"] == project / "docs" / "images" / "icon.svg"
    addresses = site.addresses(project, built, scripts.sources(project))
    for place in (addresses["scripts"], addresses["look"], "assets/runtime/0123456789ab"):
        assert any(address.startswith(f"{place}/") for address in found), place
    assert all(
        address.startswith(("assets/runtime/0123456789ab/", f"{addresses['scripts']}/", f"{addresses['look']}/")) for address in found
    )


def test_sheets_come_in_one_piece_for_each_folder(project):
    found = dict(site.sheets(project))
    assert set(found) == {f"{site.look_place(project)}/{name}.css" for name in ("check", "pages")}
    for folder in ("check", "pages"):
        for path in (project / "docs" / "stylesheets" / folder).iterdir():
            assert path.read_text(encoding="utf-8") in found[f"{site.look_place(project)}/{folder}.css"]
