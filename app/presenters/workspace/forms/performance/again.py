"""再次调解，另立新案: what was not performed goes into a new case that names the old one."""

from __future__ import annotations

from app.domain.disputes.sources import CaseSource
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.services.disputes.relapse import relapse


def again_form(desk: Desk, folder: CaseFolder) -> Form:
    """Register a new case between the same parties about what was not performed; its facts are typed."""
    say, case = desk.translator.text, folder.case

    def send(values: Values, seen: CaseFolder) -> Sent:
        facts = read.needed(read.text(values, "facts") or None, "facts", "intake.facts_missing")
        done = relapse(
            desk.services.registration,
            desk.services.cases,
            seen.case,
            facts=facts,
            requests=read.text(values, "requests"),
            source=CaseSource.WINDOW,
            actor=desk.actor,
        )
        return Sent(done.changes, say("已另立新案 {number}", number=done.value.intake_number))

    return Form(
        key="again",
        case_id=case.id,
        title=say("再次调解，另立新案"),
        words=(
            say(
                "当事人、纠纷类型、发生地照本案，经过和诉求重新写。新案写明由本案 {number} 而来。",
                number=case.intake_number,
            ),
            say("须双方愿意调解；本案的协议和记录不变。"),
        ),
        verb=say("另立新案"),
        fields=(
            FormField(key="facts", label=say("经过"), kind=FieldKind.TEXT, is_required=True),
            FormField(key="requests", label=say("诉求"), kind=FieldKind.TEXT),
        ),
        send=send,
        is_wide=True,
    )
