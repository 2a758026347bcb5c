"""Refusals name the law of the channel their case runs in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from app.domain.disputes.channels.law import rest_on_law_of
from app.domain.disputes.channels.rules import Channel
from app.domain.duties.rules import Rules
from app.domain.errors import DomainError, NotFound
from app.persistence.work import UnitOfWork


@contextmanager
def in_its_law(work: UnitOfWork, rules: Rules, case_id: UUID | None) -> Iterator[None]:
    """Let what is refused in the block cite the law of the case's channel instead of people's mediation law.

    The block belongs inside the unit of work; nothing is read unless something is refused.
    """
    try:
        yield
    except DomainError as refused:
        if case_id is not None and "article" in refused.facts:
            rest_on_law_of(_channel_of_id(work, rules, case_id), refused)
        raise


def _channel_of_id(work: UnitOfWork, rules: Rules, case_id: UUID) -> Channel | None:
    try:
        return rules.channel_of(work.cases.get(case_id))
    except NotFound:
        return None
