"""The pages of what people run into: which rules, story and first answers each is made from.

A row of ``situations.toml`` holds only what is the page's own: how people say it, and which sentences of its rules are the three lines. What to do, what
to keep, the text, the ladder and the objections are what the engine says to somebody of whom no more is known than the page says.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from checker.ask.facts import Facts
from checker.ask.question import chosen
from checker.ask.questions import BY_ID
from checker.decide.acts import WHATEVER_THE_RULE
from checker.decide.next_steps import KEEP
from checker.decide.verdict import Matter, assess
from checker.errors import DataError
from checker.keep.evidence import Evidence, inventory
from checker.kit.act import FirstAct
from checker.kit.evidence import kind, kinds
from checker.kit.objection import Objection
from checker.kit.rule import ClaimRule, Rule
from checker.law.thresholds import Threshold, threshold
from checker.publish.stories import Story, blanks, stories
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS
from checker.write.ladder import ladder
from checker.write.writing import Letter, fill_in

MOST_KEPT, MOST_NAMED, MOST_RUNGS, MOST_OBJECTIONS, MOST_NAMES = 3, 5, 4, 2, 8
"""A page is read in a minute."""
ELSEWHERE, BELOW = ("结论的", "回去选"), "下面的"
"""Said of what only the self-check has: the conclusion's own list, the questions; and of what stands below the acts there."""
ONE_S_OWN = ("channel", "seller_kind", "evidence")
"""What each reader has differently, so that no page supposes it, unless a rule of it decides by it."""
_RULES = {rule.id: rule for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES)}


class SituationError(DataError):
    """A row that names what is not there. The message names the row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One rung of the ladder. ``how_long``: its days, from the table of thresholds."""

    when: str
    do: str
    title: str
    letter: str
    how_long: str


