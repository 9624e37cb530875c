"""What MkDocs calls while it builds. The work is in `checker.publish`, so that a move to another site generator is short."""

from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from checker.publish import compress, csp, offline, runtime, search, site

TOP = Path(__file__).resolve().parents[2]


class State:
    """What one build has found out, kept from one of its events for the next."""

    serving = False
    built: runtime.Runtime
    #: The theme's search worker: its name, and the name that it has once mended.
    search: tuple[str, str]


def on_startup(command, **_):
    """Note whether somebody writes (`mkdocs serve`) or the site is built."""
    State.serving = command == "serve"


def on_config(config):
    """Make the runtime and tell the templates the addresses of what carries a hash.

    :raises PluginError: a part of the runtime is missing or could not be made.
    """
    try:
        if State.serving:
            site.rewrite_pages(TOP)
        # While somebody writes, what is imported is not worth seconds at every edit.
        State.built = runtime.build(TOP, trimmed=not State.serving)
    except runtime.RuntimeNotBuilt as problem:
        raise PluginError(str(problem)) from problem
    addresses = site.addresses(TOP, State.built)
    config.extra["checker"] = addresses | {"offline": not State.serving}
    config["extra_css"] = [f"{addresses['look']}/pages.css"]
    config.theme["favicon"] = config.theme["logo"] = f"{addresses['look']}/icon.svg"


def on_files(files, config):
    """Put our files under their hashed addresses, and the theme's search worker, mended, in place of its own."""
    for address, _ in site.look(TOP):
        files.remove(files.get_file_from_path(address))
    for address, path in site.files(TOP, State.built):
        files.append(File.generated(config, address, abs_src_path=str(path)))
    for address, text in site.sheets(TOP):
        files.append(File.generated(config, address, content=text))
    (worker,) = [file for file in files if Path(file.src_uri).match("assets/javascripts/workers/search.*.min.js")]
    mended = search.mend(Path(worker.abs_src_path).read_text(encoding="utf-8"))
    # Another content wants another name.
    name = f"search.{runtime.digest(mended.encode())}.min.js"
    State.search = (Path(worker.src_uri).name, name)
    files.remove(worker)
    files.append(File.generated(config, f"assets/javascripts/workers/{name}", content=mended))


def on_post_page(output, **_):
    """The page with the search worker's new name and its own content security policy."""
    return csp.with_policy(output.replace(*State.search), live_reload=State.serving)


def on_post_template(output_content, template_name, **_):
    """The same for pages that come from a template alone, such as 404.html."""
    return on_post_page(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config, **_):
    """Write what depends on all files of the site: manifest, service worker, compressed copies. While somebody writes, none of it.

    :raises PluginError: the site could not be compressed.
    """
    if State.serving:
        return
    folder = Path(config.site_dir)
    (folder / "manifest.webmanifest").write_text(
        offline.manifest(config.site_name, config.site_description, config.extra["checker"]["look"]),
        encoding="utf-8",
    )
    base = f"{site.RUNTIME_PLACE}/{State.built.lock.partition('/')[0]}/"
    (folder / "service-worker.js").write_text(offline.service_worker(folder, base), encoding="utf-8")
    try:
        compress.compress(folder, TOP / "build" / "compressed")
    except compress.NotCompressed as problem:
        raise PluginError(f"Could not compress the site. Node said:\n{problem}") from problem
