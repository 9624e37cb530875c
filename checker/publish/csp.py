"""The content security policy, as a `<meta>` in every page, since a static host may not let us set headers.

Nothing is loaded from another host and no script runs that the build did not put there. The theme writes a few scripts into its
pages; each is named by its hash. WebAssembly needs ``'wasm-unsafe-eval'``; ``eval`` itself stays forbidden.
"""

import base64
import hashlib
import re

#: A script with its text in the page, and the attributes that say that there is nothing here to run.
_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_NOT_INLINE = re.compile(r"\ssrc\s*=|\stype\s*=\s*[\"']?application/json", re.IGNORECASE)
_CHARSET = re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE)


def with_policy(page: str, *, live_reload: bool = False) -> str:
    """The page with its policy, placed before anything the policy governs.

    With `live_reload`, for ``mkdocs serve`` only, inline scripts are let through: the server adds one of its own with changing text.
    """
    charset = _CHARSET.search(page)
    if charset is None:
        raise ValueError("The page has no <meta charset>, which the policy is to follow.")
    scripts = ["'unsafe-inline'"] if live_reload else script_hashes(page)
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{policy(scripts)}">'
    return page[: charset.end()] + meta + page[charset.end() :]


def policy(scripts: list[str]) -> str:
    """The policy for a page with these inline scripts, each given as a source expression."""
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self' 'wasm-unsafe-eval'", *scripts]),
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'none'",
        ]
    )


def script_hashes(page: str) -> list[str]:
    """A source expression for each inline script of the page, in order, each once."""
    texts = [match["text"] for match in _SCRIPT.finditer(page) if not _NOT_INLINE.search(match["attributes"])]
    return list(dict.fromkeys(_source_expression(text) for text in texts))


def _source_expression(text: str) -> str:
    # A browser reads CR LF as LF before it hashes.
    settled = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(settled.encode()).digest()).decode()}'"