@dataclass(frozen=True, kw_only=True)
class Situation:
    """One page. ``story`` is the example; ``blank`` the story that knows no more than the page, ``given`` what is answered otherwise in it.

    ``counter`` is a story of the same kind that comes out otherwise. ``can`` and ``cannot`` are beginnings of sentences of ``rules``, the first of which leads; ``carries`` says in the page's words the answers of the
    example that go along to the checker; ``keeps`` are the kinds of evidence that it is about and ``objected`` beginnings of objections, where that is not
    simply what comes first; ``first`` names first acts, ``otherwise`` stories of who has it differently, each with whom it is for.
    """

    id: str
    title: str
    name: str
    description: str
    lead: str
    rules: list[str]
    story: str
    can: list[str]
    cannot: list[str]
    hinges: str
    related: list[str]
    counter: str = ""
    short: bool = False
    """Whether the text is shown as it goes into a small window."""
    urgent: bool = False
    blank: str = ""
    given: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    text_note: str = ""
    labels: list[str] = field(default_factory=lambda: ["能要什么", "什么时候不行", "关键看什么"])
    today: list[str] = field(default_factory=list)
    besides: list[str] = field(default_factory=list)
    first: list[dict[str, str]] = field(default_factory=list)
    otherwise: list[dict[str, str]] = field(default_factory=list)
    carries: dict[str, str] = field(default_factory=dict)
    keeps: list[str] = field(default_factory=list)
    objected: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)

    @property
    def page(self) -> str:
        """Its page, seen from ``docs/``."""
        return f"situations/{self.id}.md"

    @property
    def example(self) -> Story:
        """The story that the page tells.

        :raises SituationError: there is none of this id.
        """
        return self._story(self.story)

    @property
    def told(self) -> tuple[Story, ...]:
        """The stories on the page: the example, and the one that comes out otherwise.

        :raises SituationError: there is none of this id.
        """
        return tuple(self._story(id) for id in (self.story, self.counter) if id)

    def outcome(self, story: Story) -> str:
        """What comes of a story: what can be asked for and how much, or why nothing."""
        matter = story.matter
        if matter["claims"]:
            claim = matter["claims"][0]
            return f"{claim['remedy_label']}。{claim['arithmetic']}。"
        return _here(matter["reasons"][0]["sentence"])

    @cached_property
    def ruled(self) -> tuple[Rule, ...]:
        """The rules that the page is made from, the leading one first.

        :raises SituationError: there is none of this id.
        """
        if unknown := [id for id in self.rules if id not in _RULES]:
            raise SituationError(f"{self.id}: there is no rule {unknown[0]}")
        return tuple(_RULES[id] for id in self.rules)

    @property
    def called(self) -> tuple[str, ...]:
        """How readers say it, without what another page of the same rule says of itself."""
        others = {name for each in situations() if each is not self for name in each.also}
        return tuple(name for name in dict.fromkeys((*self.also, *self.ruled[0].also_called)) if name not in others)[:MOST_NAMES]

    def said(self, beginnings: list[str]) -> str:
        """The sentences of the rules that begin so, one after the other; what stands before a ``|`` says of whom.

        :raises SituationError: no sentence begins so.
        """
        parts = (each.rpartition("|") for each in beginnings)
        return "".join(f"{of_whom}{'：' if of_whom else ''}{self._sentence(beginning)}。" for of_whom, _, beginning in parts)

    def _sentence(self, beginning: str) -> str:
        for rule in self.ruled:
            for sentence in _sentences(rule):
                if sentence.startswith(beginning):
                    return sentence
        raise SituationError(f"{self.id}: no sentence of {', '.join(self.rules)} begins “{beginning}”")

    @cached_property
    def base(self) -> Story:
        """What is known of everybody who comes to the page."""
        library = (blanks()[id] for id in self.rules if id in blanks())
        story = self._story(self.blank) if self.blank else next(library, self.example)
        return story.later(**self.given) if self.given else story

    @cached_property
    def facts(self) -> Facts:
        """The facts of that."""
        return self._of_anybody(self.base)

    def _of_anybody(self, story: Story) -> Facts:
        decides = {name for rule in self.ruled for name in rule.reads}
        return replace(story.blank_facts, **dict.fromkeys(name for name in ONE_S_OWN if name not in decides))

    @cached_property
    def matter(self) -> Matter:
        """What the engine says to it."""
        return assess(self.facts, self._now).matters[0]

    @property
    def _now(self) -> datetime:
        return datetime.fromisoformat(self.base.now)

    @property
    def _stops(self) -> bool:
        return self.matter.level == "stop"

    @cached_property
    def urgent_acts(self) -> tuple[tuple[str, str], ...]:
        """What goes before all else, and for whom it is where not for everybody. Where nothing is asked for, that is all that is to be done."""
        for_whom = {self._first(each["act"]).what(self.facts): each["where"] for each in self.first}
        acts = [_here(act.what) for act in self.matter.acts if act.at_once or self._stops]
        others = ((row["where"], headline) for row, headline, _, stops in self.others if stops and not self._stops)
        told = ((for_whom.get(words, ""), words) for words in dict.fromkeys((*acts, *for_whom)))
        return (*told, *others, *(("", words) for words in self.besides))

    def _first(self, id: str) -> FirstAct:
        """A first act by its id: a rule's own before what is called for under any.

        :raises SituationError: there is none.
        """
        common = (row for rows in WHATEVER_THE_RULE.values() for row in rows)
        for row in (*(row for rule in self.ruled for row in rule.first_acts), *common):
            if row.id == id:
                return row
        raise SituationError(f"{self.id}: no rule of it has the first act {id}")

    @property
    def acts(self) -> tuple[str, ...]:
        """What to do today. What is kept has a heading of its own, and what has a later day stands on the ladder."""
        return (*self.today, *(() if self._stops else _today(self.matter)))

    @property
    def others(self) -> tuple[tuple[dict[str, str], str, tuple[str, ...], bool], ...]:
        """Who has it differently, the one sentence for them, what they do, and whether nothing is asked for there."""
        found = []
        for row in self.otherwise:
            story = self._story(row["story"])
            matter = assess(self._of_anybody(story), datetime.fromisoformat(story.now)).matters[0]
            found.append((row, matter.headline, tuple(act for act in _today(matter) if BELOW not in act), matter.level == "stop"))
        return tuple(found)

    @cached_property
    def kept(self) -> tuple[Evidence, ...]:
        """The evidence of which this matter says more than is said of its kind, the most important first; and never none of how to get any."""
        rows = inventory(self.matter, self.facts)
        if self.keeps:
            return tuple(row for id in self.keeps for row in rows if row.name == kind(id).name)
        general = {each.how_to_get for each in kinds().values()}
        own = [row for row in rows if row.how_to_get not in general]
        return tuple((own or rows)[:MOST_KEPT])

    @property
    def kept_besides(self) -> tuple[str, ...]:
        """The names of the rest."""
        names = (row.name for row in inventory(self.matter, self.facts) if row.name not in {each.name for each in self.kept})
        return tuple(names)[: MOST_NAMED - len(self.kept)]

    @property
    def letter(self) -> Letter | None:
        """The text to send, with blanks.

        :raises SituationError: the matter gets no such text.
        """
        if not self.text:
            return None
        there = {letter.name: letter for letter in fill_in(self.matter, self.facts)}
        if self.text not in there:
            raise SituationError(f"{self.id}: there is no text {self.text}, there are {', '.join(there)}")
        return there[self.text]

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """Whom to turn to next, from below."""
        rows = ladder(self.matter, self.facts, self._now.date())
        return tuple(Rung(when=row.when, do=row.do, title=row.title, letter=row.letter, how_long=_how_long(row.letter)) for row in rows)[
            :MOST_RUNGS
        ]

    @property
    def objections(self) -> tuple[Objection, ...]:
        """What the other side is likely to say.

        :raises SituationError: nobody says what the row names.
        """
        own = tuple(each for rule in self.ruled if isinstance(rule, ClaimRule) for each in rule.objections)
        known = (*self.matter.objections, *own)
        if missing := [each for each in self.objected if not any(row.they_say.startswith(each) for row in known)]:
            raise SituationError(f"{self.id}: no objection begins “{missing[0]}”")
        if self.objected:
            return tuple(next(row for row in known if row.they_say.startswith(each)) for each in self.objected)
        return (self.matter.objections or own)[:MOST_OBJECTIONS]

    @property
    def given_along(self) -> dict[str, Any]:
        """What goes along to the checker, as ``checker/web/given.mjs`` takes it.

        :raises SituationError: the example does not answer the question, or with more than one option.
        """
        proposals = []
        for id, words in self.carries.items():
            values = chosen(self.example.answers.get(id))
            if id not in BY_ID or len(values) != 1:
                raise SituationError(f"{self.id}: {self.story} gives no single answer to {id}")
            proposals.append({"question": id, "value": values[0], "words": words})
        return {"from": f"“{self.name}”这一页", "proposals": proposals}

    @property
    def articles(self) -> tuple[str, ...]:
        """What the claim, or without one the reasons, rest on."""
        matter = self.example.matter
        found = matter["claims"][0]["articles"] if matter["claims"] else [each for row in matter["reasons"] for each in row["articles"]]
        return tuple(each["id"] for each in found)

    def _story(self, id: str) -> Story:
        if id not in stories():
            raise SituationError(f"{self.id}: there is no story {id}")
        return stories()[id]


