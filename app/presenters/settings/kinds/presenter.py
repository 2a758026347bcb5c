"""文书种类: the catalogue as a table, narrowed by what is typed, and one entry of it in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.filing.catalogue.entries import ENTRIES
from app.domain.filing.catalogue.entry import KindEntry
from app.domain.filing.catalogue.fields import FIELD_WORDS
from app.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind in the table."""

    code: str
    name: str
    family: str
    when: str
    hands: str
    copies: str

    @property
    def spoken(self) -> str:
        """Give the row as one sentence."""
        return f"{self.name}，{self.when}，{self.hands}，{self.copies}"


class KindsView(Protocol):
    """What the section can show."""

    def show_rules(self, rows: Sequence[KindRow]) -> None:
        """Show the table."""

    def show_details(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show one kind in full."""

    def show_found(self, words: str) -> None:
        """Say how many kinds are listed."""


class KindsPresenter:
    """Shows what the program can issue; nothing is changed here, and nothing is read from the database."""

    def __init__(self, translator: Translator, view: KindsView) -> None:
        self._translator, self._view = translator, view
        self._say = translator.text
        self._told = {entry.kind.value: self._lines(entry) for entry in ENTRIES}
        self._wanted: tuple[str, ...] = ()

    def refresh(self) -> None:
        """Show the catalogue."""
        found = [entry for entry in ENTRIES if self._is_wanted(entry)]
        self._view.show_rules([self._row(entry) for entry in found])
        self._view.show_found(self._translator.plural("{n} 种文书", "{n} 种文书", len(found)))

    # user → presenter

    def search(self, words: str) -> None:
        """Keep the kinds in whose entry every typed word stands."""
        self._wanted = tuple(words.casefold().split())
        self.refresh()

    def look_at(self, code: str) -> None:
        """Show one kind."""
        for entry in ENTRIES:
            if entry.kind.value == code:
                self._view.show_details(self._say(entry.name), self._told[code])

    # catalogue → view

    def _is_wanted(self, entry: KindEntry) -> bool:
        told = [self._say(entry.name), *(value for _label, value in self._told[entry.kind.value])]
        text = "\n".join((*told, entry.kind.value)).casefold()
        return all(word in text for word in self._wanted)

    def _row(self, entry: KindEntry) -> KindRow:
        say = self._say
        return KindRow(
            code=entry.kind.value,
            name=say(entry.name),
            family=say(entry.family.term),
            when=say(entry.when),
            hands=self._hands(entry),
            copies=say(entry.copies.term),
        )

    def _hands(self, entry: KindEntry) -> str:
        return self._say(entry.hands) if entry.hands else self._say("不签")

    def _lines(self, entry: KindEntry) -> tuple[tuple[str, str], ...]:
        say = self._say
        place = say("不单列在卷内目录") if entry.item is None else say(entry.item.term)
        layout = say("司发通〔2010〕239号附件格式（未核实）") if entry.is_annexed else say("本程序的样式")
        return (
            (say("类别"), say(entry.family.term)),
            (say("什么时候出"), say(entry.when)),
            (say("怎么出"), say(entry.issuing.term)),
            (say("谁签"), self._hands(entry)),
            (say("份数"), say(entry.copies.term)),
            (say("编号"), say(entry.numbered)),
            (say("卷内目录"), place),
            (say("渠道"), say(entry.channels.term)),
            (say("必填的栏目"), "、".join(say(FIELD_WORDS[name]) for name in entry.required)),
            (say("格式"), layout),
        )
