"""Reading one channel of mediation: its paper, its rules, its start conditions and limits of people."""

from __future__ import annotations

import re

from app.archive.ruled.rows import (
    Row,
    count_of,
    day_of,
    member_of,
    members_of,
    table_of,
    tables_of,
    text_of,
    texts_of,
)
from app.domain.disputes.channels.law import RECUSAL
from app.domain.disputes.channels.people import MeetingNotice, PeopleCount, PeopleLimit
from app.domain.disputes.channels.rules import Channel, ChannelFee, ChannelRule, ChannelTopic, SigningWay
from app.domain.disputes.channels.starting import StartCondition, StartRule
from app.domain.disputes.channels.wording import ChannelArticle, ChannelPapers, NoticeTexts, PaperTitle
from app.domain.disputes.periods.triggers import Trigger
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PaperWords

_ARTICLE = re.compile(f"第[一二三四五六七八九十]+条|{RECUSAL}")
_KEYS = frozenset(
    {
        "code", "name", "families", "sources", "dispute_types", "is_default", "mediator", "paper", "paper_by",
        "committee_paper", "fee", "e_signing", "forms", "deadlines", "rules", "start", "people", "notice",
        "papers", "articles", "source", "is_verified", "valid_from", "valid_to",
    }
)  # fmt: skip


def channel_of(row: Row) -> Channel:
    """Read one channel; a key nobody knows is refused, or a mistyped one would loosen a rule unseen."""
    if unknown := row.keys() - _KEYS:
        raise ValueError(f"unknown key {min(unknown)}")
    families, rules = members_of(row, "families", MediationChannel), tables_of(row, "rules")
    if not families or not rules:
        raise TypeError("a channel has a family and rules")
    start, papers, notice = (table_of(row, key) for key in ("start", "papers", "notice"))
    articles = table_of(row, "articles") or {}
    return Channel(
        code=text_of(row, "code"),
        name=text_of(row, "name"),
        families=families,
        sources=members_of(row, "sources", CaseSource),
        dispute_types=texts_of(row, "dispute_types"),
        is_default=row.get("is_default") is True,
        mediator=text_of(row, "mediator"),
        paper=text_of(row, "paper"),
        paper_by=text_of(row, "paper_by"),
        may_issue_agreement=row["committee_paper"] is True,
        fee=member_of(ChannelFee, text_of(row, "fee")),
        signing=member_of(SigningWay, text_of(row, "e_signing")),
        forms=members_of(row, "forms", DocumentKind),
        deadlines=texts_of(row, "deadlines"),
        rules=tuple(_rule(entry) for entry in rules),
        start=None if start is None else _start(start),
        notice=None if notice is None else _notice(notice),
        people=tuple(_limit(entry) for entry in tables_of(row, "people")),
        papers=None if papers is None else _papers(papers),
        articles=tuple(
            ChannelArticle(stands_for=_number(key), article=text_of(articles, key)) for key in articles
        ),
        source=text_of(row, "source"),
        is_verified=row["is_verified"] is True,
        valid_from=day_of(row, "valid_from"),
        valid_to=day_of(row, "valid_to") if "valid_to" in row else None,
    )


def _number(key: str) -> str:
    if not _ARTICLE.fullmatch(key):
        raise ValueError(f"{key} is no article of people's mediation law")
    return key


def _rule(row: Row) -> ChannelRule:
    return ChannelRule(
        topic=member_of(ChannelTopic, text_of(row, "topic")),
        says=text_of(row, "says"),
        article=text_of(row, "article"),
        is_verified=row["is_verified"] is True,
        code=text_of(row, "code") if "code" in row else "",
    )


def _start(row: Row) -> StartRule:
    conditions = tuple(
        StartCondition(code=text_of(entry, "code"), harm=text_of(entry, "harm"), over=text_of(entry, "over"))
        for entry in tables_of(row, "conditions")
    )
    if not conditions or len({entry.code for entry in conditions}) != len(conditions):
        raise ValueError("start conditions must be named, each once")
    return StartRule(
        conditions=conditions,
        binds=row["binds"] is True,
        trigger=member_of(Trigger, text_of(row, "trigger")) if "trigger" in row else None,
        says=text_of(row, "says"),
        article=text_of(row, "article"),
        is_verified=row["is_verified"] is True,
    )


def _papers(row: Row) -> ChannelPapers:
    titles, notice, agreement = (table_of(row, key) for key in ("titles", "notice", "agreement"))
    if not titles or notice is None:
        raise TypeError("papers have titles and a notice")
    told = texts_of(agreement or {}, "told")
    if ("agreement" in titles) is not bool(told):
        raise ValueError("an agreement says what its effect is, and no other paper does")
    return ChannelPapers(
        named=tuple(
            PaperTitle(kind=member_of(DocumentKind, kind), title=text_of(titles, kind)) for kind in titles
        ),
        words=PaperWords(
            host=text_of(row, "host"), mediator=text_of(row, "mediator"), act=text_of(row, "act"),
            basis=text_of(row, "basis"), ending="",
        ),
        is_by_another=row["is_by_another"] is True,
        notice=NoticeTexts(
            principles=texts_of(notice, "principles"),
            rights=texts_of(notice, "rights"),
            duties=texts_of(notice, "duties"),
            effects=texts_of(notice, "effects"),
        ),
        told_in_agreement=told,
        source=text_of(row, "source"),
        is_verified=row["is_verified"] is True,
    )  # fmt: skip


def _notice(row: Row) -> MeetingNotice:
    return MeetingNotice(
        days=count_of(row, "days"),
        says=text_of(row, "says"),
        article=text_of(row, "article"),
        is_verified=row["is_verified"] is True,
    )


def _limit(row: Row) -> PeopleLimit:
    return PeopleLimit(
        counts=member_of(PeopleCount, text_of(row, "counts")),
        most=count_of(row, "most"),
        says=text_of(row, "says"),
        article=text_of(row, "article"),
        is_verified=row["is_verified"] is True,
    )
