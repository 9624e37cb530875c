"""Stands as ``checker`` itself in what readers get, and finds all its modules, which :mod:`checker.publish.join` has put into one file."""

import marshal
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import CodeType, ModuleType
from typing import Any


class Holder:
    """Finds and loads the modules that came in one piece: for each its name, whether it is a package, and its code, or its source."""

    def __init__(self, held: tuple[tuple[str, bool, CodeType | str], ...]) -> None:
        self.held = {name: (is_package, code) for name, is_package, code in held}

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """The module of this name, if it came along."""
        if name not in self.held:
            return None
        is_package, code = self.held[name]
        # It does all that a loader does, but to be one by class would cost an import.
        loader: Any = self
        origin = name if isinstance(code, str) else code.co_filename
        spec = ModuleSpec(name, loader, origin=origin, is_package=is_package)
        spec.has_location = True
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """None: a plain module will do."""

    def exec_module(self, module: ModuleType) -> None:
        """Run its code. It is run once, and may go then."""
        _, code = self.held.pop(module.__name__)
        if isinstance(code, str):
            code = compile(code, module.__name__, "exec", dont_inherit=True, optimize=2)
        exec(code, module.__dict__)


# In an archive, which its loader reads.
_archive: Any = __spec__ and __spec__.loader
_holder = Holder(marshal.loads(_archive.get_data(__file__.replace("__init__.pyc", "held"))))
sys.meta_path.insert(0, _holder)


def take_in(archive: str) -> None:
    """Modules that came later, in an archive of their own. What runs already came with another."""
    short, held = marshal.loads(type(_archive)(archive).get_data("held"))
    _holder.held |= {name: (is_package, source.translate(short)) for name, is_package, source in held if name not in sys.modules}
