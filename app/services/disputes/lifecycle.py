"""The life of a case beside its ordinary steps, as one service."""

from __future__ import annotations

from app.services.disputes.archiving import Archiving
from app.services.disputes.channels.changing import ChannelChanging
from app.services.disputes.channels.facts import ChannelFacts
from app.services.disputes.side_exits import SideExits
from app.services.settlements.oral import OralAgreements


class LifecycleService(SideExits, Archiving, ChannelChanging, ChannelFacts, OralAgreements):
    """Side exits, links, oral agreements, archive, reopening, undoing; one transaction each."""
