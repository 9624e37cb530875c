#!/bin/sh
# Make .venv: the Python that Pyodide runs, and every package that requirements.lock names.
set -eu
cd "$(dirname "$0")/.."
wanted=$(cat .python-version)

fail() {
    echo "setup: $1" >&2
    exit 1
}

python=$(sh setup/find-python.sh "$wanted")

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
