"""What a first conclusion costs on a host that compresses text alone, as many do: `CHECKER_BROWSER=… python -m bench.no_zip`.

Counted is what the server has written; at 10 Mbit/s a connection and with little in between, so that what is broken off counts as it would on a road, and not as a machine
takes it from itself.
"""

import socket
import threading
import time
from collections import Counter
from functools import partial
from typing import ClassVar

from playwright.sync_api import sync_playwright

from bench import chromium, report
from tests.browser.conftest import SITE, KnowsNoZip, Server, address, stop, with_clock
from tests.browser.steps import CLAIM, to_result

BYTES_A_SECOND, AT_ONCE, BUFFER = 1_250_000, 16_384, 32_768
#: Of what the first conclusion may cost where everything is compressed at its best.
TIMES = 1.25


class Counting(KnowsNoZip):
    """Such a host, slow, that counts."""

    written: ClassVar[Counter[str]] = Counter()

    def setup(self) -> None:
        self.request.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)
        super().setup()

    def copyfile(self, source, outputfile) -> None:
        while part := source.read(AT_ONCE):
            outputfile.write(part)
            self.written[self.path.rpartition("/")[2] or self.path] += len(part)
            time.sleep(len(part) / BYTES_A_SECOND)


def main() -> None:
    server = Server(("127.0.0.1", 0), partial(Counting, directory=SITE))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium.path(), args=list(chromium.FLAGS))
        page = with_clock(browser.new_context(service_workers="block").new_page())
        to_result(page, address(server), CLAIM, "可以主张")
        browser.close()
    stop(server)
    for name, count in Counting.written.most_common(12):
        print(f"  {name:24}{count:>10,}")
    total, bar = Counting.written.total(), TIMES * report.WIRE_BYTES
    print(f"  {'total':24}{total:>10,} {report.at_most(total / 1e6, bar / 1e6, ' MB')}")


if __name__ == "__main__":
    main()