def _sentences(rule: Rule) -> Iterator[str]:
    parts = (*rule.conditions, *rule.exceptions, *rule.defences)
    for text in (rule.meaning, rule.because, *(each.fails for each in parts)):
        yield from (sentence for sentence in text.split("。") if sentence)


def _today(matter: Matter) -> tuple[str, ...]:
    return tuple(_here(act.what) for act in matter.acts if act.by is None and not act.at_once and act is not KEEP)


def _here(words: str) -> str:
    """What is said in a conclusion, without the sentence that points to another place of the self-check."""
    return "。".join(sentence for sentence in words.split("。") if not any(each in sentence for each in ELSEWHERE))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("situations.toml").read_text(encoding="utf-8"))


def _how_long(letter: str) -> str:
    return with_numbers(_table()["how_long"].get(letter, ""))


def with_numbers(words: str) -> str:
    """The words of a row with its numbers, ``{id.words}`` or ``{id.value}``, which are rows of the thresholds.

    :raises DataNotCovered: there is no such row.
    """
    return words.format_map(_Numbers())


class _Numbers(dict[str, Threshold]):
    def __missing__(self, id: str) -> Threshold:
        return threshold(id)


@cache
def situations() -> tuple[Situation, ...]:
    """Every situation, the urgent ones first, as the index lists them.

    :raises SituationError: a row has a wrong key, or names a page that is not there.
    """
    known = {each.name for each in fields(Situation)}
    for row in _table()["situation"]:
        if wrong := sorted(set(row) - known):
            raise SituationError(f"{row.get('id')}: {wrong[0]} is no key of a situation")
    found = tuple(Situation(**row) for row in _table()["situation"])
    ids = {each.id for each in found}
    for each in found:
        if unknown := set(each.related) - (ids - {each.id}):
            raise SituationError(f"{each.id}: there is no other situation {sorted(unknown)[0]}")
    return tuple(sorted(found, key=lambda each: not each.urgent))
