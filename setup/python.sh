#!/bin/sh
# Make .venv: the Python that Pyodide runs, and every package that requirements.lock names.
set -eu
cd "$(dirname "$0")/.."
wanted=$(cat .python-version)

fail() {
    echo "setup: $1" >&2
    exit 1
}

# A pyenv shim is there for every version of every Python, and fails when run: only running it tells. Debian can lack ensurepip.
is_wanted() {
    "$1" -c "import ensurepip, sys, venv; sys.exit('%d.%d' % sys.version_info[:2] != '$wanted')" >/dev/null 2>&1
}

on_this_machine() {
    for candidate in "python$wanted" python3 python "${PYENV_ROOT:-$HOME/.pyenv}/versions/$wanted"*/bin/python; do
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

if ! python=$(on_this_machine); then
    echo "setup: Python $wanted is not on this machine, so uv fetches it." >&2
    mkdir -p build
    python=$(fetched) || fail "Python $wanted is needed and could neither be found nor fetched; install it and run make again."
fi

echo "setup: making .venv with $("$python" --version)"
"$python" -m venv --clear .venv
install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes "$@" ||
        fail "the Python packages could not be installed; what pip said stands above."
}

# jieba comes as source only. Left to itself, pip would fetch what builds it without a hash; so setuptools goes first, as locked.
mkdir -p build
awk '/^[a-z]/ { on = /^setuptools==/ } on' requirements.lock >build/setuptools.lock
install --requirement build/setuptools.lock
install --no-build-isolation --requirement requirements.lock
