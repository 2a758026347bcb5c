"""The line above the editor: which agreement, how it stands, whether it is kept, what else can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.presenters.agreement.shown import PaneHead
from app.presenters.intake.shown import SavedNote, SavedState
from app.presenters.workspace.forms.view import Conflict
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.chips import CountPill
from app.ui.widgets.fields import Choice, ChoiceField
from app.ui.widgets.fields.initials import initials
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.notices import SavedMark
from app.ui.widgets.texts import Text

_MOST_TOLD = 6


class AgreementHead(QWidget):
    """With one agreement its name stands here; with several they are chosen here, the newest first."""

    def __init__(self, kit: Kit, choose: Callable[[UUID], None]) -> None:
        super().__init__()
        self._kit = kit
        say = kit.translator.text
        self.setObjectName("plain")
        self._title = Text(kit, "", bold=True)
        self.choice: ChoiceField[UUID] = ChoiceField(kit, initials, name=say("协议"), compact=True)
        self.choice.on_chosen(lambda value: choose(value) if value is not None else None)
        self._state = CountPill(kit)
        self.saved = SavedMark(kit)
        self.send = Button(kit, say("送签"), height="small")
        self.versions = Button(kit, say("版本对照"), kind="quiet", height="small")
        self.draft = Button(kit, say("另行起草"), height="small")
        self.supplement = Button(kit, say("补充协议"), height="small")
        self.void = Button(kit, say("作废"), kind="quiet", height="small")
        row = FlowLayout(self)  # with little room the verbs go below: a number is never cut
        kit.style.lay(row, (16, 8, 16, 0), gap=8)
        row.addWidget(self._title)
        row.addWidget(self.choice)
        row.addWidget(self._state)
        row.addWidget(self.saved)
        for button in (self.versions, self.draft, self.supplement, self.void, self.send):
            row.addWidget(button)
            button.setVisible(False)

    def show_head(self, head: PaneHead, *, can_send: bool) -> None:
        """Show which agreement is on show; ``can_send`` when the frame's button does not send it."""
        several = len(head.lines) > 1
        self._title.setText(head.title)
        self._title.setVisible(not several)
        self.choice.setVisible(several)
        self.versions.setVisible(head.current is not None)
        self.choice.show_choices([Choice(line.id, line.text) for line in head.lines])
        self.choice.show_value(head.current)
        self._state.show_count(head.state, tone=head.state_tone)
        self._state.setVisible(bool(head.state))
        self.saved.setVisible(head.can_send)
        self.send.setVisible(can_send)
        self.draft.setVisible(head.can_draft)
        self.supplement.setVisible(head.can_supplement)
        self.void.setVisible(head.can_void)

    def show_saved(self, note: SavedNote) -> None:
        """Show how far what is typed is kept."""
        if note.state is SavedState.SAVING:
            self.saved.show_saving()
        elif note.state is SavedState.FAILED:
            self.saved.show_failed()
        else:
            self.saved.show_saved(note.time)


class ConflictPanel(QFrame):
    """Both values of what two people saved, until one of them is chosen."""

    def __init__(self, kit: Kit, settle: Callable[[bool], None]) -> None:
        super().__init__()
        self._kit = kit
        say = kit.translator.text
        self.setObjectName("strip")
        self.setProperty("kind", "warning")
        self._sentence = Text(kit, "", bold=True, wrap=True)
        self._told = Text(kit, "", size="small", wrap=True)
        self.ours = Button(kit, say("用我的"), height="small")
        self.theirs = Button(kit, say("用对方的"), height="small")
        self.ours.clicked.connect(lambda _on=False: settle(True))
        self.theirs.clicked.connect(lambda _on=False: settle(False))
        row = QHBoxLayout()
        kit.style.lay(row, gap=8)
        row.addStretch(1)
        row.addWidget(self.theirs)
        row.addWidget(self.ours)
        column = QVBoxLayout(self)
        kit.style.lay(column, (12, 8, 12, 8), gap=6)
        column.addWidget(self._sentence)
        column.addWidget(self._told)
        column.addLayout(row)
        self.setVisible(False)

    def show_conflicts(self, sentence: str, conflicts: Sequence[Conflict]) -> None:
        """Show both values of each field; an empty sentence takes the panel away."""
        say = self._kit.translator.text
        told = [
            say("{field}　我的：{ours}　对方的：{theirs}", field=c.label, ours=c.ours, theirs=c.theirs)
            for c in conflicts[:_MOST_TOLD]
        ]
        if len(conflicts) > _MOST_TOLD:
            told.append(say("还有 {n} 处不同", n=len(conflicts) - _MOST_TOLD))
        self._sentence.setText(sentence)
        self._told.setText("\n".join(told))
        self.setVisible(bool(sentence))
