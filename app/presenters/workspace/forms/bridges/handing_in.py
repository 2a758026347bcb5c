"""记录递交: when a joint application was handed in, at which organ, who took it; and the way back."""

from __future__ import annotations

import json

from app.domain.disputes.clocks import ClockKind
from app.domain.errors import NotFound
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.submissions import Submission, submission_of
from app.domain.values.ids import new_id
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.endings import today_field


def standing(folder: CaseFolder, kind: DocumentKind) -> IssuedDocument | None:
    """Give the application that was issued and not voided."""
    found = [paper for paper in folder.documents if paper.kind is kind and not paper.void_reason]
    return found[-1] if found else None


def handed_in(folder: CaseFolder, kind: DocumentKind) -> Submission | None:
    """Give the entry that the application which stands was handed in."""
    paper = standing(folder, kind)
    return None if paper is None else submission_of(folder.submissions, paper.id)


def hand_in_form(desk: Desk, folder: CaseFolder, kind: DocumentKind) -> Form:
    """Ask when, where and to whom a paper was handed in."""
    say, paper = desk.translator.text, standing(folder, kind)
    if paper is None:
        raise NotFound("document.not_found", id="")

    def send(values: Values, seen: CaseFolder) -> Sent:
        submission = Submission(
            id=new_id(),
            case_id=seen.case.id,
            document_id=paper.id,
            handed_on=read.day(values, "handed_on", desk.today),
            organ=read.line(values, "organ"),
            receiver=read.line(values, "receiver"),
            handed_by=read.line(values, "handed_by"),
            note=read.text(values, "note"),
        )
        done = desk.services.submissions.hand_in(submission, actor=desk.actor)
        return Sent(done.changes, say("已记录递交，{organ}", organ=submission.organ))

    return Form(
        key=f"hand-in/{paper.id}",
        case_id=folder.case.id,
        title=say("记录递交"),
        words=(
            say("《{title}》由当事人签名后交去，对方收下才算申请。", title=say(paper.title)),
            *(clock.explanation for clock in folder.clocks if clock.kind is ClockKind.POLICE_REQUEST),
        ),
        verb=say("记录递交"),
        fields=(
            today_field(desk, "handed_on", say("递交日期")),
            FormField(
                key="organ",
                label=say("收件单位"),
                value=_addressee(paper),
                is_required=True,
                is_half=True,
            ),
            FormField(key="receiver", label=say("接收人"), is_required=True, is_half=True),
            FormField(key="handed_by", label=say("谁去交的"), is_half=True),
            FormField(key="note", label=say("备注"), kind=FieldKind.TEXT),
        ),
        send=send,
    )


def take_back_form(desk: Desk, folder: CaseFolder, kind: DocumentKind) -> Form:
    """Take back an entry made by mistake."""
    say, known = desk.translator.text, handed_in(folder, kind)
    if known is None:
        raise NotFound("submission.not_found", id="")

    def send(values: Values, seen: CaseFolder) -> Sent:
        now = next((one for one in seen.submissions if one.id == known.id), known)
        done = desk.services.submissions.take_back(
            known.id, read.text(values, "reason"), actor=desk.actor, version=now.version
        )
        return Sent(done.changes, say("已撤销递交记录"))

    return Form(
        key=f"hand-in-back/{known.id}",
        case_id=folder.case.id,
        title=say("撤销递交记录"),
        words=(submission_words(desk, known),),
        verb=say("撤销"),
        fields=(FormField(key="reason", label=say("原因"), kind=FieldKind.TEXT, is_required=True),),
        send=send,
    )


def submission_words(desk: Desk, known: Submission) -> str:
    """Say when, where and to whom something was handed in."""
    parts = (desk.formats.day(known.handed_on), known.organ, known.receiver, known.note)
    return GAP.join(part for part in parts if part)


def _addressee(paper: IssuedDocument) -> str:
    """Read from what was printed to whom the paper goes."""
    contents: object = json.loads(paper.contents)
    told = contents.get("addressee") if isinstance(contents, dict) else None
    return told if isinstance(told, str) else ""
