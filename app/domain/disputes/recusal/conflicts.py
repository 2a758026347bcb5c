"""Finding what may stand between a mediator and the people of a case; pure, and never a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.recusal.findings import (
    ConflictFact,
    ConflictFinding,
    ConflictGround,
    ConflictStrength,
    PastCase,
)
from app.domain.people.relations import RelationKind
from app.domain.people.staff import StaffMember

_G, _F, _S = ConflictGround, ConflictFact, ConflictStrength
_LEAST_ADDRESS = 6
"""Shorter addresses (克拉玛依) name a town: everybody lives there."""
_ORDER = {strength: place for place, strength in enumerate(ConflictStrength)}
_Found = tuple[ConflictFact, ConflictGround, ConflictStrength, str]


@dataclass(frozen=True, slots=True)
class _Subject:
    """A party or agent as far as it can be compared; ``record_ids`` are those of the register."""

    name: str
    phone: str
    address: str
    workplace: str
    is_organisation: bool
    record_id: UUID | None


def conflicts(
    member: StaffMember, case: Case, past: tuple[PastCase, ...] = ()
) -> tuple[ConflictFinding, ...]:
    """Give everything found about one member of staff in one case, the gravest first.

    ``past`` are earlier cases of this member and these parties. All three statutory grounds are
    looked for; what only coincides (a name, a phone, an address) asks to be verified.
    """
    found = [
        ConflictFinding(
            staff_id=member.id,
            staff_name=member.name,
            subject_name=subject.name,
            ground=ground,
            fact=fact,
            strength=strength,
            note=note,
        )
        for subject in _subjects(case)
        for fact, ground, strength, note in (
            *_person(member, subject),
            *_declared(member, subject),
            *_places(member, subject),
            *_past(member, subject, past),
        )
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: _ORDER[finding.strength]))


def standing(findings: tuple[ConflictFinding, ...], case: Case) -> tuple[ConflictFinding, ...]:
    """Give the findings that stop an appointment: grave, and not waived by every party after disclosure."""
    return tuple(
        finding
        for finding in findings
        if finding.strength is ConflictStrength.MUST_RECUSE and not case.is_waived(finding.staff_id)
    )


def _subjects(case: Case) -> Iterator[_Subject]:
    for party in case.parties:
        yield _Subject(
            party.name, party.phone, party.address, party.workplace, not party.is_person, party.record_id
        )
        if party.legal_representative:
            yield _Subject(party.legal_representative, "", "", "", is_organisation=False, record_id=None)
        for agent in party.agents:
            yield _Subject(
                agent.name, agent.phone, agent.address, agent.workplace, is_organisation=False, record_id=None
            )


def _person(member: StaffMember, subject: _Subject) -> Iterator[_Found]:
    same_name = not subject.is_organisation and _same(member.name, subject.name)
    same_phone = _same(member.phone, subject.phone)
    if same_name and same_phone:
        yield _F.SAME_PERSON, _G.PARTY_OR_KIN, _S.MUST_RECUSE, ""
    elif same_name:
        yield _F.SAME_NAME, _G.PARTY_OR_KIN, _S.VERIFY, ""
    elif same_phone:
        yield _F.SAME_PHONE, _G.OTHER_RELATION, _S.VERIFY, ""


def _declared(member: StaffMember, subject: _Subject) -> Iterator[_Found]:
    for relation in member.relations:
        if not _same(relation.name, subject.name):
            continue
        if relation.phone and subject.phone and relation.phone != subject.phone:
            continue  # somebody else of the same name
        if relation.kind.is_close:
            yield _F.DECLARED, _G.PARTY_OR_KIN, _S.MUST_RECUSE, relation.word
        elif relation.kind is RelationKind.STAKE:
            yield _F.DECLARED, _G.INTEREST, _S.MUST_RECUSE, relation.word
        else:
            yield _F.DECLARED, _G.OTHER_RELATION, _S.DISCLOSE, relation.word


def _places(member: StaffMember, subject: _Subject) -> Iterator[_Found]:
    if len(member.address.strip()) >= _LEAST_ADDRESS and _same(member.address, subject.address):
        yield _F.SAME_ADDRESS, _G.OTHER_RELATION, _S.VERIFY, ""
    if subject.is_organisation and _same(member.workplace, subject.name):
        yield _F.OWN_WORKPLACE, _G.OTHER_RELATION, _S.DISCLOSE, ""
    elif _same(member.workplace, subject.workplace):
        yield _F.SAME_WORKPLACE, _G.OTHER_RELATION, _S.DISCLOSE, subject.workplace


def _past(member: StaffMember, subject: _Subject, past: tuple[PastCase, ...]) -> Iterator[_Found]:
    for earlier in past:
        if (
            earlier.staff_id != member.id
            or subject.record_id is None
            or earlier.record_id != subject.record_id
        ):
            continue
        if earlier.was_party:
            yield _F.WAS_OPPONENT, _G.OTHER_RELATION, _S.DISCLOSE, earlier.intake_number
        else:
            yield _F.MEDIATED_BEFORE, _G.OTHER_RELATION, _S.VERIFY, earlier.intake_number


def _same(one: str, other: str) -> bool:
    return bool(one.strip()) and "".join(one.split()) == "".join(other.split())
