"""Stands as ``checker`` itself in what readers get, and finds all its modules, which :mod:`checker.publish.join` has put into one file."""

import dataclasses
import marshal
import re
import sys
from binascii import crc32
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import CodeType, ModuleType
from typing import Any

# Where both stand that are compiled ahead: no tool knows these names.
_dataclasses: Any = dataclasses
_re: Any = re
_compiler = _re._compiler


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


class Ahead:
    """What the build has compiled ahead, and is compiled here where it has not: methods that dataclasses write, and patterns."""

    def __init__(self, methods: dict[int, CodeType], of: tuple[int, ...], patterns: dict[tuple[int, int], tuple[Any, ...]]) -> None:
        self.methods = methods
        self.patterns = patterns if of == (_compiler._sre.MAGIC, _compiler._sre.CODESIZE, _compiler._sre.MAXREPEAT) else {}
        self.usual = _compiler.compile

    def exec(self, text: str, *places: dict[str, Any]) -> None:
        """As the builtin function, with a text that a dataclass has written. Kept for one class: two alike are rare."""
        exec(self.methods.pop(_name(text), text), *places)

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        """As the function of Python's library that compiles a pattern, which keeps what it has compiled."""
        made = self.patterns.pop((_name(pattern), flags), None) if isinstance(pattern, str) else None
        if not made:
            return self.usual(pattern, flags)
        all_flags, steps, groups, index, names = made
        return _compiler._sre.compile(pattern, all_flags, memoryview(steps).cast("I").tolist(), groups, index, names)


def _name(text: str) -> int:
    return crc32(text.encode(errors="surrogatepass"))


# In an archive, which its loader reads.
_archive: Any = __spec__ and __spec__.loader


def _lying_beside(name: str) -> Any:
    return marshal.loads(_archive.get_data(__file__.replace("__init__.pyc", name)))


try:
    _ahead = Ahead(*_lying_beside("ahead"))
except OSError:
    # The build, which looks what there is to compile.
    pass
else:
    _dataclasses.exec = _ahead.exec
    _compiler.compile = _ahead.compile
_holder = Holder(_lying_beside("held"))
sys.meta_path.insert(0, _holder)


def take_in(archive: str) -> None:
    """Modules that came later, in an archive of their own. What runs already came with another."""
    short, held = marshal.loads(type(_archive)(archive).get_data("held"))
    _holder.held |= {name: (is_package, source.translate(short)) for name, is_package, source in held if name not in sys.modules}
