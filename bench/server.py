"""Serves folders on this machine, the way a plain static host would, and knows what was asked of it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TYPES = {".mjs": "text/javascript", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json"}
#: The best first: how a request accepts it, and how the copy that lies beside a file ends.
COPIES = (("br", ".br"), ("gzip", ".gz"))


@dataclass(frozen=True, slots=True)
class Host:
    """A server that runs: where, and the paths that were asked of it, in order. Whoever counts clears the list first."""

    address: str
    asked: list[str] = field(default_factory=list)


class Server(ThreadingHTTPServer):
    def handle_error(self, *_) -> None:
        """A browser that closes breaks off what it was loading, which is no news."""


@contextmanager
def serving(places: dict[str, Path], *, compressed: bool = False) -> Iterator[Host]:
    """A server that answers below each prefix of `places` from that folder; the longest prefix wins.

    With `compressed` it hands out the ``.br`` or ``.gz`` beside a file to whoever accepts it.
    """
    asked: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Headers and content are two packets, and the second would wait for an answer to the first, as from no real host.
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            asked.append(self.path)
            if not (compressed and self._send_copy()):
                super().do_GET()

        def _send_copy(self) -> bool:
            file = Path(self.translate_path(self.path))
            file = file / "index.html" if file.is_dir() and self.path.partition("?")[0].endswith("/") else file
            accepted = [coding.partition(";")[0].strip() for coding in self.headers.get("Accept-Encoding", "").split(",")]
            for coding, end in COPIES:
                copy = file.with_name(file.name + end)
                if coding in accepted and copy.is_file():
                    content = copy.read_bytes()
                    self.send_response(200)
                    for name, value in (("Content-Type", self.guess_type(file)), ("Content-Encoding", coding), ("Vary", "Accept-Encoding")):
                        self.send_header(name, value)
                    self.send_header("Content-Length", str(len(content)))
                    self.end_headers()
                    self.wfile.write(content)
                    return True
            return False

        def guess_type(self, path) -> str:
            return TYPES.get(Path(path).suffix) or super().guess_type(path)

        def translate_path(self, path: str) -> str:
            prefix = max((prefix for prefix in places if path.startswith(prefix)), key=len)
            self.directory = str(places[prefix])
            return super().translate_path("/" + path.removeprefix(prefix))

        def end_headers(self) -> None:
            # What common static hosts send; both sides of the comparison get it.
            self.send_header("Cache-Control", "max-age=3600")
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Host(f"http://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        server.server_close()
