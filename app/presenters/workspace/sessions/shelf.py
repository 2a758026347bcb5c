"""Which session records a case has, whether another may begin, and why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.channels.law import in_law_of
from app.domain.disputes.lifecycle.transitions import is_open_to
from app.domain.disputes.states import CaseEvent, CaseState
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.sessions.entries import SessionEntry
from app.presenters.workspace.sessions.view import SessionTab, Speaker


def session_tabs(translator: Translator, folder: CaseFolder, fresh: Sequence[UUID]) -> list[SessionTab]:
    """List the saved records, then those only drafts hold."""
    say = translator.text
    tabs = [
        SessionTab(
            str(session.id),
            say("第 {n} 次", n=session.sequence),
            say(session.result.term) if session.is_finished and session.result else say("未结束"),
        )
        for session in folder.sessions
    ]
    return tabs + [SessionTab(str(id_), say("新笔录"), say("未结束")) for id_ in fresh]


def may_begin(folder: CaseFolder) -> bool:
    """Tell whether another record may begin: mediators, notice served, none left open."""
    case = folder.case
    return is_open_to(case, CaseEvent.MEDIATE) and all(session.is_finished for session in folder.sessions)


def why_none(translator: Translator, folder: CaseFolder) -> str:
    """Say why a case has no record, and what to do first."""
    case = folder.case
    say = translator.text
    if may_begin(folder):
        return say("还没有调解笔录。")
    if not case.is_open or case.state is CaseState.TERMINATED:
        return say("本件没有调解笔录。")
    if case.accepted_on is None:
        return say("受理后，指派调解员并告知权利义务，再写笔录。")
    return say("先指派调解员、告知权利义务，再写笔录。")


def told_words(desk: Desk, folder: CaseFolder) -> tuple[str, str]:
    """Word what the parties were told: of rights with the day of the notice, and of the other routes."""
    say, on = desk.translator.text, folder.case.rights_notice_on
    if on is None:
        rights = say("已告知当事人权利义务（人民调解法第二十三条、第二十四条）")
    else:
        rights = say(
            "已告知当事人权利义务（{day} 记录告知；人民调解法第二十三条、第二十四条）",
            day=desk.formats.day(on),
        )
    routes = say("已告知仲裁、行政、司法途径（人民调解法第二十六条）")
    return in_law_of(folder.channel, rights), in_law_of(folder.channel, routes)


def speakers_of(translator: Translator, parties: Sequence[CaseParty], entry: SessionEntry) -> list[Speaker]:
    """Give every party its place to speak, with the key that goes there."""
    known = {party.id: party for party in parties}
    return [
        Speaker(
            said.party_id,
            f"{translator.text(known[said.party_id].side.term)}\u3000{known[said.party_id].name}",
            f"Ctrl+{n}" if n <= 9 else "",  # noqa: PLR2004 - digits have one key each
        )
        for n, said in enumerate(entry.statements, 1)
        if said.party_id in known
    ]
