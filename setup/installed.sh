#!/bin/sh
# Make build/installed: the oldest Python that pyproject.toml allows, with the package in it as its wheel gives it, and the tests beside it.
set -eu
cd "$(dirname "$0")/.."
oldest=$(sed -n 's/^requires-python = ">=\(.*\)"$/\1/p' pyproject.toml)
here=build/installed
mkdir -p "$here"

fail() {
    echo "setup: $1" >&2
    exit 1
}

install() {
    "$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@" ||
        fail "the package could not be installed for Python $oldest; what pip said stands above."
}

# What the engine and its tests import, and what that imports in turn. Whoever is missing here is named by pip, which asks a hash of each.
awk '/^[a-z]/ { on = /^(attrs|autocorrect-py|execnet|hypothesis|iniconfig|jinja2|jsonschema|jsonschema-specifications|markupsafe|packaging|pluggy|pygments|pytest|pytest-xdist|referencing|rpds-py|sortedcontainers|typing-extensions)==/ } on' \
    requirements.lock >"$here/wanted.lock"
if ! cmp -s "$here/wanted.lock" "$here/got.lock" || ! "$here/venv/bin/python$oldest" -c "" 2>/dev/null; then
    python=$(sh setup/find-python.sh "$oldest")
    echo "setup: making $here/venv with $("$python" --version)"
    "$python" -m venv --clear "$here/venv"
    install --require-hashes --requirement "$here/wanted.lock"
    cp "$here/wanted.lock" "$here/got.lock"
fi

installed="$here/venv/lib/python$oldest/site-packages/checker"
rm -rf "$here/dist" "$here/tests" "$here/docs" "$here/checker" "$installed"
.venv/bin/python -m build --no-isolation --outdir "$here/dist" >"$here/build.log" 2>&1 ||
    fail "the package could not be built; $here/build.log says why."
install --no-index --no-deps --force-reinstall "$here"/dist/*.whl

# Nothing but the package is there yet.
"$here/venv/bin/anxinmai" --version

# What tests read lies beside it. The stories, and who reads them, are no part of what is installed, so they are brought along.
cp -R pyproject.toml README.md tests docs "$here"
mkdir -p "$here/checker" && cp -R checker/web "$here/checker"
cp -R checker/publish "$installed"
(cd checker && find rules -name '*.toml') | tar -cf - -C checker -T - | tar -xf - -C "$installed"
