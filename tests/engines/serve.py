"""The built site from a process of its own, so that it can be taken away as a network can: `python -m tests.engines.serve AskAgain` prints the address. The
name is that of a host in `tests/browser/conftest.py`."""

import sys
from functools import partial

from tests.browser import conftest
from tests.browser.conftest import SITE, Server

if __name__ == "__main__":
    server = Server(("127.0.0.1", 0), partial(getattr(conftest, sys.argv[1]), directory=SITE))
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    server.serve_forever()
