#!/bin/sh
# Print the path of a Python of the version that is named, from this machine or fetched with uv; where there is none, say so and fail.
set -eu
cd "$(dirname "$0")/.."
wanted=$1

# A pyenv shim is there for every version of every Python, and fails when run: only running it tells. Debian can lack ensurepip.
is_wanted() {
    "$1" -c "import ensurepip, sys, venv; sys.exit('%d.%d' % sys.version_info[:2] != '$wanted')" >/dev/null 2>&1
}

on_this_machine() {
    for candidate in "python$wanted" "/usr/bin/python$wanted" python3 python "${PYENV_ROOT:-$HOME/.pyenv}/versions/$wanted"*/bin/python; do
        if is_wanted "$candidate"; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
    return 1
}

fetched() {
    if command -v uv >/dev/null 2>&1; then
        uv=uv
    else
        any=$(command -v python3 || command -v python) || return 1
        "$any" -m venv build/uv >&2 && build/uv/bin/pip install --quiet --disable-pip-version-check uv >&2 || return 1
        uv=build/uv/bin/uv
    fi
    # Not one of the machine's own, which was found wanting above.
    "$uv" python install "$wanted" >&2 && "$uv" python find --managed-python --no-project "$wanted"
}

on_this_machine && exit
echo "setup: Python $wanted is not on this machine, so uv fetches it." >&2
mkdir -p build
fetched && exit
echo "setup: Python $wanted is needed and could neither be found nor fetched; install it and run make again." >&2
exit 1
