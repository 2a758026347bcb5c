"""What the palette (Ctrl+K) finds: cases and parties from the database, commands by words or initials."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from app.domain.disputes.case_lines import CaseHit
from app.domain.people.party_lines import PartyLine
from app.domain.values.naming.masking import mask_phone
from app.domain.values.naming.names import pinyin_initials
from app.presenters.cases.rows import GAP, CaseRows
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator

_MOST_CASES = 8
_MOST_PARTIES = 5


@dataclass(frozen=True, slots=True)
class Find:
    """One thing found: ``group`` is its caption, ``act`` opens it."""

    group: str
    text: str
    detail: str
    icon: str
    act: Callable[[], None]


class Finder:
    """Searches cases and parties by number tail, name, initials, and tails of phone and identity number."""

    def __init__(self, desk: Desk, navigator: Navigator, open_party: Callable[[UUID], None]) -> None:
        self._desk, self._navigator, self._open_party = desk, navigator, open_party
        self._say = desk.translator.text
        self._rows = CaseRows(desk.translator, desk.formats)

    def search(self, typed: str) -> tuple[Find, ...]:
        """Give cases first, then parties; reads the database, so call it on the database lane."""
        wanted = typed.strip()
        if not wanted:
            return ()
        lists, shown = self._desk.services.lists, self._desk.names.shown
        cases = [self._case(shown(hit)) for hit in lists.search_cases(wanted, _MOST_CASES)]
        parties = [self._party(shown(line)) for line in lists.search_parties(wanted, _MOST_PARTIES)]
        return (*cases, *parties)

    def _case(self, hit: CaseHit) -> Find:
        row = self._rows.row(hit.line, self._desk.today)
        case_id = row.id
        return Find(
            group=self._say("案件"),
            text=row.title,
            detail=GAP.join(part for part in (row.number, row.people, row.chip.text) if part),
            icon="folder",
            act=lambda: self._navigator.open_case(case_id),
        )

    def _party(self, line: PartyLine) -> Find:
        party_id = line.id
        cases = self._say("在办 {n} 件，共 {all} 件", n=line.open_cases, all=line.all_cases)
        merged = self._say("已并入 {name}", name=line.merged_into) if line.merged_into else ""
        return Find(
            group=self._say("当事人"),
            text=line.name,
            detail=GAP.join(part for part in (merged, mask_phone(line.phone), cases) if part),
            icon="user",
            act=lambda: self._open_party(party_id),
        )


def matches(text: str, typed: str) -> bool:
    """Tell whether a command is meant: by its words, or by the initials of its pinyin (``dz`` for 大字)."""
    wanted = "".join(typed.casefold().split())
    if not wanted or wanted in "".join(text.casefold().split()):
        return True
    return wanted.isascii() and wanted.isalpha() and any(wanted in found for found in _initials(text))


@lru_cache(maxsize=512)
def _initials(text: str) -> tuple[str, ...]:
    return pinyin_initials(text)
