"""An agreement as the paragraphs that two versions are compared by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.contents.forms import AgreementContents
from app.domain.contents.parts import ClausePart, PartyPart
from app.i18n.formats import Formats
from app.i18n.translator import Translator

_MOST_LINES = 300


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph; ``name`` says what of the agreement it is, as 争议事项 or 条款."""

    name: str
    text: str


class Passages:
    """Takes contents apart, in the order in which they are printed."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._say, self._formats = translator.text, formats

    def of(self, contents: AgreementContents) -> tuple[Passage, ...]:
        """Give everything the parties agree on; its number and the signatures are no part of it."""
        return tuple(passage for passage in self._all(contents) if passage.text.strip())

    def _all(self, contents: AgreementContents) -> Iterator[Passage]:
        say = self._say
        for party in contents.parties:
            yield Passage(say("当事人"), self._party(party))
        for name, text in (
            (say("纠纷主要事实"), contents.facts),
            (say("争议事项"), contents.matters),
            (say("各方责任"), contents.responsibilities),
        ):
            yield from (Passage(name, line) for line in _lines(text))
        for clause in contents.clauses:
            yield from self._clause(clause)
        for name, text in (
            (say("履行方式、时限"), contents.performance),
            (say("另行处理"), contents.left_open),
        ):
            yield from (Passage(name, line) for line in _lines(text))
        yield from (Passage(say("各方知悉"), note) for note in contents.notes)
        yield from (Passage(say("参加调解的单位"), unit) for unit in contents.co_units)
        yield Passage(say("份数"), say("{n} 份", n=contents.copies))
        yield Passage(say("协议日期"), self._formats.day_long(contents.issued_day))

    def _party(self, party: PartyPart) -> str:
        parts = (
            party.label,
            party.name,
            party.identity_number,
            party.credit_code,
            party.legal_representative,
            party.phone,
            party.address,
            *(agent.name for agent in party.agents),
        )
        return "，".join(part for part in parts if part)

    def _clause(self, clause: ClausePart) -> Iterator[Passage]:
        """Give a clause without its number: a clause put in above must not change all below."""
        name, money = self._say("条款"), self._formats.money
        yield from (Passage(name, line) for line in _lines(clause.text))
        for line in clause.instalments:
            told = f"{line.due} {money(line.amount)}元 {line.manner}".rstrip()
            yield Passage(self._say("分期"), told)
        for share in clause.shares:
            yield Passage(self._say("分给"), f"{share.name} {money(share.amount)}元")


def _lines(text: str) -> list[str]:
    """Give the lines of a text; one of very many lines is compared as one passage."""
    lines = text.splitlines()
    return lines if len(lines) <= _MOST_LINES else [text]
