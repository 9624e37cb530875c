"""Python and the page's scripts: the same archive of the same files, byte for byte, and the same said of one that was tampered with."""

import json
import os
import random
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from checker.keep.archive import make, verify
from checker.keep.archive.manifest import Fact, kept_name, safe_path, time_of, type_of
from checker.keep.archive.page import terms_module, verifier_page
from checker.keep.archive.terms import TERMS, shown
from checker.keep.archive.zip_format import OURS

TOP = Path(__file__).parents[2]
NOW = datetime(2026, 11, 29, 7, 40, 5, tzinfo=UTC)
NODE = f"""
import {{ openAsBlob, readFileSync, statSync, writeFileSync }} from 'node:fs';
const from = (name) => import('{(TOP / "checker/web/evidence").as_uri()}/' + name);
const given = JSON.parse(readFileSync(0, 'utf8'));
"""


def node(script: str, given: object) -> object:
    """What a script says as JSON, which has ``given`` and loads the page's modules by name."""
    done = subprocess.run(
        ["node", "--input-type=module", "--no-warnings", "--eval", NODE + script],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def verified_by_node(paths: list[Path]) -> list[dict]:
    return node(
        """
        const { verify, linesOf } = await from('verify.mjs');
        const found = [];
        for (const path of given) { const report = await verify(await openAsBlob(path)); found.push({ ...report, lines: linesOf(report) }); }
        console.log(JSON.stringify(found));
        """,
        [str(path) for path in paths],
    )


def said(path: Path) -> dict:
    report = verify(path)
    findings = [{"code": each.code, "path": each.path, "words": each.words} for each in report.findings]
    return {
        "state": report.state,
        "same": report.same,
        "findings": findings,
        "seal": report.seal,
        "made": report.made,
        "lines": report.words.split("\n"),
    }


@pytest.fixture
def folder(tmp_path) -> Path:
    made = tmp_path / "凭证"
    (made / "payment").mkdir(parents=True)
    chance = random.Random(5)
    for place, name in enumerate(
        ["转账 😀.PNG", "payment/账单\u202e.jpg", "空.txt", "𠮷.mp4", "长" * 70 + ".txt", "\uffff.bin", "no-ending"]
    ):
        (made / name).write_bytes(chance.randbytes(place * 100_001))
        os.utime(made / name, (1_700_000_000 + place * 86_401,) * 2)
    return made


def test_the_same_files_give_the_same_bytes(folder, tmp_path):
    manifest = make(folder, tmp_path / "py.zip", NOW, texts=[("投诉 商家", "退钱\n😀")], case='{"v": 1}')
    (tmp_path / "verify.html").write_bytes(verifier_page())
    rows = [
        {"path": str(folder / each.name), "name": each.name, "proves": [vars_of(fact) for fact in each.proves]}
        for each in manifest.entries
        if each.role == "evidence"
    ]
    found = node(
        """
        const { rowsOf, byName } = await from('files.mjs');
        const { makeArchive } = await from('archive.mjs');
        const files = given.rows.map(({ path, name }) => new File([readFileSync(path)], name, { lastModified: statSync(path).mtimeMs }));
        const evidence = (await rowsOf(files.reverse())).sort(byName).map((row, place) => ({ ...row, proves: given.rows[place].proves }));
        const { blob, seal } = makeArchive({ evidence, texts: [{ name: '投诉 商家', text: '退钱\\n😀' }], caseFile: '{"v": 1}', verifier: readFileSync(given.verifier), now: given.now });
        writeFileSync(given.out, Buffer.from(await blob.arrayBuffer()));
        console.log(JSON.stringify(seal));
        """,
        {"rows": rows, "verifier": str(tmp_path / "verify.html"), "now": NOW.timestamp() * 1000, "out": str(tmp_path / "js.zip")},
    )
    assert found == manifest.seal
    assert (tmp_path / "js.zip").read_bytes() == (tmp_path / "py.zip").read_bytes()
    [report] = verified_by_node([tmp_path / "py.zip"])
    assert report["state"] == "same" and report == said(tmp_path / "js.zip")


def vars_of(fact: Fact) -> dict[str, str]:
    return {"kind": fact.kind, "name": fact.name, "fact": fact.fact}


def test_the_scripts_have_the_rows_of_the_table():
    assert (TOP / "checker/web/evidence/terms.mjs").read_text(encoding="utf-8") == terms_module()
    assert node("const { TERMS } = await from('terms.mjs'); console.log(JSON.stringify(TERMS));", None) == TERMS


def test_any_name_is_shown_and_kept_the_same():
    chance = random.Random(7)
    alphabet = [
        "长",
        "a",
        "B",
        "9",
        ".",
        "..",
        "/",
        "\\",
        " ",
        "_",
        "-",
        "(",
        "\u202e",
        "\0",
        "😀",
        "\U000e0041",
        "é",
        "İ",
        "\ufeff",
        "\ufffd",
        "~",
    ]
    names = ["".join(chance.choices(alphabet, k=chance.choice([0, 1, 5, 90, 300]))) for _ in range(400)]
    found = node(
        """
        const { keptName, safePath, timeOf, typeOf } = await from('manifest.mjs');
        const { shown } = await from('wording.mjs');
        const paths = given.map((name) => safePath('evidence', 3, 100, name));
        const times = given.map((_, place) => timeOf((place - 20) * 2.1e10 + place * 997));
        console.log(JSON.stringify([given.map((name) => shown(name)), given.map(keptName), paths, paths.map(typeOf), times]));
        """,
        names,
    )
    paths = [safe_path("evidence", 3, 100, name) for name in names]
    times = [time_of(int((place - 20) * 2.1e10 + place * 997)) for place in range(400)]
    own = [[shown(name) for name in names], [kept_name(name) for name in names], paths, [type_of(path) for path in paths]]
    assert found == [*own, [each and each.isoformat() for each in times]]
    assert all(OURS.fullmatch(path) for path in paths)
