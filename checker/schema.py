"""JSON Schema of the case file and of the verdict, derived from the questions and from the types that are sent."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from checker.ask.events import LONGEST, LONGEST_ID, LONGEST_TIME
from checker.ask.parties import PARTY_FIELDS
from checker.ask.question import Question
from checker.ask.questions import QUESTIONS
from checker.ask.routes import Route
from checker.decide.claims import Claim
from checker.decide.next_steps import NEXT_STEPS
from checker.decide.reason import Reason
from checker.decide.verdict import Level, PlatformCheck
from checker.errors import RuleError
from checker.keep.case_file import MAX_ITEMS, MAX_STEP, MAX_TEXT, STATES, TEXT_KEY
from checker.keep.evidence import Evidence
from checker.keep.replies import REPLIES
from checker.kit.act import Act
from checker.kit.counting import Deadline
from checker.kit.objection import Objection
from checker.kit.rule import Status
from checker.law.statutes import Article
from checker.law.thresholds import Basis
from checker.write.chronology import Line
from checker.write.ladder import Rung
from checker.write.writing import Letter


def schema() -> dict[str, Any]:
    """One schema document with the definitions ``case`` and ``verdict``.

    >>> sorted(schema()["$defs"])
    ['case', 'verdict']
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "安心买·放心退：案件文件与结论",
        "$defs": {"case": _case(), "verdict": _verdict()},
    }


def _object(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "required": list(properties) if required is None else required,
    }


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _answer(question: Question) -> dict[str, Any]:
    words = {"title": question.label, "description": question.hint}
    if not question.options:
        return words | {"type": "string"}
    choice = {"type": "string", "enum": [option.value for option in question.options]}
    if question.kind == "choice":
        return words | choice
    limit = {"maxItems": question.at_most} if question.at_most else {}
    return words | {"anyOf": [choice, {**_array(choice), "uniqueItems": True} | limit]}


def _case() -> dict[str, Any]:
    text, day = {"type": "string", "maxLength": MAX_TEXT}, {"type": "string", "format": "date"}
    given = {"anyOf": [text, _array(text), {"type": "null"}]}
    noted = {
        "on": day,
        "step": {"type": "integer", "minimum": 1, "maximum": MAX_STEP},
        "before": _object({q.id: given for q in QUESTIONS}, required=[]),
    }

    line = {"type": "string", "minLength": 1, "maxLength": LONGEST}
    own = _object({"what": line, "when": {"type": "string", "maxLength": LONGEST_TIME}}, required=["what"])
    of = _object(
        {
            "of": {"type": "string", "minLength": 1, "maxLength": LONGEST_ID},
            "struck": {"type": "boolean"},
            "when": {"type": "string", "maxLength": LONGEST_TIME},
        },
        required=["of"],
    )

    def happened(what: str, kind: dict[str, Any]) -> dict[str, Any]:
        return _array(_object({what: kind} | noted, required=[what, "on"])) | {"maxItems": MAX_ITEMS}

    return _object(
        {
            "v": {"const": 1},
            "answers": _object({q.id: _answer(q) for q in QUESTIONS}, required=[]),
            "parties": _object({f.id: {"type": "string", "title": f.label, "maxLength": f.at_most} for f in PARTY_FIELDS}, required=[]),
            "events": _array({"anyOf": [own, of]}) | {"maxItems": MAX_ITEMS},
            "texts": {
                "type": "object",
                "propertyNames": {"pattern": f"^{TEXT_KEY.pattern}$"},
                "maxProperties": MAX_ITEMS,
                "additionalProperties": _object({"from": text, "edited": text}),
            },
            "replies": happened("reply", {"enum": [reply.id for reply in REPLIES]}),
            "status": _object(
                {
                    "state": {"enum": list(STATES)},
                    "until": {"anyOf": [day, {"type": "null"}]},
                    "sent": happened("letter", text),
                },
                required=[],
            ),
        },
        required=["v", "answers"],
    )


def _verdict() -> dict[str, Any]:
    strings = _array({"type": "string"})
    finding = _object(
        {
            "rule": {"type": "string"},
            "title": {"type": "string"},
            "status": _type(Status),
            "basis": _type(Basis),
            "articles": _array(_type(Article)),
            "missing": strings,
        }
    )
    matter = _object(
        {
            "route": _type(Route),
            "level": _type(Level),
            "next_step": {"enum": [step.id for step in NEXT_STEPS]},
            "next_step_label": {"type": "string"},
            "headline": {"type": "string"},
            "reasons": _array(_type(Reason)),
            "findings": _array(finding),
            "platform_view": _array(_type(PlatformCheck)),
            "claims": _array(_type(Claim)),
            "acts": _array(_type(Act)) | {"maxItems": 4},
            "deadlines": _array(_type(Deadline)),
            "evidence": _array(_type(Evidence)),
            "objections": _array(_type(Objection)),
            "chronology": _array(_type(Line)),
            "letters": _array(_type(Letter)),
            "ladder": _array(_type(Rung)),
        }
    )
    text = {"type": "string"}
    event = _object({"what": text, "said": text, "earliest": text, "latest": text})
    return _object(
        {
            "matters": _array(matter) | {"minItems": 1},
            "missing": strings,
            "warnings": strings,
            "events": _array(event),
            "their_turn": {"type": "boolean"},
            "come_back_on": {"anyOf": [{"type": "string"}, {"type": "null"}]},
            "rules_version": {"type": "string"},
            "now": {"type": "string"},
        }
    )


def _type(hint: Any) -> dict[str, Any]:
    """The schema of a type as :func:`checker.bridge.plain` sends it.

    :raises RuleError: a type that is never sent.
    """
    if hint is Article:
        return _object({"id": {"type": "string"}, "title": {"type": "string"}})
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return _object({field.name: _type(hints[field.name]) for field in fields(hint) if not field.metadata.get("inner")})
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) is tuple:
        return _array(_type(get_args(hint)[0]))
    if get_origin(hint) in (Union, UnionType):
        return {"anyOf": [_type(part) for part in get_args(hint)]}
    simple = {str: "string", int: "integer", bool: "boolean", NoneType: "null", date: "string", datetime: "string"}
    if hint not in simple:
        raise RuleError(f"no schema for {hint}")
    return {"type": simple[hint]}
