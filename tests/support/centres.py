"""A small centre at work: real services over a real database, with a renderer that needs no fonts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from app.archive.data_folder import DataFolder
from app.archive.resources import resource_path
from app.archive.rules import load_rules
from app.bootstrap import build_services
from app.documents.kinds import Contents
from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.cases import Case, MediatorRole
from app.domain.duties.rules import Rules
from app.domain.errors import StorageRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.proofs.pages import PageProof, PageProver
from app.domain.mediation.sessions import SessionResult
from app.domain.people.organisations import Organisation
from app.domain.people.staff import StaffMember, StaffRole
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.terms import Term
from app.domain.trust.actors import SYSTEM, Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.plain import to_json
from app.persistence.store import Store
from app.services.disputes.intake import Intake
from app.services.services import Services
from app.services.trust.settings import FirstStart
from tests.support.builders import (
    a_committee,
    a_mediator,
    a_member,
    a_payment,
    a_signature,
    consents,
    some_parties,
)
from tests.support.snapshots import remembered

NOT_IN_ANY_FONT = "\U0010fffd"


@dataclass(frozen=True, slots=True)
class PlainPage:
    """What the plain renderer draws."""

    pdf: bytes
    pages: int
    proofs: tuple[PageProof, ...] = ()


@dataclass(frozen=True, slots=True)
class PlainMissing:
    """A character the plain renderer cannot draw."""

    character: str
    field: str


class PlainRenderer:
    """Draws the frozen contents as their own JSON; ``is_broken`` makes the disk refuse every page."""

    def __init__(self) -> None:
        self.is_broken = False
        self.drawn = 0

    def render(self, contents: Contents, *, is_draft: bool, prover: PageProver | None = None) -> PlainPage:
        """Draw contents; drafts are marked, an issue is proven as one page."""
        if self.is_broken:
            raise StorageRefusal("disk.full", path="files")
        self.drawn += 1
        mark = "draft" if is_draft else "issued"
        text = f"{mark} {contents.kind} {to_json(contents)}"
        proofs = () if prover is None else (prover.prove(1, 1, text).proof,)
        return PlainPage(f"%PDF {text}".encode(), 1, proofs)

    def missing_characters(self, contents: Contents) -> tuple[PlainMissing, ...]:
        """Find the one character that no font here has."""
        found = NOT_IN_ANY_FONT in to_json(contents)
        return (PlainMissing(NOT_IN_ANY_FONT, "facts"),) if found else ()

    def carried(self, contents: Contents) -> frozenset[str]:
        """Say that plain pages carry all: what drawing loses is tested with the real renderer."""
        return frozenset({contents.kind.value})


@cache
def program_rules() -> Rules:
    """Load the rules the program ships; they are frozen."""
    return load_rules(resource_path("rules"))


@dataclass(frozen=True, slots=True)
class Centre:
    """A committee with a registrar, two mediators and a recorder; each method takes a case one step on."""

    services: Services
    store: Store
    folder: Path
    clock: Clock
    renderer: PlainRenderer
    committee: Organisation
    registrar: StaffMember
    mediator: StaffMember
    recorder: StaffMember

    @property
    def actor(self) -> Actor:
        """Who acts in tests."""
        return self.registrar.actor

    @property
    def today(self) -> date:
        """The day of the clock."""
        return local_day(self.clock.now())

    @remembered
    def set_up(self) -> None:
        """Do the first start."""
        staff = (self.registrar, self.mediator, self.recorder)
        first = FirstStart(organisation=self.committee, staff=staff, me=self.registrar.id)
        self.services.settings.set_up(first, actor=SYSTEM)

    def intake(self, parties: int | tuple[CaseParty, ...] = 2, **given: object) -> Intake:
        """Make an intake of this committee; ``given`` replaces any field."""
        told = Intake(
            dispute_type="neighbours",
            facts="楼上漏水，楼下墙面受损。",
            requests="请求赔偿损失。",
            organisation_id=self.committee.id,
            parties=some_parties(parties) if isinstance(parties, int) else parties,
        )
        return replace(told, **given)  # type: ignore[arg-type]  # the caller names fields of Intake

    @remembered
    def registered(self, parties: int | tuple[CaseParty, ...] = 2, **given: object) -> Case:
        """Register a case."""
        return self.services.registration.register(self.intake(parties, **given), actor=self.actor).value

    @remembered
    def accepted(self, parties: int = 2, **given: object) -> Case:
        """Register a case, record everybody's consent, accept it."""
        case = self.registered(parties, **given)
        for inquiry in consents(case, self.today):
            done = self.services.cases.record_consent(
                case.id, inquiry, actor=self.actor, version=case.version
            )
            case = done.value
        return self.services.cases.accept(case.id, self.today, actor=self.actor, version=case.version).value

    @remembered
    def assigned(self, parties: int = 2, **given: object) -> Case:
        """Accept a case, appoint mediator and recorder, serve the rights notice."""
        case = self.accepted(parties, **given)
        staff = (
            a_mediator(self.mediator, on=self.today),
            a_mediator(self.recorder, MediatorRole.RECORDER, self.today),
        )
        case = self.services.cases.assign(case.id, staff, actor=self.actor, version=case.version).value
        return self.services.cases.serve_rights_notice(
            case.id, self.today, actor=self.actor, version=case.version
        ).value

    @remembered
    def mediating(self, parties: int = 2) -> Case:
        """Assign a case and finish its first session."""
        case = self.assigned(parties)
        session = replace(
            self.services.mediation.new_session(case.id),
            record="双方陈述了经过。",
            rights_told=True,
            result=SessionResult.AGREED,
        )
        self.services.mediation.finish(session, actor=self.actor)
        return self.case(case.id)

    @remembered
    def drafted(self, parties: int = 2, *terms: Term) -> MediationAgreement:
        """Mediate a case and draft an agreement that may be issued."""
        case = self.mediating(parties)
        draft = self.services.settlements.new_agreement(case.id, actor=self.actor).value
        payment = a_payment(case.parties[1], case.parties[0])
        return self.services.settlements.save(
            replace(draft, terms=terms or (payment,)), actor=self.actor
        ).value

    @remembered
    def issued(self, parties: int = 2) -> tuple[MediationAgreement, IssuedDocument]:
        """Draft an agreement and issue it."""
        draft = self.drafted(parties)
        document = self.services.settlements.issue(draft.id, actor=self.actor, version=draft.version).value
        return self.services.settlements.agreement(draft.id), document

    def signed(self, agreement: MediationAgreement, on: date | None = None) -> MediationAgreement:
        """Sign an agreement in every required place on one day."""
        settlements = self.services.settlements
        for place in settlements.places(agreement):
            if place.is_required and place.signature is None:
                signature = a_signature(place.role, place.signer_id, place.name, on or self.today)
                done = settlements.sign(agreement.id, signature, actor=self.actor, version=agreement.version)
                agreement = done.value
        return agreement

    @remembered
    def effective(self, parties: int = 2) -> Case:
        """Issue an agreement and sign it everywhere."""
        agreement, _ = self.issued(parties)
        self.signed(agreement)
        return self.case(agreement.case_id)

    @remembered
    def performed(self, parties: int = 2) -> Case:
        """Bring an agreement into effect and record that it was performed."""
        case = self.effective(parties)
        return self.services.cases.perform(
            case.id, self.today, "收条", actor=self.actor, version=case.version
        ).value

    def case(self, case_id: UUID) -> Case:
        """Read a case."""
        return self.services.cases.folder(case_id).case


@cache
def _founders() -> tuple[Organisation, StaffMember, StaffMember, StaffMember]:
    committee = a_committee()
    return (
        committee,
        a_member(committee, "巴合提古丽", StaffRole.REGISTRAR),
        a_member(committee, "赵永安"),
        a_member(committee, "李娟", StaffRole.RECORDER),
    )


def open_centre_at(store: Store, data_folder: Path, clock: Clock) -> Centre:
    """Build the services over an empty database and set the centre up."""
    renderer = PlainRenderer()
    committee, registrar, mediator, recorder = _founders()
    centre = Centre(
        services=build_services(store, DataFolder(data_folder), clock, program_rules(), renderer),
        store=store,
        folder=data_folder,
        clock=clock,
        renderer=renderer,
        committee=committee,
        registrar=registrar,
        mediator=mediator,
        recorder=recorder,
    )
    centre.set_up()
    return replace(centre, committee=centre.services.people.organisation(committee.id))
