"""What may happen to a case beside its steps: the entries of 更多 that are legal now, and their forms."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.disputes.channels.fees import may_charge
from app.domain.disputes.lifecycle.guards import Circumstances
from app.domain.disputes.lifecycle.transitions import is_open_to
from app.domain.disputes.particulars.checking import MEDICAL, TRAFFIC
from app.domain.disputes.states import CaseEvent, CaseState
from app.domain.settlements.agreements import AgreementState
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.workspace.case_file.forms import record_form, shelf_form
from app.presenters.workspace.case_file.words import RECORD, SHELF
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.asked import Form
from app.presenters.workspace.forms.channels.fee import fee_form
from app.presenters.workspace.forms.channels.publicity import asks_publicity, publicity_form
from app.presenters.workspace.forms.channels.starting import start_form
from app.presenters.workspace.forms.particulars.medical import treatment_form
from app.presenters.workspace.forms.particulars.traffic import accident_form
from app.presenters.workspace.forms.turns.archive import archive_form, reopen_form, undo_form, undoable
from app.presenters.workspace.forms.turns.channel_change import change_channel_form
from app.presenters.workspace.forms.turns.leaving import guide_out_form, refuse_form, withdraw_form
from app.presenters.workspace.forms.turns.linked import anew_form, merge_form, relate_form, split_form
from app.presenters.workspace.forms.turns.settled import (
    draft_of,
    end_rest_form,
    oral_form,
    partial_form,
)
from app.presenters.workspace.forms.turns.side_exits import (
    escalate_form,
    report_form,
    take_back_form,
    transfer_form,
)

ESCALATE, TRANSFER, TAKE_BACK, REPORT = "escalate", "transfer", "take_back", "report"
WITHDRAW, REFUSE, GUIDE_OUT = "withdraw", "refuse", "guide_out"
MERGE, SPLIT, ANEW, RELATE, UNRELATE = "merge", "split", "anew", "relate", "unrelate"
CHANGE_CHANNEL, START, PUBLICITY, FEE = "change_channel", "start", "publicity", "fee"
ACCIDENT, TREATMENT = "accident", "treatment"
ORAL, PARTIAL, END_REST = "oral", "partial", "end_rest"
ARCHIVE, REOPEN, UNDO = "archive", "reopen", "undo"
OPEN_CASE = "open_case"
"""Not a form: opens the case at the other end of a link."""

EVENT_OF: dict[str, CaseEvent] = {
    ESCALATE: CaseEvent.UPGRADE,
    TRANSFER: CaseEvent.TRANSFER,
    TAKE_BACK: CaseEvent.TAKE_BACK,
    REPORT: CaseEvent.REPORT_TO_POLICE,
    WITHDRAW: CaseEvent.WITHDRAW,
    REFUSE: CaseEvent.REFUSE,
    GUIDE_OUT: CaseEvent.GUIDE_OUT,
    MERGE: CaseEvent.MERGE,
    SPLIT: CaseEvent.SPLIT,
    ORAL: CaseEvent.AGREE_ORALLY,
    END_REST: CaseEvent.END_REST,
    ARCHIVE: CaseEvent.ARCHIVE,
    REOPEN: CaseEvent.REOPEN,
}

TURN_FORMS: dict[str, Callable[[Desk, CaseFolder], Form]] = {
    ESCALATE: escalate_form,
    TRANSFER: transfer_form,
    TAKE_BACK: take_back_form,
    REPORT: report_form,
    WITHDRAW: withdraw_form,
    REFUSE: refuse_form,
    GUIDE_OUT: guide_out_form,
    MERGE: merge_form,
    SPLIT: split_form,
    ANEW: anew_form,
    RELATE: relate_form,
    CHANGE_CHANNEL: change_channel_form,
    ACCIDENT: accident_form,
    TREATMENT: treatment_form,
    START: start_form,
    PUBLICITY: publicity_form,
    FEE: fee_form,
    ORAL: oral_form,
    PARTIAL: partial_form,
    END_REST: end_rest_form,
    ARCHIVE: archive_form,
    REOPEN: reopen_form,
    UNDO: undo_form,
    RECORD: record_form,
    SHELF: shelf_form,
}


def turn_entries(translator: Translator, folder: CaseFolder) -> tuple[tuple[str, str, str, int], ...]:
    """Give key, words, keys and section of each entry that is legal now, guards included."""
    case, say = folder.case, translator.text
    around = circumstances_of(folder)
    is_settled = case.effective_on is not None or case.termination_reason is not None
    last = undoable(folder)
    words = (
        (ORAL, say("口头协议"), 1),
        (PARTIAL, say("部分协议"), 1),
        (ACCIDENT, say("交通事故情况"), 1),
        (TREATMENT, say("诊疗情况"), 1),
        (START, say("开始条件"), 1),
        (PUBLICITY, say("公开调解的同意"), 1),
        (FEE, say("约定收费"), 1),
        (ESCALATE, say("升级"), 2),
        (TRANSFER, say("移交"), 2),
        (TAKE_BACK, say("收回"), 2),
        (REPORT, say("报告公安机关"), 2),
        (MERGE, say("并案"), 3),
        (SPLIT, say("分案"), 3),
        (RELATE, say("关联案件"), 3),
        (CHANGE_CHANNEL, say("更换渠道"), 3),
        (ANEW, say("再次发生，另立新案"), 3),
        (GUIDE_OUT, say("引导其他途径"), 4),
        (REFUSE, say("拒绝调解"), 4),
        (WITHDRAW, say("撤回申请"), 4),
        (END_REST, say("其余终止"), 4),
        (RECORD, say("卷宗信息"), 5),
        (SHELF, say("存放位置"), 5),
        (ARCHIVE, say("归档"), 5),
        (REOPEN, say("重新办理"), 5),
        (UNDO, say("撤销：{act}", act=say(last.event.term)) if last is not None else "", 5),
    )
    legal = {key: is_open_to(case, event, around) for key, event in EVENT_OF.items()}
    # On a ladder a case goes up by its level (升级 of the levels); without one, by tier and risk.
    legal[ESCALATE] &= case.level is None or not case.level.next_name
    legal[PARTIAL] = case.is_open and draft_of(folder) is not None
    legal[RELATE] = case.state is not CaseState.ARCHIVED
    legal[ANEW] = not case.is_open or is_settled
    legal[CHANGE_CHANNEL] = case.effective_on is None and (
        is_open_to(case, CaseEvent.GUIDE_OUT, around) or is_open_to(case, CaseEvent.TERMINATE, around)
    )
    legal |= _of_channel(folder)
    legal[RECORD] = case.state is not CaseState.ARCHIVED
    legal[SHELF] = not case.is_open
    legal[UNDO] = last is not None
    return tuple(
        (key, text, "Ctrl+Z" if key == UNDO else "", section) for key, text, section in words if legal[key]
    )


def _of_channel(folder: CaseFolder) -> dict[str, bool]:
    """Tell which questions the channel or the type of a case asks; no other case has these entries."""
    case, channel = folder.case, folder.channel
    before_agreement = case.is_open and case.effective_on is None
    has_start = channel is not None and channel.start is not None
    return {
        ACCIDENT: case.is_open and case.dispute_type == TRAFFIC,
        TREATMENT: case.is_open and case.dispute_type == MEDICAL,
        START: before_agreement and case.accepted_on is not None and has_start,
        PUBLICITY: case.is_open and asks_publicity(channel),
        FEE: case.is_open and may_charge(channel),
    }


def circumstances_of(folder: CaseFolder) -> Circumstances:
    """Count what is unfinished in a case as it was read."""
    return Circumstances(
        open_sessions=len([s for s in folder.sessions if not s.is_finished]),
        drafts=len([a for a in folder.agreements if a.state is AgreementState.DRAFT]),
        waiting_agreements=len([a for a in folder.agreements if a.state is AgreementState.ISSUED]),
        unstored_pages=len([d for d in folder.documents if not d.sha256]),
    )
