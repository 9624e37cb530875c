"""Shared options: ``--update-golden`` rewrites the golden texts instead of comparing."""


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden from what is rendered now")
