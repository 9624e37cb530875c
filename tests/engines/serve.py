"""The built site from a process of its own, so that it can be taken away as a network can: `python -m tests.engines.serve` prints the address."""

from functools import partial

from tests.browser.conftest import SITE, AskAgain, Server

if __name__ == "__main__":
    server = Server(("127.0.0.1", 0), partial(AskAgain, directory=SITE))
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    server.serve_forever()
