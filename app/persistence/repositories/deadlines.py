"""What a centre set over the shipped rules, kept with history; and the stamp that tells when it changed."""

from __future__ import annotations

from uuid import UUID

from app.domain.duties.deadlines.holidays import HolidayNotice
from app.domain.duties.deadlines.local_periods import LocalPeriod
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.local import LocalWording
from app.domain.settlements.check.book import CheckSettings
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.filing import WordingRow
from app.persistence.rows.settlements import CheckSettingsRow
from app.persistence.rows.watch.deadlines import HolidayNoticeRow, LocalPeriodRow


class HolidayRepository(Repository[HolidayNotice]):
    """Notices of holidays, one for a year."""

    kind = "holidays"
    _row = HolidayNoticeRow
    _entity = HolidayNotice

    def of_year(self, year: int) -> HolidayNotice | None:
        """Give the notice of a year, or None where the shipped calendar stands."""
        found = self._where(HolidayNoticeRow.year == year)
        return found[0] if found else None


class LocalPeriodRepository(Repository[LocalPeriod]):
    """The centre's own periods, one for a rule."""

    kind = "local_period"
    _row = LocalPeriodRow
    _entity = LocalPeriod

    def of_rule(self, rule_id: str) -> LocalPeriod | None:
        """Give the centre's own period of a rule, or None where the shipped one stands."""
        found = self._where(LocalPeriodRow.rule_id == rule_id)
        return found[0] if found else None


class CheckSettingsRepository(Repository[CheckSettings]):
    """What organisations set over the rules of the agreement check, one for an organisation."""

    kind = "check_settings"
    _row = CheckSettingsRow
    _entity = CheckSettings

    def of_organisation(self, organisation_id: UUID) -> CheckSettings | None:
        """Give what an organisation set, or None where the shipped rules stand."""
        found = self._where(CheckSettingsRow.organisation_id == organisation_id)
        return found[0] if found else None


class WordingRepository(Repository[LocalWording]):
    """What organisations word for themselves on their papers, one for a block."""

    kind = "wording"
    _row = WordingRow
    _entity = LocalWording

    def of_organisation(self, organisation_id: UUID) -> tuple[LocalWording, ...]:
        """Give all of an organisation."""
        return self._where(WordingRow.organisation_id == organisation_id)

    def of_block(self, organisation_id: UUID, kind: DocumentKind, block: str) -> LocalWording | None:
        """Give what an organisation set for one block, or None where it never did."""
        found = self._where(
            WordingRow.organisation_id == organisation_id, WordingRow.kind == kind, WordingRow.block == block
        )
        return found[0] if found else None
