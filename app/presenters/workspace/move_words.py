"""The moves of a case in words: who did what, when, why and on which paper, step by step of the stepper."""

from __future__ import annotations

from datetime import date

from app.domain.disputes.lifecycle.moves import CaseMove
from app.domain.disputes.states import CaseEvent, Stage
from app.domain.trust.history import HistoryEntry
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.cases.rows import GAP
from app.presenters.history.words import moment_words
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.turns.archive import undoable

_E = CaseEvent
_OF_STAGE: dict[Stage, tuple[CaseEvent, ...]] = {
    Stage.TRIAGE: (_E.TRIAGE, _E.GUIDE_OUT, _E.UPGRADE, _E.TRANSFER, _E.TAKE_BACK),
    Stage.ACCEPTANCE: (_E.ASK_CONSENT, _E.ACCEPT, _E.DECLINE, _E.REFUSE),
    Stage.INVESTIGATION: (_E.ASSIGN, _E.REPORT_TO_POLICE),
    Stage.MEDIATION: (_E.MEDIATE, _E.TERMINATE, _E.WITHDRAW, _E.MERGE, _E.TAKE_IN, _E.SPLIT),
    Stage.AGREEMENT: (_E.AGREE, _E.AGREE_ORALLY, _E.VOID_AGREEMENT, _E.TAKE_EFFECT, _E.TAKE_EFFECT_IN_PART),
    Stage.PERFORMANCE: (_E.PERFORM, _E.END_REST),
    Stage.FOLLOW_UP: (_E.FOLLOW_UP,),
    Stage.ARCHIVE: (_E.CLOSE, _E.ARCHIVE, _E.REOPEN),
}
_MOST = 3
_ACT_OF: dict[CaseEvent, str] = {
    _E.ASK_CONSENT: "case.consent_recorded",
    _E.GUIDE_OUT: "case.guided_out",
    _E.ACCEPT: "case.accepted",
    _E.ASSIGN: "case.mediators_assigned",
    _E.END_REST: "case.rest_ended",
    _E.PERFORM: "case.performed",
    _E.TERMINATE: "case.terminated",
    _E.REFUSE: "case.refused",
    _E.WITHDRAW: "case.withdrawn",
    _E.FOLLOW_UP: "case.followed_up",
    _E.CLOSE: "case.closed",
    _E.ARCHIVE: "case.archived",
    _E.UPGRADE: "case.escalated",
    _E.TRANSFER: "case.transferred",
    _E.TAKE_BACK: "case.taken_back",
    _E.REPORT_TO_POLICE: "case.reported",
    _E.MERGE: "case.merged",
    _E.TAKE_IN: "case.took_in",
}
"""The acts of history by which undoable events are told."""


def moves_told(
    translator: Translator, formats: Formats, folder: CaseFolder, stage: Stage, today: date
) -> str:
    """Tell the latest moves that belong to a step: act, when, who, why, and the number of the paper."""
    wanted = _OF_STAGE.get(stage, ())
    standing = [move for move in folder.moves if move.event in wanted and not move.is_undone]
    return "；".join(_told(translator, formats, folder, move, today) for move in standing[-_MOST:])


def entry_to_undo(folder: CaseFolder) -> HistoryEntry | None:
    """Find the entry of the history that tells the move which may be taken back now."""
    move = undoable(folder)
    act = _ACT_OF.get(move.event) if move is not None else None
    told = [entry for entry in folder.history if entry.act == act]
    return max(told, key=lambda entry: (entry.at, entry.id), default=None)


def _told(translator: Translator, formats: Formats, folder: CaseFolder, move: CaseMove, today: date) -> str:
    numbers = {document.id: document.number for document in folder.documents}
    parts = (
        translator.text(move.event.term),
        moment_words(translator, formats, move.at, today),
        move.actor_name,
        " ".join(move.reason.split()),
        numbers.get(move.document_id, "") if move.document_id is not None else "",
    )
    return GAP.join(part for part in parts if part)
