"""Every text, in the order in which a matter offers them."""

from importlib import import_module

from checker.errors import UnknownLetter
from checker.write.form import LetterForm

LETTERS: tuple[LetterForm, ...] = tuple(
    import_module(f"{__name__}.{name}").LETTER
    for name in (
        "appeal",
        "supplement",
        "guardian_request",
        "refund_request",
        "demand",
        "chat",
        "platform_request",
        "payment_complaint",
        "complaint_12315",
        "association",
        "payment_order",
        "lawsuit",
        "court_form",
        "tip_off",
        "public_complaint",
        "police",
        "inquiry",
        "courtesy",
    )
)

_BY_NAME = {form.name: form for form in LETTERS}


def form_of(name: str) -> LetterForm:
    """The text of this name.

    :raises UnknownLetter: there is none.
    """
    if name not in _BY_NAME:
        raise UnknownLetter("没有这一份文本")
    return _BY_NAME[name]
