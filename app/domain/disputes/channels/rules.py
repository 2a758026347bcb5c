"""One channel of mediation as a dated row: its paper and effect, its fee, its limits and special rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.domain.disputes.channels.people import MeetingNotice, PeopleLimit
from app.domain.disputes.channels.starting import StartRule
from app.domain.disputes.channels.wording import ChannelArticle, ChannelPapers
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.values.termed import Termed

PERSONAL_STATUS_TYPES = ("marriage_family",)
"""Disputes whose papers touch personal status: 电子签名法 art. 3 excludes them from electronic signing."""
MEDICAL_PENDING = "medical_pending"


class ChannelTopic(Termed):
    """What a rule of a channel is about."""

    MEDIATOR = "mediator", "谁来调解"
    PAPER = "paper", "结果文书"
    EFFECT = "effect", "效力"
    FEE = "fee", "收费"
    REFUSAL = "refusal", "不得受理"
    SPECIAL = "special", "特别规定"


class ChannelFee(Termed):
    """Whether mediation in a channel costs the parties anything, and who takes it."""

    NONE = "none", "不收费"
    COURT = "court", "法院收受理费"
    ARBITRATION = "arbitration", "收仲裁费"
    MAY_CHARGE = "may_charge", "可以收费"


class SigningWay(Termed):
    """How the paper of a channel may be signed."""

    ALLOWED = "allowed", "可以约定电子签名"
    BY_HAND = "by_hand", "亲笔签名"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRule:
    """One rule of a channel with its article; ``code`` names those the program itself acts on."""

    topic: ChannelTopic
    says: str
    article: str
    is_verified: bool
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A channel as it stands from a day on; later rows of the same code take its place.

    ``families`` are those of the four linked channels whose cases it takes, its own first.
    ``deadlines`` are ids of the deadline catalogue, ``start`` says from when mediation may begin,
    ``people`` how many may stand for one side, ``notice`` how early they are told of a meeting,
    ``papers`` how forms are called and worded where they are not those of people's mediation,
    ``articles`` which of its own stand in place of people's mediation law.
    ``may_issue_agreement`` is True only where the committee's own agreement is the paper of this
    channel (协议书不是调解书).
    """

    code: str
    name: str
    families: tuple[MediationChannel, ...]
    sources: tuple[CaseSource, ...] = ()
    dispute_types: tuple[str, ...] = ()
    is_default: bool = False
    mediator: str
    paper: str
    paper_by: str
    may_issue_agreement: bool
    fee: ChannelFee
    signing: SigningWay
    forms: tuple[DocumentKind, ...]
    deadlines: tuple[str, ...]
    rules: tuple[ChannelRule, ...]
    start: StartRule | None = None
    people: tuple[PeopleLimit, ...] = ()
    notice: MeetingNotice | None = None
    papers: ChannelPapers | None = None
    articles: tuple[ChannelArticle, ...] = ()
    source: str
    is_verified: bool
    valid_from: date
    valid_to: date | None = None

    @property
    def family(self) -> MediationChannel:
        """Give the family whose statistics a case of this channel belongs to."""
        return self.families[0]

    @property
    def is_only_chosen(self) -> bool:
        """Tell whether nothing but people's choice leads a case into this channel."""
        return not self.sources and not self.dispute_types and not self.is_default

    def rule(self, code: str) -> ChannelRule | None:
        """Find a rule the program acts on."""
        return next((rule for rule in self.rules if rule.code == code), None)

    def about(self, topic: ChannelTopic) -> tuple[ChannelRule, ...]:
        """Give the rules about one thing."""
        return tuple(rule for rule in self.rules if rule.topic is topic)

    def is_in_force(self, on: date) -> bool:
        """Tell whether the row holds on a day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def takes(self, family: MediationChannel, source: CaseSource, dispute_type: str) -> bool:
        """Tell whether a case of this kind falls into the channel unless people choose another."""
        if family not in self.families:
            return False
        is_named = source in self.sources or dispute_type in self.dispute_types
        is_plain_default = self.is_default and family is self.family
        fits = (not self.sources or source in self.sources) and (
            not self.dispute_types or dispute_type in self.dispute_types
        )
        return (is_named and fits) or is_plain_default

    def signing_for(self, dispute_type: str) -> SigningWay:
        """Give how its paper may be signed: whatever touches personal status only by hand."""
        return SigningWay.BY_HAND if dispute_type in PERSONAL_STATUS_TYPES else self.signing


class Channels:
    """All channels, found by code and day, or by what a case is."""

    def __init__(self, rows: Iterable[Channel]) -> None:
        self.rows = tuple(rows)

    def in_force(self, on: date) -> tuple[Channel, ...]:
        """Give one row for each code, as it stands on a day."""
        latest = {row.code: row for row in sorted(self.rows, key=lambda row: row.valid_from)
                  if row.is_in_force(on)}  # fmt: skip
        return tuple(latest[code] for code in dict.fromkeys(row.code for row in self.rows) if code in latest)

    def of(self, code: str, on: date) -> Channel | None:
        """Give the channel of a code as it stands on a day; None for an unknown one or before its law."""
        return next((row for row in self.in_force(on) if row.code == code), None)

    def ruling(self, code: str, dispute_type: str, on: date) -> Channel | None:
        """Give the channel of a case with the special rules that its type brings along.

        Who sent a dispute decides its channel before its type does; a medical dispute from the police is
        medical all the same. Only rows of the same family and the same kind of paper lend their rules.
        """
        row = self.of(code, on)
        if row is None or dispute_type in row.dispute_types:
            return row
        for other in self.in_force(on):
            if dispute_type in other.dispute_types and _lends_rules(other, row):
                known = {rule.code for rule in row.rules}
                lent = tuple(rule for rule in other.rules if rule.code and rule.code not in known)
                is_warning = other.start is not None and not other.start.binds
                start = other.start if row.start is None and is_warning else row.start
                return replace(row, rules=(*row.rules, *lent), start=start)
        return row

    def proposed(
        self, family: MediationChannel, source: CaseSource, dispute_type: str, on: date
    ) -> Channel | None:
        """Propose the narrowest channel of a family: who sent the case goes before its type."""
        fitting = [row for row in self.in_force(on) if row.takes(family, source, dispute_type)]
        return max(
            fitting,
            key=lambda row: (source in row.sources, dispute_type in row.dispute_types, row.is_default),
            default=None,
        )

    def settled(
        self,
        code: str,
        family: MediationChannel,
        source: CaseSource,
        dispute_type: str,
        on: date,
    ) -> tuple[MediationChannel, str]:
        """Give family and code for a case: what people chose, else what is proposed for the family.

        A chosen channel keeps the family where it serves that too; otherwise the family is its own.
        """
        if code:
            chosen = self.needed(code, on)
            return (family if family in chosen.families else chosen.family), chosen.code
        proposed = self.proposed(family, source, dispute_type, on)
        return family, "" if proposed is None else proposed.code

    def needed(self, code: str, on: date) -> Channel:
        """Give a channel people chose; InvalidInput ``channel.unknown`` for one not in force."""
        found = self.of(code, on)
        if found is None:
            raise InvalidInput("channel.unknown", field="channel_code", typed=code)
        return found


def _lends_rules(other: Channel, row: Channel) -> bool:
    has_same_paper = other.may_issue_agreement is row.may_issue_agreement
    return has_same_paper and bool(set(other.families) & set(row.families))


def check_nothing_pending(channel: Channel | None, *, is_pending: bool) -> None:
    """Refuse a medical dispute that a court or the health department already took (条例 art. 31)."""
    rule = channel.rule(MEDICAL_PENDING) if channel is not None else None
    if rule is not None and is_pending:
        raise RuleRefusal("channel.medical_pending", article=rule.article, field="is_pending")
