"""Runs the files of deploy/ as their heads say, on this machine, with everything that nginx writes in one folder."""

import getpass
import grp
import os
import select
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

TOP = Path(__file__).parents[2]
CONF, PROXY = TOP / "deploy" / "nginx.conf", TOP / "deploy" / "proxy.conf"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
#: What Debian's own nginx.conf does around the file, as far as it matters, with everything that is written in one folder.
MAIN = """
load_module {brotli};
user {user};
pid {home}/pid;
worker_processes auto;
worker_rlimit_nofile 8192;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    gzip on;
    {temporary}
    include {home}/anxinmai.conf;
}}
"""


class NoNginx(Exception):
    """It is not on this machine, or refuses a file; the message says so."""


class Server:
    """A running nginx, asked as no browser does: nothing is decoded and nothing followed."""

    def __init__(self, port: int, folder: str = "/"):
        self.port, self.folder = port, folder

    def ask(self, name: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, f"{self.folder}{name}", headers={header.replace("_", "-"): value for header, value in headers.items()})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def changed(conf: Path, lines: dict[str, str]) -> str:
    """The file with the lines changed that its head says are to be changed."""
    text = conf.read_text(encoding="utf-8")
    for line, ours in lines.items():
        assert text.count(line) == 1, line
        text = text.replace(line, ours)
    return text


@contextmanager
def running(home: Path, text: str) -> Iterator[None]:
    """nginx with this file, until the block ends. `home` is a folder of its own.

    :raises NoNginx: there is none, or it refuses the file.
    """
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if not nginx or not BROTLI.is_file():
        raise NoNginx("No nginx: apt install nginx-light libnginx-mod-http-brotli-static")
    (home / "anxinmai.conf").write_text(text, encoding="utf-8")
    temporary = " ".join(f"{kind}_temp_path {home}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    # Started by root, it would else read as somebody who may not see this folder.
    user = f"{getpass.getuser()} {grp.getgrgid(os.getgid()).gr_name}"
    (home / "nginx.conf").write_text(MAIN.format(brotli=BROTLI, user=user, home=home, temporary=temporary), encoding="utf-8")
    command = [nginx, "-p", str(home), "-c", str(home / "nginx.conf"), "-e", str(home / "errors")]
    # It comes back once it listens.
    with (home / "said").open("w") as said:
        started = subprocess.run(command, stdout=said, stderr=said)
    complaints = (home / "said").read_text()
    # Started by nobody in particular, it remarks on `user` of our own frame.
    if started.returncode or "anxinmai.conf" in complaints:
        raise NoNginx(complaints)
    process = os.pidfd_open(int((home / "pid").read_text()))
    try:
        yield
    finally:
        subprocess.run([*command, "-s", "stop"], check=True, capture_output=True)
        # It comes back before the server is gone.
        select.select([process], [], [], 20)
        os.close(process)


@contextmanager
def site(home: Path, site: Path, folder: str = "/") -> Iterator[Server]:
    """deploy/nginx.conf with the site below `folder`."""
    place = home / f"www{folder}".rstrip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(site, target_is_directory=True)
    lines = {
        "\n    root /var/www/anxinmai;\n": f"\n    root {home / 'www'};\n",
        "\n    error_page 404 /404.html;\n": f"\n    error_page 404 {folder}404.html;\n",
    }
    with _at_a_free_port(home, changed(CONF, lines)) as port:
        yield Server(port, folder)


@contextmanager
def proxy(home: Path, behind: Server) -> Iterator[Server]:
    """deploy/proxy.conf in front of it."""
    home.mkdir(exist_ok=True)
    lines = {
        "proxy_cache_path /var/cache/nginx/anxinmai ": f"proxy_cache_path {home / 'cache'} ",
        "http://127.0.0.1:8080": f"http://127.0.0.1:{behind.port}",
    }
    with _at_a_free_port(home, changed(PROXY, lines)) as port:
        yield Server(port, behind.folder)


@contextmanager
def _at_a_free_port(home: Path, text: str) -> Iterator[int]:
    """Somebody else may take a port between it was found free and nginx listens there; then another is tried."""
    with ExitStack() as closing:
        for tries_left in range(3, -1, -1):
            port = free_port()
            try:
                closing.enter_context(running(home, text.replace("\n    listen 80;\n", f"\n    listen 127.0.0.1:{port};\n")))
            except NoNginx as problem:
                if not tries_left or "bind()" not in str(problem):
                    raise
            else:
                break
        yield port
