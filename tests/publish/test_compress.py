"""The compressed copies beside files: the same content, made once, and only where they save something."""

import gzip
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from checker.publish import compress

TEXT = "能不能退，怎么退。" * 100
UNBROTLI = "process.stdout.write(require('zlib').brotliDecompressSync(require('fs').readFileSync(process.argv[1])))"


def unpacked(copy: Path) -> bytes:
    if copy.suffix == ".gz":
        return gzip.decompress(copy.read_bytes())
    return subprocess.run(["node", "-e", UNBROTLI, str(copy)], capture_output=True, check=True).stdout


def copies(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in (".br", ".gz")}


@pytest.fixture
def small_site(tmp_path) -> Path:
    folder = tmp_path / "site"
    (folder / "a").mkdir(parents=True)
    (folder / "index.html").write_text(TEXT, encoding="utf-8")
    (folder / "a" / "page.mjs").write_text(f"// {TEXT}", encoding="utf-8")
    return folder


def test_copies_hold_what_the_file_holds(small_site, tmp_path):
    compress.compress(small_site, tmp_path / "kept")
    assert copies(small_site) == {"index.html.br", "index.html.gz", "a/page.mjs.br", "a/page.mjs.gz"}
    for name in copies(small_site):
        copy = small_site / name
        assert unpacked(copy) == copy.with_suffix("").read_bytes(), name
        assert copy.stat().st_size < copy.with_suffix("").stat().st_size / 4


def test_none_for_tiny_files_for_pictures_and_for_what_does_not_shrink(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "tiny.css").write_text("a" * (compress.LEAST_BYTES - 1))
    (folder / "least.css").write_text("a" * compress.LEAST_BYTES)
    (folder / "icon.png").write_text(TEXT)
    # A chain of hashes looks like chance, but is the same every time.
    (folder / "noise.zip").write_bytes(b"".join(sha256(bytes([n])).digest() for n in range(64)))
    compress.compress(folder, tmp_path / "kept")
    assert copies(folder) == {"least.css.br", "least.css.gz"}


def test_a_second_call_makes_nothing_new(small_site, tmp_path):
    kept = tmp_path / "kept"
    compress.compress(small_site, kept)
    first = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}
    compress.compress(small_site, kept)
    assert {path.name: path.stat().st_mtime_ns for path in kept.iterdir()} == first
    (small_site / "index.html").write_text(f"{TEXT}!", encoding="utf-8")
    compress.compress(small_site, kept)
    assert len(list(kept.iterdir())) == len(first) + 2
    assert unpacked(small_site / "index.html.br").decode() == f"{TEXT}!"


def test_what_node_says_is_handed_on(small_site, tmp_path):
    kept = tmp_path / "kept"
    name = sha256((small_site / "index.html").read_bytes()).hexdigest()[:24]
    # A folder stands where the copy is to be written.
    (kept / f"{name}.br.making").mkdir(parents=True)
    with pytest.raises(compress.NotCompressed, match="EISDIR"):
        compress.compress(small_site, kept)


def test_the_built_site_carries_them(site):
    for name in ("check/index.html", "search/search_index.json", "service-worker.js"):
        for end in (".br", ".gz"):
            copy = site / f"{name}{end}"
            assert unpacked(copy) == (site / name).read_bytes(), copy
