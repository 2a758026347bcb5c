"""Centres and people's mediation committees, with the studios that belong to a committee."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.values.termed import Termed


class OrganisationKind(Termed):
    """What an organisation is in law; only a committee has a seal for agreements (人民调解法 art. 29)."""

    COMMITTEE = "committee", "人民调解委员会"
    CENTRE = "centre", "矛盾纠纷多元化解中心"
    AGENCY = "agency", "行政机关"
    COURT = "court", "人民法院"


class CommitteeKind(Termed):
    """The six kinds of committee that the ministry's statistics count apart."""

    VILLAGE = "village", "村人民调解委员会"
    RESIDENTS = "residents", "居民人民调解委员会"
    TOWNSHIP = "township", "乡镇人民调解委员会"
    SUBDISTRICT = "subdistrict", "街道人民调解委员会"
    ENTERPRISE = "enterprise", "企事业单位人民调解委员会"
    SOCIAL = "social", "社会团体和其他组织人民调解委员会"


@dataclass(frozen=True, slots=True, kw_only=True)
class MediationStudio:
    """A room or named studio; it belongs to a committee and has no seal of its own.

    It is a column of the calendar. ``seats`` is 0 where nobody counted them.
    """

    id: UUID
    name: str
    address: str = ""
    seats: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A committee or centre that handles cases.

    ``number_code`` is the short form used inside document numbers (石社).
    ``confirming_court`` is the basic court of the place (民事诉讼法 art. 205).
    """

    id: UUID
    version: int = 0
    kind: OrganisationKind = OrganisationKind.COMMITTEE
    committee_kind: CommitteeKind | None = None
    name: str
    number_code: str
    tier: str = ""
    address: str = ""
    phone: str = ""
    confirming_court: str = ""
    studios: tuple[MediationStudio, ...] = ()

    def studio(self, studio_id: UUID | None) -> MediationStudio | None:
        """Find one of this committee's studios."""
        return next((studio for studio in self.studios if studio.id == studio_id), None)
