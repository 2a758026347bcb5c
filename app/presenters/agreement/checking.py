"""检查: finds, says, walks and fixes; a breath after typing and off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from app.domain.duties.next_steps import NextStepKind
from app.domain.settlements.check.book import NOTHING_ASKED
from app.domain.settlements.check.findings import Finding, FindingLevel
from app.domain.settlements.checking import check_agreement
from app.domain.values.days.moments import local_day
from app.presenters.agreement.entries import TermEntry
from app.presenters.agreement.fixes import Fix, Fixes
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.reading import Unreadable, sum_or_none
from app.presenters.agreement.shown import (
    DUTIES,
    FACTS,
    PARTIES,
    TERMS,
    CheckRow,
    CheckWords,
    FieldMark,
)
from app.presenters.desk import DRAWING
from app.presenters.finding_words import finding_sentence
from app.presenters.navigation import TAB_OVERVIEW, Navigator
from app.presenters.sentences import sentence

_SECTION_OF = {"party_ids": PARTIES, "facts": FACTS, "matters": FACTS, "responsibilities": DUTIES}
_AT_THE_PARTY = frozenset(
    {
        "parties.guardian_missing",
        "parties.details_missing",
        "form.identity_number",
        "form.phone",
        "form.credit_code",
    }
)
"""What is mended in the overview, where the details of the parties are."""
_LINE_FIELDS = {
    "instalment.due_missing": "due",
    "instalment.past": "due",
    "instalment.not_rising": "due",
    "instalment.manner_missing": "manner",
}


@dataclass(frozen=True, slots=True)
class _Found:
    """One row with what made it."""

    row: CheckRow
    finding: Finding | None = None


@dataclass(slots=True)
class _Round:
    """What the last check found."""

    found: tuple[_Found, ...] = ()
    passed: int = 0
    current: int = -1
    key: str = field(default="")


class AgreementChecks:
    """The panel at the foot and the marks at the fields."""

    def __init__(self, page: AgreementPage, navigator: Navigator) -> None:
        self._page, self._navigator = page, navigator
        self._round = _Round()
        self._asked = 0
        self._after: list[Callable[[], None]] = []

    @property
    def must(self) -> int:
        """Count what must be mended before 送签."""
        return sum(found.row.is_must for found in self._round.found)

    @property
    def rows(self) -> tuple[CheckRow, ...]:
        """Give what was found, in the order shown."""
        return tuple(found.row for found in self._round.found)

    def run(self, then: Callable[[], None] | None = None) -> None:
        """Check what stands in the fields; only the newest answer is shown, then ``then`` is called."""
        page = self._page
        if not page.is_editing or page.folder is None:
            self.clear()
            return
        self._asked += 1
        if then is not None:
            self._after.append(then)  # a newer check may overtake this one: its answer calls as well
        mine, folder, today, reading = self._asked, page.folder, page.today, page.reading()
        sessions = tuple(local_day(session.held_at) for session in folder.sessions)
        whole = page.supplemented

        def done(findings: tuple[Finding, ...]) -> None:
            if mine == self._asked:
                self._take(findings, reading.unreadable)
                after, self._after = self._after, []
                for call in after:
                    call()

        page.desk.runner.submit(
            lambda: check_agreement(
                reading.agreement, folder.case, today, folder.check, sessions, supplemented=whole
            ),
            done,
            page.fail,
            lane=DRAWING,
        )

    def clear(self) -> None:
        """Forget what was found: no draft is on show."""
        self._asked += 1
        self._after.clear()
        self._round = _Round()
        self._page.view.show_checks(CheckWords(0, 0, 0, ()))
        self._page.view.show_step_words("")

    def walk(self, step: int = 1) -> None:
        """Go to the next thing found (F8), or the one before (Shift+F8)."""
        found, now = self._round.found, self._round.current
        if not found:
            return
        self._page.fresh.clear()
        here = now if now >= 0 else (-1 if step > 0 else 0)
        self.go_to((here + step) % len(found))

    def go_to(self, place: int) -> None:
        """Open the section of a row and take the user to its field."""
        if not 0 <= place < len(self._round.found):
            return
        self._round.current = place
        self._round.key = self._round.found[place].row.key
        self.show()
        finding = self._round.found[place].finding
        self._page.take_to(self._round.key, "" if finding is None else finding.words)

    def first_must(self) -> None:
        """Go to the first thing that must be mended."""
        for place, found in enumerate(self._round.found):
            if found.row.is_must:
                self._page.fresh.clear()
                self.go_to(place)
                return

    def fix(self, place: int = -1) -> None:
        """Apply the fix of a row: the one given, else that of the field the user is in (Alt+Enter)."""
        place = place if place >= 0 else self._place_of_focus()
        if not 0 <= place < len(self._round.found):
            return
        found = self._round.found[place]
        fix = self._fix(found)
        if fix is None:
            return
        fix.apply()
        page, key = self._page, found.row.key
        page.show_all()
        page.touched(key)
        page.keeper.store()
        self._round.current = -1
        self.run()
        page.view.focus_field(key)

    def show(self) -> None:
        """Show panel, marks, sections and the words of the button anew."""
        page, rows, now = self._page, self.rows, self._round
        if not page.is_editing or page.folder is None:
            return
        page.view.show_checks(CheckWords(self.must, len(rows) - self.must, now.passed, rows, now.current))
        page.view.show_marks(self._marks(rows))
        reading = page.reading()
        page.view.show_sections(page.words.sections(page.entry, reading.agreement, page.folder.case, rows))
        self.say_step()

    def say_step(self) -> None:
        """Word the filled button anew: the case may have come to this draft only now."""
        self._page.view.show_step_words(self._step_words())

    def _take(self, findings: tuple[Finding, ...], unreadable: tuple[Unreadable, ...]) -> None:
        if not self._page.is_editing:
            return
        blind = {one.key for one in unreadable}
        found = [_Found(self._unread_row(one)) for one in unreadable]
        for finding in findings:
            key = self._key_of(finding)
            if key not in blind:
                found.append(_Found(self._row(finding, key), finding))
        book = self._page.folder.check if self._page.folder is not None else NOTHING_ASKED
        failing = {finding.rule for finding in findings if book.rule(finding.rule) is not None}
        passed = book.asked - len(failing)
        keys = [one.row.key for one in found]
        current = keys.index(self._round.key) if self._round.current >= 0 and self._round.key in keys else -1
        self._round = _Round(tuple(found), passed, current, self._round.key)
        self.show()

    def _row(self, finding: Finding, key: str) -> CheckRow:
        position = self._position(finding.term_id)
        row = CheckRow(
            key=key,
            section=_SECTION_OF.get(finding.field, TERMS) if finding.term_id is None else TERMS,
            sentence=finding_sentence(self._page.desk.translator, finding, position),
            is_must=finding.level is FindingLevel.MUST,
        )
        fix = self._fix(_Found(row, finding))
        verb = fix.verb if fix is not None else ""
        return CheckRow(row.key, row.section, row.sentence, row.is_must, verb)

    def _unread_row(self, unreadable: Unreadable) -> CheckRow:
        parts = unreadable.key.split(".")
        said = sentence(self._page.desk.translator, unreadable.error)
        position = self._position(UUID(parts[1]))
        told = self._page.desk.translator.text("第 {n} 条：{said}", n=position or 0, said=said)
        return CheckRow(unreadable.key, TERMS, told, is_must=True)

    def _fix(self, found: _Found) -> Fix | None:
        page = self._page
        if found.finding is None or page.folder is None:
            return None
        if found.finding.rule in _AT_THE_PARTY:
            case_id = page.folder.case.id
            say = page.desk.translator.text
            return Fix(say("去概况"), lambda: self._navigator.open_case(case_id, TAB_OVERVIEW))
        fixes = Fixes(page.desk.translator, page.desk.formats, page.today)
        return fixes.of(found.finding, page.entry, page.folder.case)

    def _place_of_focus(self) -> int:
        """Find the row of the field the user is in; else the row F8 stands on; else the first that can."""
        found = self._round.found
        for place, one in enumerate(found):
            if one.row.fix and one.row.key == self._page.focus:
                return place
        if self._round.current >= 0:
            return self._round.current
        return next((place for place, one in enumerate(found) if one.row.fix), -1)

    def _marks(self, rows: tuple[CheckRow, ...]) -> dict[str, FieldMark]:
        marks: dict[str, FieldMark] = {}
        for row in rows:
            is_fresh = any(str(one) in row.key for one in self._page.fresh)
            if row.key not in marks and (not is_fresh or row.key in self._page.seen):
                marks[row.key] = FieldMark(row.is_must, row.sentence)
        return marks

    def _step_words(self) -> str:
        """Say on the filled button what stands before 送签, when it is this draft's button."""
        page = self._page
        if not self.must or page.folder is None or page.agreement is None:
            return ""
        step = page.folder.next_step
        if step.kind is not NextStepKind.ISSUE or step.subject_id != page.agreement.id:
            return ""
        return page.desk.translator.text("改 {n} 处后送签", n=self.must)

    def _position(self, term_id: UUID | None) -> int | None:
        ids = [term.id for term in self._page.entry.terms]
        return ids.index(term_id) + 1 if term_id in ids else None

    def _key_of(self, finding: Finding) -> str:
        term = self._page.entry.term(finding.term_id) if finding.term_id is not None else None
        if term is None:
            return finding.field
        return next(_line_keys(finding, term), f"terms.{term.id}.{finding.field}")


def _line_keys(finding: Finding, term: TermEntry) -> Iterator[str]:
    """Give the field of a line that a finding about lines points at."""
    path = f"terms.{term.id}"
    if finding.entry_id is not None and finding.rule in _LINE_FIELDS:
        yield f"{path}.instalments.{finding.entry_id}.{_LINE_FIELDS[finding.rule]}"
    if finding.rule == "instalment.sum" and term.instalments:
        yield f"{path}.instalments.{term.instalments[-1].id}.amount"
    if finding.rule == "share.sum" and term.shares:
        yield f"{path}.shares.{term.shares[-1].id}.amount"
    if finding.rule == "term.part_missing":
        yield from (
            f"{path}.instalments.{x.id}.amount" for x in term.instalments if not sum_or_none(x.amount)
        )
        yield from (f"{path}.shares.{x.id}.amount" for x in term.shares if not sum_or_none(x.amount))
    if finding.field == "due":
        part = {"on_day": "day", "after_signing": "amount", "on_condition": "condition"}
        yield f"{path}.due.{part.get(term.due.kind.value, 'kind')}"
    if finding.rule == "share.payee_missing":
        yield f"{path}.payee_ids"
