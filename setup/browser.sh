#!/bin/sh
# Find a Chromium for the tests, or get one, and write its path to build/browser-path. With `whole` it is one with all that readers have,
# and the path goes to build/whole-browser-path; otherwise one without windows comes first, which is the same and opens pages sooner.
set -eu
cd "$(dirname "$0")/.."
if [ "${1:-}" = whole ]; then
    path_file=build/whole-browser-path
    first=chromium
else
    path_file=build/browser-path
    first=chromium-headless-shell
fi

# Some distributions put a script in a browser's place that only says how to install it: running it tells.
runs() {
    [ -n "$1" ] && "$1" --version >/dev/null 2>&1
}

use() {
    mkdir -p build
    echo "$1" >$path_file
    exit 0
}

the_first_choice() {
    path=$(command -v "$first" || true)
    ! runs "$path" || use "$path"
}

on_this_machine() {
    for name in chromium chromium-browser google-chrome-stable google-chrome; do
        path=$(command -v "$name" || true)
        ! runs "$path" || use "$path"
    done
    for app in "Google Chrome" Chromium; do
        path="/Applications/$app.app/Contents/MacOS/$app"
        ! runs "$path" || use "$path"
    done
}

from_playwright() {
    path=$(.venv/bin/python -c 'from playwright.sync_api import sync_playwright as play
with play() as it: print(it.chromium.executable_path)' || true)
    ! runs "$path" || use "$path"
}

# Installs this package, and a Chinese font.
from_apt() {
    command -v apt-get >/dev/null 2>&1 || return 0
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        return 0
    fi
    echo "setup: installing with apt-get: $1, a Chinese font"
    get="$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y"
    { $as_root apt-get update && $get "$1" && $get fonts-noto-cjk; } >"build/browser-apt-$1.log" 2>&1 ||
        echo "setup: apt-get failed; build/browser-apt-$1.log says why." >&2
}

mkdir -p build
! runs "${CHECKER_BROWSER:-}" || use "$CHECKER_BROWSER"
the_first_choice
# Not every distribution packs the one without windows apart. It is asked for once, and any other Chromium will do.
[ "$first" = chromium ] || [ -e "build/browser-apt-$first.log" ] || from_apt "$first"
the_first_choice
on_this_machine
from_playwright
echo "setup: no Chromium on this machine, so Playwright fetches one"
.venv/bin/python -m playwright install chromium >build/browser-playwright.log 2>&1 || true
from_playwright
from_apt chromium
on_this_machine
echo "setup: the tests need a Chromium, and none could be found or fetched: install Chromium or Google Chrome and run make again." >&2
exit 1
