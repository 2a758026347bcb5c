"""First start, number patterns, preferences, and where the data are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.archive.data_folder import DataFolder
from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.documents import IssuedNumber
from app.domain.filing.kinds import DEFAULT_PATTERNS, NumberSeries
from app.domain.people.organisations import Organisation
from app.domain.people.staff import StaffMember
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.numbering import NumberPattern
from app.persistence.store import Store
from app.services.done import Done
from app.services.people.registers import check_organisation, check_staff
from app.services.transactions.looking import look

EXAMPLES = (1, 2, 1000)
"""The sequence numbers a pattern is shown with: a number beyond 999 must not surprise anybody."""
SERIES_WITHOUT_YEAR = 0
"""The year under which a series runs on whose pattern does not name the year."""
_ME = "me@"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStart:
    """What the wizard asks: whose committee with its studios, who works here, and who of them sits here."""

    organisation: Organisation
    staff: tuple[StaffMember, ...]
    me: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFolderInfo:
    """Where the data are and how much of them; sizes in bytes."""

    path: Path
    backend: str
    size: int
    free: int
    case_count: int


class SettingsService:
    """Keeps what the centre and its users set for themselves."""

    def __init__(self, store: Store, clock: Clock, folder: DataFolder) -> None:
        self._store = store
        self._clock = clock
        self._folder = folder

    # first start
    def is_set_up(self) -> bool:
        """Tell whether anybody works here yet."""
        with look(self._store) as work:
            return bool(work.organisations.all()) and bool(work.staff.all())

    def set_up(self, first: FirstStart, *, actor: Actor) -> Done[StaffMember]:
        """Set the centre up once, all or nothing; RuleRefusal ``settings.already_set_up`` the second time."""
        check_organisation(first.organisation)
        for member in first.staff:
            check_staff(member)
            if member.organisation_id != first.organisation.id:
                raise InvalidInput("staff.of_another_committee", field="staff", name=member.name)
            if member.studio_id is not None and first.organisation.studio(member.studio_id) is None:
                raise InvalidInput("staff.studio_of_another_committee", field="staff", name=member.name)
        if first.me not in {member.id for member in first.staff}:
            raise InvalidInput("settings.me_missing", field="me")
        with self._store.unit_of_work(actor) as work:
            if work.organisations.all() or work.staff.all():
                raise RuleRefusal("settings.already_set_up")
            work.organisations.add(first.organisation, act="organisation.added")
            added = [work.staff.add(member, act="staff.added") for member in first.staff]
            work.preferences.put(None, self._me_key, str(first.me))
            me = next(member for member in added if member.id == first.me)
            return Done(me, work.commit())

    def me(self) -> StaffMember | None:
        """Give who was last at this computer and login, or None; several computers may share a database."""
        with look(self._store) as work:
            kept = work.preferences.get(None, self._me_key)
            return None if kept is None else work.staff.find(UUID(kept))

    def switch_to(self, staff_id: UUID, *, actor: Actor) -> Done[StaffMember]:
        """Note who now sits at this computer and login."""
        with self._store.unit_of_work(actor) as work:
            member = work.staff.get(staff_id)
            work.preferences.put(None, self._me_key, str(staff_id))
            return Done(member, work.commit())

    # numbering
    def patterns(self, organisation_id: UUID) -> dict[NumberSeries, str]:
        """Give the pattern of every series: the organisation's own, else the default."""
        with look(self._store) as work:
            return {**DEFAULT_PATTERNS, **work.numbers.patterns(organisation_id)}

    def set_pattern(
        self, organisation_id: UUID, series: NumberSeries, text: str, *, actor: Actor
    ) -> Done[str]:
        """Set the pattern of a series; InvalidInput ``number_pattern…`` for one that cannot number."""
        pattern = NumberPattern.parse(text).text
        with self._store.unit_of_work(actor) as work:
            work.organisations.get(organisation_id)
            work.numbers.set_pattern(organisation_id, series, pattern)
            return Done(pattern, work.commit())

    def next_numbers(self, text: str, number_code: str) -> tuple[str, ...]:
        """Show what numbers a pattern gives this year; takes none of them."""
        pattern = NumberPattern.parse(text)
        year = local_day(self._clock.now()).year
        return tuple(pattern.format(year, number_code, sequence) for sequence in EXAMPLES)

    def numbers(self, organisation_id: UUID, series: NumberSeries, year: int) -> tuple[IssuedNumber, ...]:
        """Give the numbers a series has taken in a year, in order, the voided ones with their reasons.

        A series whose pattern does not name the year counts on for ever: it answers for every year.
        """
        with look(self._store) as work:
            text = {**DEFAULT_PATTERNS, **work.numbers.patterns(organisation_id)}[series]
            counted = year if "year" in NumberPattern.parse(text).fields else SERIES_WITHOUT_YEAR
            return work.numbers.of_series(series, organisation_id, counted)

    # preferences
    def preference(self, user_id: UUID | None, key: str) -> str | None:
        """Give a setting of a user, or of the installation for None."""
        with look(self._store) as work:
            return work.preferences.get(user_id, key)

    def put_preference(self, user_id: UUID | None, key: str, value: str, *, actor: Actor) -> Done[str]:
        """Keep a setting of a user, or of the installation for None."""
        with self._store.unit_of_work(actor) as work:
            work.preferences.put(user_id, key, value)
            return Done(value, work.commit())

    # data folder
    def data_folder(self) -> DataFolderInfo:
        """Tell where the data are, how large they are and how much room is left."""
        with self._store.reads() as reads:
            cases = reads.cases.count(CaseFilter(view=CaseView.ALL), local_day(self._clock.now()))
        return DataFolderInfo(
            path=self._folder.path,
            backend=self._store.backend,
            size=self._folder.size(),
            free=self._folder.free(),
            case_count=cases,
        )

    @property
    def _me_key(self) -> str:
        return f"{_ME}{self._folder.workstation}"
