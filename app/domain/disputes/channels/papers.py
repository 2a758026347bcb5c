"""The papers of a channel that is not people's mediation: their names, their words, whose seal they bear."""

from __future__ import annotations

from dataclasses import replace

from app.domain.disputes.channels.rules import Channel
from app.domain.disputes.handling import TriageDecision
from app.domain.errors import RuleRefusal
from app.domain.filing.catalogue.entries import (
    ENTRY_OF,
    NAMED_IN_CHANNEL,
    OF_ANY_CHANNEL,
    OF_COMMITTEES_ALONE,
    OF_PEOPLES_MEDIATION,
)
from app.domain.filing.kinds import DocumentKind, NumberSeries
from app.domain.filing.paper_words import PEOPLES_WORDS, PaperWords
from app.domain.people.organisations import Organisation, OrganisationKind

PEOPLES_SPOKEN = replace(PEOPLES_WORDS, basis="")
_TOLD_IN_AGREEMENT = {
    "tell_confirmation": "调解员已告知各方：可以自协议生效之日起三十日内共同向人民法院申请司法确认",
    "medical_private": "未经医患双方同意，不公开调解，也不公开本协议的内容",
    "traffic_confirmation": (
        "本协议只就民事损害赔偿达成，不代替公安机关对事故的认定和处罚；各方认为必要的，"
        "可以自协议生效之日起三十日内共同向人民法院申请司法确认"
    ),
}
"""What a medical or a traffic agreement says beyond others, by the code of the rule it rests on."""

_EITHER = "或者"
NEUTRAL_WORDS = PaperWords(host="", mediator="调解员", act="调解", basis="", ending="")


def title_in(channel: Channel | None, kind: DocumentKind) -> str:
    """Give what a form is called in a channel."""
    papers = None if channel is None else channel.papers
    return kind.term if papers is None else papers.title(kind) or kind.term


def words_in(channel: Channel | None, kind: DocumentKind) -> PaperWords:
    """Give the words of a form; RuleRefusal ``channel.paper_not_drawn`` where a channel has none of its own.

    A committee's channels print the forms of people's mediation.
    """
    if channel is None or channel.may_issue_agreement:
        return PEOPLES_WORDS
    if kind in NAMED_IN_CHANNEL:
        words = NEUTRAL_WORDS if channel.papers is None else channel.papers.words
        return replace(words, title=f"{words.act}卷宗" if kind is DocumentKind.FILE_COVER else "")
    if kind not in OF_PEOPLES_MEDIATION | OF_ANY_CHANNEL | OF_COMMITTEES_ALONE:
        return PEOPLES_WORDS
    title = "" if channel.papers is None else channel.papers.title(kind)
    if kind is DocumentKind.AGREEMENT:
        check_agreement_paper(channel)
    if not title and kind in OF_ANY_CHANNEL:
        return NEUTRAL_WORDS
    if channel.papers is None or not title:
        raise RuleRefusal("channel.paper_not_drawn", channel=channel.name, kind=kind.term)
    return replace(channel.papers.words, title=title)


def of_body(words: PaperWords, host: str) -> PaperWords:
    """Name the very body on a paper where the law of its channel names several kinds of them."""
    return replace(words, host=host) if _EITHER in words.host else words


def spoken_words(channel: Channel | None) -> PaperWords:
    """Give the words by which screens speak of who mediates in a channel and of what it rests on.

    ``basis`` is empty where people's mediation law itself rules: its own article then says more.
    """
    if channel is None or channel.may_issue_agreement:
        return PEOPLES_SPOKEN
    words = NEUTRAL_WORDS if channel.papers is None else channel.papers.words
    basis = words.basis.removeprefix("依照") or channel.source
    return replace(words, host=words.host or "主持调解的单位", basis=basis)


def told_in_agreement(channel: Channel | None) -> tuple[str, ...]:
    """Give what the agreement of a channel must tell the parties beside its terms, with the articles."""
    if channel is None:
        return ()
    own = () if channel.papers is None else channel.papers.told_in_agreement
    rules = ((words, channel.rule(code)) for code, words in _TOLD_IN_AGREEMENT.items())
    return (*own, *(f"{words}（{rule.article}）。" for words, rule in rules if rule and rule.is_verified))


def has_paper(channel: Channel | None, kind: DocumentKind) -> bool:
    """Tell whether a channel draws a form at all."""
    try:
        words_in(channel, kind)
    except RuleRefusal:
        return False
    return True


def series_in(channel: Channel | None, kind: DocumentKind) -> NumberSeries | None:
    """Give the series a form takes its number from: papers of other channels have one of their own."""
    series = ENTRY_OF[kind].series
    is_ours = channel is None or channel.may_issue_agreement
    if series is None or is_ours or kind not in OF_PEOPLES_MEDIATION | OF_ANY_CHANNEL:
        return series
    return NumberSeries.OTHER_CHANNEL


def check_agreement_paper(channel: Channel | None, kind: DocumentKind = DocumentKind.AGREEMENT) -> None:
    """Refuse the committee's agreement where another paper, by somebody else, is the result."""
    if channel is None or channel.may_issue_agreement:
        return
    if channel.papers is not None and channel.papers.title(kind):
        return
    raise RuleRefusal("channel.other_paper", channel=channel.name, paper=channel.paper, by=channel.paper_by)


def host_of(
    channel: Channel | None, triages: tuple[TriageDecision, ...], ours: Organisation, kind: DocumentKind
) -> str:
    """Name the body whose paper a form is: ours, or the one the dispute was sent to in this channel.

    Raises RuleRefusal ``channel.host_missing`` where nobody said which body that is; a notice that the
    dispute is not taken or over is then ours.
    """
    papers = None if channel is None else channel.papers
    if channel is None or papers is None or not papers.is_by_another:
        return ours.name
    if ours.kind is OrganisationKind.AGENCY or kind not in OF_PEOPLES_MEDIATION | OF_ANY_CHANNEL:
        return ours.name
    sent_to = [d.unit_name for d in triages if d.channel in channel.families and d.unit_name.strip()]
    if sent_to:
        return sent_to[-1]
    if kind in OF_ANY_CHANNEL:
        return ours.name
    raise RuleRefusal("channel.host_missing", channel=channel.name, by=channel.mediator)


def seal_holder(channel: Channel | None, triages: tuple[TriageDecision, ...], ours: Organisation) -> str:
    """Name whose seal an agreement bears; ours where nobody said which other body mediates."""
    try:
        return host_of(channel, triages, ours, DocumentKind.AGREEMENT)
    except RuleRefusal:
        return ours.name
