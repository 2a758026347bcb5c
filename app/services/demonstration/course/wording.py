"""The one sentence the demo's committee words for itself: what its invitations ask of whoever cannot come."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.places import BlockPlace
from app.domain.people.staff import StaffMember
from app.services.services import Services

_TEXT = "{出具单位}受理的“{纠纷名称}”，{改期}请您按下列时间、地点参加调解；不能按时到场的，请提前来电："


def word_invitations(services: Services, own: UUID, today: date, registrar: StaffMember) -> None:
    """Put the committee's own opening of 调解通知书 in force from today on."""
    place = BlockPlace(own, DocumentKind.MEDIATION_NOTICE, "opening")
    services.wordings.set_text(place, _TEXT, today, actor=registrar.actor, version=0)
