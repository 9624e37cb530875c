"""What compiled skeletons call, in the place of the library that compiled them: its parser and compiler would travel to every reader.

Skeletons are written for Jinja and compiled by it at build time (:mod:`checker.publish.prepare`). The names here are those that its compiled
code uses, with the meaning that they have there under ``StrictUndefined``; what is not here, the build refuses by name.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import SimpleNamespace
from typing import Any

from checker.errors import RuleError

missing: Any = object()
"""Stands for a name that has no value yet."""


class Undefined:
    """What an inline ``if`` without ``else`` gives where it does not hold: nothing."""

    def __init__(self, hint: str = "") -> None:
        self._hint = hint

    def __str__(self) -> str:
        return ""

    def __bool__(self) -> bool:
        return False


class Unknown(Undefined):
    """A name that nobody gave. Whoever uses it hears of it."""

    def __init__(self, hint: str = "", *, name: str = "") -> None:
        super().__init__(hint or f"{name!r} is undefined")

    def _fail(self, *_: object, **__: object) -> Any:
        raise RuleError(self._hint)

    __str__ = __bool__ = __iter__ = __len__ = __call__ = __eq__ = __hash__ = __contains__ = __getattr__ = __getitem__ = _fail


class Loop:
    """Where a loop stands: ``index`` counts from one."""

    def __init__(self) -> None:
        self.index = 0

    @property
    def first(self) -> bool:
        """Whether nothing went before."""
        return self.index == 1


def LoopContext(items: Iterable[Any], _undefined: object) -> Iterator[tuple[Any, Loop]]:
    """Each of the items, with where the loop stands."""
    loop = Loop()
    for item in items:
        loop.index += 1
        yield item, loop


def Macro(_environment: object, macro: Callable[..., str], name: str, arguments: tuple[str, ...], *_: object) -> Callable[..., str]:
    """A part that other skeletons call with its arguments in order."""

    def called(*given: Any) -> str:
        if len(given) > len(arguments):
            raise TypeError(f"{name} takes {len(arguments)} arguments")
        return macro(*given, *[missing] * (len(arguments) - len(given)))

    return called


def str_join(parts: Iterable[Any]) -> str:
    """One after the other."""
    return "".join(map(str, parts))


def _getattr(of: Any, name: str) -> Any:
    try:
        return getattr(of, name)
    except AttributeError:
        pass
    try:
        return of[name]
    except (TypeError, LookupError, AttributeError):
        return Unknown(f"{type(of).__name__} has no {name!r}")


class Context:
    """The names that one text is made from."""

    eval_ctx = SimpleNamespace(autoescape=False)

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given
        self.vars: dict[str, Any] = {}
        self.exported_vars: set[str] = set()

    def resolve_or_missing(self, name: str) -> Any:
        """The value of a name, or :data:`missing`."""
        return self.vars[name] if name in self.vars else self._given.get(name, missing)

    def get_all(self) -> dict[str, Any]:
        """Everything that has a name."""
        return {**self._given, **self.vars}

    @staticmethod
    def call(what: Callable[..., Any], *given: Any, _loop_vars: object = None, _block_vars: object = None, **named: Any) -> Any:
        """What calling it gives. Nothing that is called here looks at the names of the loop or block that it is called from."""
        return what(*given, **named)


class Skeleton:
    """One compiled skeleton."""

    def __init__(self, code: Mapping[str, Any], given: Mapping[str, Any]) -> None:
        self.root_render_func: Callable[[Context], Iterator[str]] = code["root"]
        self._given = given

    def render(self, fields: Mapping[str, Any]) -> str:
        """The text, made from these fields.

        :raises RuleError: it uses a name that nobody gave.
        """
        return "".join(self.root_render_func(self.new_context(fields)))

    def new_context(self, fields: Mapping[str, Any], _shared: bool = False, local: Mapping[str, Any] = {}) -> Context:
        """The names of one text, those that every text has included."""
        return Context({**self._given, **fields, **{name: value for name, value in local.items() if value is not missing}})

    def _get_default_module(self, _context: object) -> SimpleNamespace:
        context = self.new_context({})
        for _ in self.root_render_func(context):
            pass
        return SimpleNamespace(**{name: context.vars[name] for name in context.exported_vars})


class Environment:
    """Where skeletons are, and what they share. ``find`` gives the compiled module of a name."""

    undefined = Unknown
    concat = staticmethod("".join)
    getattr = staticmethod(_getattr)

    def __init__(self, find: Callable[[str], dict[str, Any]], filters: Mapping[str, Callable[..., Any]], names: Mapping[str, Any]) -> None:
        self.filters = {**FILTERS, **filters}
        self.tests = TESTS
        self._find, self._names = find, names
        self._found: dict[str, Skeleton] = {}

    def get_template(self, name: str, _parent: str = "") -> Skeleton:
        """The skeleton of this name."""
        if name not in self._found:
            code = self._find(name)
            code["environment"] = self
            self._found[name] = Skeleton(code, self._names)
        return self._found[name]


def _selectattr(_context: object, items: Iterable[Any], at: int, test: str, among: Any) -> Iterator[Any]:
    if test != "in":
        raise RuleError(f"a skeleton selects by {test!r}, which compiled skeletons do not know")
    return (item for item in items if item[at] in among)


FILTERS: dict[str, Callable[..., Any]] = {
    "trim": lambda text: str(text).strip(),
    "join": lambda _context, items, between="": str(between).join(map(str, items)),
    "list": lambda _context, items: list(items),
    "selectattr": _selectattr,
    "default": lambda value, instead="": instead if isinstance(value, Undefined) else value,
}
TESTS: dict[str, Callable[[Any], bool]] = {"none": lambda value: value is None}
