"""What MkDocs calls while it builds. The steps are in `checker.publish.steps`, and any generator can stand between them."""

from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from checker.publish import steps

TOP = Path(__file__).resolve().parents[2]


class State:
    """What one build has found out, kept from one of its events for the next."""

    serving = False
    made: steps.Before


def on_startup(command, **_):
    """Note whether somebody writes (`mkdocs serve`) or the site is built."""
    State.serving = command == "serve"


def on_config(config):
    """The step before the pages.

    :raises PluginError: it failed.
    """
    try:
        State.made = steps.before(TOP, report=config.extra["report"], serving=State.serving)
    except steps.NotPublished as problem:
        raise PluginError(str(problem)) from problem
    config.extra["checker"] = State.made.addresses
    config["extra_css"] = State.made.sheets
    config.theme["favicon"] = config.theme["logo"] = State.made.icon


def on_files(files, config):
    """What is handed out as it lies elsewhere."""
    for address, path in State.made.as_it_is.items():
        files.append(File.generated(config, address, abs_src_path=str(path)))
    return files


def on_post_build(config, **_):
    """The step after them.

    :raises PluginError: it failed.
    """
    about = {"name": config.site_name, "description": config.site_description, "url": config.site_url, "report": config.extra["report"]}
    try:
        steps.after(TOP, Path(config.site_dir), State.made, **about, serving=State.serving)
    except steps.NotPublished as problem:
        raise PluginError(str(problem)) from problem
