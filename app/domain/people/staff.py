"""The people who work here: mediators, registrars, recorders and directors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.people.relations import DeclaredRelation
from app.domain.trust.actors import Actor
from app.domain.values.sex import Sex
from app.domain.values.termed import Termed


class StaffRole(Termed):
    """What a member of staff may be asked to do; one person often has several roles."""

    MEDIATOR = "mediator", "调解员"
    REGISTRAR = "registrar", "登记员"
    RECORDER = "recorder", "记录人"
    DIRECTOR = "director", "中心主任"


class Engagement(Termed):
    """Full-time or part-time service as a mediator."""

    FULL_TIME = "full_time", "专职"
    PART_TIME = "part_time", "兼职"


class ResidencyMode(Termed):
    """The four ways a centre is staffed."""

    RESIDENT = "resident", "固定常驻"
    ROTATING = "rotating", "动态轮驻"
    ON_CALL = "on_call", "因需随驻"
    DISPATCHED = "dispatched", "定期派驻"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """One person on the roster; mediators are members or appointees of a committee (art. 13).

    ``workplace`` is where a part-time mediator works otherwise; ``relations`` are those declared
    beforehand, so that an appointment can be checked (``app.domain.disputes.recusal``).
    """

    id: UUID
    version: int = 0
    name: str
    organisation_id: UUID
    studio_id: UUID | None = None
    roles: tuple[StaffRole, ...] = (StaffRole.MEDIATOR,)
    sex: Sex | None = None
    ethnicity: str = ""
    birth_date: date | None = None
    phone: str = ""
    address: str = ""
    workplace: str = ""
    relations: tuple[DeclaredRelation, ...] = ()
    engagement: Engagement = Engagement.FULL_TIME
    residency: ResidencyMode = ResidencyMode.RESIDENT
    grade: str = ""
    languages: tuple[str, ...] = ()
    specialties: tuple[str, ...] = ()
    appointed_on: date | None = None
    left_on: date | None = None

    @property
    def is_mediator(self) -> bool:
        """Tell whether this person may mediate."""
        return StaffRole.MEDIATOR in self.roles

    @property
    def actor(self) -> Actor:
        """Give the actor that writes made by this person are recorded under."""
        return Actor(id=self.id, name=self.name)
