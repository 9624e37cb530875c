"""Word files, read by LibreOffice."""

import re
import subprocess

from checker.write.docx import Paper, document
from tests.write.test_docx import TEXTS


def test_another_program_reads_the_same_words(tmp_path):
    """LibreOffice makes a PDF of all texts in one file, and what stands in that is what we wrote."""
    texts = TEXTS[::40]
    file = tmp_path / "texts.docx"
    file.write_bytes(document([Paper(text, numbered=True) for text in texts]))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file],
        check=True,
        capture_output=True,
    )
    told = subprocess.run(["pdftotext", "-enc", "UTF-8", tmp_path / "texts.pdf", "-"], check=True, capture_output=True, text=True).stdout
    assert told.count("\f") >= len(texts)
    plain = re.sub(r"第\d+页", "", re.sub(r"\s", "", told))
    assert plain == "".join("".join(text.split()) for text in texts)
