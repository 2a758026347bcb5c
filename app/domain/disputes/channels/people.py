"""How many people may stand for one side in a channel, and how early they are told of a meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.errors import RuleRefusal
from app.domain.values.termed import Termed


class PeopleCount(Termed):
    """Whom a limit counts."""

    ATTENDING = "attending", "参加调解的人员"
    REPRESENTATIVES = "representatives", "推选的代表人"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleLimit:
    """At most so many people for each side, with the article that says so."""

    counts: PeopleCount
    most: int
    says: str
    article: str
    is_verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingNotice:
    """So many days before a meeting the parties are to be told of it, with the article that says so."""

    days: int
    says: str
    article: str
    is_verified: bool


def limit_on(limits: Iterable[PeopleLimit], counts: PeopleCount) -> PeopleLimit | None:
    """Give the limit of one kind."""
    return next((limit for limit in limits if limit.counts is counts), None)


def check_representatives(limit: PeopleLimit | None, parties: tuple[CaseParty, ...]) -> None:
    """Refuse more representatives of one side than the channel allows."""
    chosen = [(party.side, party.id) for party in parties if party.is_group_representative]
    _check(limit, chosen, field="parties")


def check_attending(
    limit: PeopleLimit | None, parties: tuple[CaseParty, ...], present: Iterable[UUID], agents: Iterable[str]
) -> None:
    """Refuse more people of one side in a session than the channel allows.

    ``present`` are parties, ``agents`` the names of agents who came: each counts for whom it acts.
    """
    here, came = set(present), {name.strip() for name in agents}
    people: list[tuple[PartySide, object]] = []
    for party in parties:
        if party.id in here:
            people.append((party.side, party.id))
        people += [(party.side, name) for name in {a.name.strip() for a in party.agents} & came]
    _check(limit, list(dict.fromkeys(people)), field="attending")


def check_invited(limit: PeopleLimit | None, parties: tuple[CaseParty, ...], invited: Iterable[UUID]) -> None:
    """Refuse to invite more people of one side than the channel lets attend."""
    wanted = set(invited)
    _check(limit, [(party.side, party.id) for party in parties if party.id in wanted], field="parties")


def invitable(limit: PeopleLimit | None, parties: tuple[CaseParty, ...]) -> tuple[CaseParty, ...]:
    """Give whom to invite: everybody, or as many of each side as may attend, chosen representatives first."""
    if limit is None:
        return parties
    chosen: set[UUID] = set()
    for side in PartySide:
        ours = sorted((p for p in parties if p.side is side), key=lambda p: not p.is_group_representative)
        chosen |= {party.id for party in ours[: limit.most]}
    return tuple(party for party in parties if party.id in chosen)


def _check(limit: PeopleLimit | None, people: Iterable[tuple[PartySide, object]], *, field: str) -> None:
    if limit is None:
        return
    sides = [side for side, _who in people]
    for side in PartySide:
        if sides.count(side) > limit.most:
            raise RuleRefusal(
                "channel.too_many_people", field=field, side=side.term, counted=limit.counts.term,
                count=sides.count(side), most=limit.most, article=limit.article,
            )  # fmt: skip
