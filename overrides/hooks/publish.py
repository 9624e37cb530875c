"""What MkDocs calls while it builds. The work is in `checker.publish`, so that a move to another site generator is short."""

from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from checker.publish import csp, runtime, search, site

TOP = Path(__file__).resolve().parents[2]


class State:
    serving = False
    built: runtime.Runtime


def on_startup(command, **_):
    State.serving = command == "serve"


def on_config(config):
    try:
        if State.serving:
            site.rewrite_pages(TOP)
        # While somebody writes, what is imported is not worth seconds at every edit.
        State.built = runtime.build(TOP, trimmed=not State.serving)
    except runtime.RuntimeNotBuilt as problem:
        raise PluginError(str(problem)) from problem
    config.extra["checker"] = site.addresses(State.built)


def on_files(files, config):
    for address, path in site.files(TOP, State.built):
        files.append(File.generated(config, address, abs_src_path=str(path)))


def on_post_page(output, **_):
    return csp.with_policy(output, live_reload=State.serving)


def on_post_template(output_content, template_name, **_):
    return csp.with_policy(output_content, live_reload=State.serving) if template_name.endswith(".html") else output_content


def on_post_build(config, **_):
    (worker,) = Path(config.site_dir, "assets", "javascripts", "workers").glob("search.*.min.js")
    worker.write_text(search.mend(worker.read_text(encoding="utf-8")), encoding="utf-8")
