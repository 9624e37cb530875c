"""Serves folders on this machine, the way a plain static host would."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TYPES = {".mjs": "text/javascript", ".wasm": "application/wasm"}


@contextmanager
def serving(places: dict[str, Path]) -> Iterator[str]:
    """The address of a server that answers below each prefix of `places` from that folder; the longest prefix wins."""

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

        def translate_path(self, path: str) -> str:
            prefix = max((prefix for prefix in places if path.startswith(prefix)), key=len)
            self.directory = str(places[prefix])
            return super().translate_path("/" + path.removeprefix(prefix))

        def end_headers(self) -> None:
            # What common static hosts send; both sides of the comparison get it.
            self.send_header("Cache-Control", "max-age=600")
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
