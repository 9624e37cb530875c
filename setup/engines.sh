#!/bin/sh
# Make sure of Firefox, WebKitGTK with its driver and a screen for it, a web server as readers meet one, and what opens Word files. Debian has them all.
set -eu
cd "$(dirname "$0")/.."
wanted="firefox-esr webkit2gtk-driver xvfb nginx-light libnginx-mod-http-brotli-static libreoffice-writer-nogui poppler-utils"

fail() {
    echo "setup: $1" >&2
    exit 1
}

# Packages that are not installed, as far as dpkg knows.
missing() {
    for name in $wanted; do
        [ "$(dpkg-query --show --showformat '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || echo "$name"
    done
}

with_apt() {
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        fail "installing takes root; run \`apt-get install $*\` and make again."
    fi
    echo "setup: installing with apt-get: $*"
    mkdir -p build
    { $as_root apt-get update && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y "$@"; } >build/engines-apt.log 2>&1 ||
        echo "setup: apt-get failed; build/engines-apt.log says why." >&2
}

command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 ||
    fail "the tests in other engines need Debian or one of its descendants, for WebKitGTK and its driver."
# shellcheck disable=SC2046 # One name each.
[ -z "$(missing)" ] || with_apt $(missing)
[ -z "$(missing)" ] || fail "the tests in other engines need what could not be installed: $(missing | tr '\n' ' ')"
