"""The law of a channel: which article stands there in place of one of people's mediation law.

What is said of a case is written with the articles of people's mediation law, which rules wherever a
committee mediates. Elsewhere that law says nothing: its article gives way to the channel's own, and
where the channel has none, the reason stands without an article.
"""

from __future__ import annotations

import re

from app.domain.disputes.channels.rules import Channel
from app.domain.errors import DomainError

PEOPLES_LAW = "人民调解法"
RECUSAL = "回避"
"""Stands for the article on recusal: people's mediation law has none, the courts' rules do."""
RECUSAL_IN_COURT = "最高人民法院关于人民法院特邀调解的规定第十五条"

_NUMBER = "[零一二三四五六七八九十百]+"
_ARTICLE = f"第{_NUMBER}条(?:第{_NUMBER}款)?(?:第{_NUMBER}项)?"
_CITATION = re.compile(rf"(?:《中华人民共和国人民调解法》|人民调解法)({_ARTICLE}(?:、{_ARTICLE})*)")
_SEPARATORS = "、；;，"
_LEFT_OVER = (
    (re.compile(rf"[{_SEPARATORS}]*([（(])[{_SEPARATORS}]+"), r"\1"),
    (re.compile(rf"[{_SEPARATORS}]+([）)])"), r"\1"),
    (re.compile(r"[（(]\s*[）)]"), ""),
    (re.compile(r"；依据(?=（|。|$)"), ""),
    (re.compile(rf"^[{_SEPARATORS}]+|[{_SEPARATORS}]+$"), ""),
    (re.compile(r"([、；;])[、；;]+"), r"\1"),
)
"""What a citation leaves behind when it goes: brackets without anything in them, a comma too many."""


def law_of(channel: Channel | None) -> str:
    """Name what a channel rests on, as screens, papers and programs say it."""
    return PEOPLES_LAW if channel is None else channel.source


def rules_peoples_law(channel: Channel | None) -> bool:
    """Tell whether a committee of people's mediation mediates: its law holds beside the channel's own."""
    return channel is None or channel.may_issue_agreement


def is_cited(text: str) -> bool:
    """Tell whether a text cites what another channel may have to say otherwise."""
    return PEOPLES_LAW in text or RECUSAL_IN_COURT in text


def in_law_of(channel: Channel | None, text: str) -> str:
    """Give a citation, or a sentence with citations, as the law of a channel has it.

    Raises nothing: a text without an article of people's mediation law comes back as it is.
    """
    if RECUSAL_IN_COURT in text:
        text = _tidied(text.replace(RECUSAL_IN_COURT, _own(channel).get(RECUSAL, "")))
    if channel is None or PEOPLES_LAW not in text or (channel.may_issue_agreement and not channel.articles):
        return text
    told = _CITATION.sub(lambda found: "、".join(_in_place_of(channel, found[1])), text)
    return text if told == text else _tidied(told)


def rest_on_law_of(channel: Channel | None, refused: DomainError) -> None:
    """Let a refusal of a case name the articles of the case's channel."""
    article = refused.facts.get("article")
    if isinstance(article, str):
        refused.tell(article=in_law_of(channel, article))


def _in_place_of(channel: Channel, articles: str) -> list[str]:
    """Give each article's stand-in once; those of people's mediation law that stay keep one name of it."""
    own = _own(channel)
    told: list[str] = []
    is_named = False
    for article in articles.split("、"):
        stand_in = own.get(article[: article.index("条") + 1], "")
        if not stand_in and channel.may_issue_agreement:
            stand_in, is_named = (article if is_named else PEOPLES_LAW + article), True
        else:
            is_named = False
        if stand_in and stand_in not in told:
            told.append(stand_in)
    return told


def _own(channel: Channel | None) -> dict[str, str]:
    return {} if channel is None else {entry.stands_for: entry.article for entry in channel.articles}


def _tidied(text: str) -> str:
    for pattern, instead in _LEFT_OVER:
        text = pattern.sub(instead, text)
    return text
