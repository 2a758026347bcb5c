"""Opening the forms of watching and printing its papers, from whatever page asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from app.domain.changes import Changes
from app.domain.duties.watch.supervision import SupervisionOrder
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import Saved
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.sentences import sentence
from app.presenters.watch import order_forms, proactive_forms, whistle_forms
from app.presenters.watch.acts import WatchAct
from app.presenters.watch.blow_form import blow_form
from app.presenters.watch.issue_form import issue_form
from app.presenters.watch.record import WatchEntry, WatchForm, WatchRecord
from app.presenters.watch.to_case_form import to_case_form

Failed = Callable[[Exception], None]
_ORDERS: dict[WatchAct, Callable[[Desk, WatchRecord], WatchEntry]] = {
    WatchAct.RECEIVE: order_forms.receive_form,
    WatchAct.REPLY: order_forms.reply_form,
    WatchAct.URGE: order_forms.urge_form,
    WatchAct.LIFT: order_forms.lift_form,
    WatchAct.WITHDRAW: order_forms.withdraw_form,
}
_WHISTLES: dict[WatchAct, Callable[[Desk, WatchRecord], WatchEntry]] = {
    WatchAct.ARRIVE: whistle_forms.arrive_form,
    WatchAct.HANDLE: whistle_forms.handle_form,
    WatchAct.RATE: whistle_forms.rate_form,
    WatchAct.CALL_OFF: whistle_forms.withdraw_form,
}
_HANDLINGS: dict[WatchAct, Callable[[Desk, WatchRecord], WatchEntry]] = {
    WatchAct.GO_ON: proactive_forms.handling_form,
    WatchAct.TO_CASE: to_case_form,
    WatchAct.SETTLE: proactive_forms.settle_form,
}
_PAPERS = {
    WatchAct.PRINT_REPLY: DocumentKind.SUPERVISION_REPLY,
    WatchAct.PRINT_WHISTLE: DocumentKind.WHISTLE,
}


class WatchActs:
    """Does an act: makes its form off the window's thread and hands it to the window, or prints."""

    def __init__(self, desk: Desk, navigator: Navigator, failed: Failed) -> None:
        self._desk, self._navigator, self._failed = desk, navigator, failed
        self._say = desk.translator.text

    def supervise(self, case_ids: Sequence[UUID]) -> None:
        """Open the form of an order for one case or many."""
        chosen = tuple(case_ids)
        if chosen:
            self._open(lambda: issue_form(self._desk, chosen))

    def blow(self, case_id: UUID | None = None) -> None:
        """Open the form of a whistle, about a case or proactive."""
        self._open(lambda: blow_form(self._desk, case_id))

    def note(self) -> None:
        """Open the form for something found by screening."""
        self._open(lambda: proactive_forms.handling_form(self._desk, WatchRecord()))

    def do(self, act: WatchAct, subject_id: UUID) -> None:
        """Do an act with an order, a whistle, something proactive or a case."""
        if act is WatchAct.SUPERVISE:
            self.supervise((subject_id,))
        elif act is WatchAct.BLOW:
            self.blow(subject_id)
        elif act is WatchAct.BLOW_FOR:
            self._open(lambda: blow_form(self._desk, handling_id=subject_id))
        elif act is WatchAct.PRINT_ORDER:
            self._print(lambda: (self._desk.services.watch.papers.order(subject_id), Changes()))
        elif act in _PAPERS:
            self._print(lambda: self._issued(_PAPERS[act], subject_id))
        else:
            self._open(lambda: self._form(act, subject_id), takes_files=act is WatchAct.REPLY)

    # services → window

    def _form(self, act: WatchAct, subject_id: UUID) -> WatchEntry:
        services = self._desk.services
        if act in _ORDERS:
            order = services.watch.orders.get(subject_id)
            files = services.attachments.of_case(order.case_id)
            return _ORDERS[act](self._desk, WatchRecord(order=order, files=files))
        if act in _WHISTLES:
            record = WatchRecord(whistle=services.watch.whistles.get(subject_id))
            return _WHISTLES[act](self._desk, record)
        record = WatchRecord(handling=services.watch.proactive.get(subject_id))
        return _HANDLINGS[act](self._desk, record)

    def _open(self, make: Callable[[], WatchEntry], *, takes_files: bool = False) -> None:
        def made(form: WatchEntry) -> None:
            entry = EntryPresenter(self._desk, form, self._told)
            add = self._adder(entry) if takes_files else None
            self._navigator.open_form(WatchForm(entry, add))

        self._desk.runner.submit(make, made, self._failed)

    def _adder(self, entry: EntryPresenter[WatchRecord]) -> Callable[[Callable[[str], None]], None]:
        """Give what adds a file to the case and ticks it in the form; a refusal is told in the form."""

        def add(told: Callable[[str], None]) -> None:
            order, path = entry.record.order, self._navigator.ask_file(self._say("选择证据文件"))
            if path is not None and order is not None:
                self._desk.runner.submit(
                    lambda: self._added(order, path),
                    arrived,
                    lambda error: told(sentence(self._desk.translator, error)),
                )

        def arrived(answer: tuple[Changes, WatchRecord, str]) -> None:
            changes, record, key = answer
            self._desk.feed.announce(changes)
            entry.renew(order_forms.reply_form(self._desk, record))
            ticked = [part for part in entry.values.get("evidence", "").split(",") if part]
            entry.put("evidence", ",".join((*ticked, key)))

        return add

    def _added(self, order: SupervisionOrder, path: Path) -> tuple[Changes, WatchRecord, str]:
        attachments = self._desk.services.attachments
        done = attachments.add(order.case_id, path, path.name, actor=self._desk.actor)
        files = attachments.of_case(order.case_id)
        return done.changes, WatchRecord(order=order, files=files), str(done.value.id)

    def _told(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)

    def _issued(self, kind: DocumentKind, subject_id: UUID) -> tuple[IssuedDocument, Changes]:
        done = self._desk.services.watch.papers.issue(kind, subject_id, actor=self._desk.actor)
        return done.value, done.changes

    def _print(self, find: Callable[[], tuple[IssuedDocument, Changes]]) -> None:
        issuing = self._desk.services.issuing

        def read() -> tuple[IssuedDocument, Changes, bytes]:
            document, changes = find()
            return document, changes, issuing.bytes_of(document.id)

        def arrived(answer: tuple[IssuedDocument, Changes, bytes]) -> None:
            document, changes, pdf = answer
            if changes:
                self._desk.feed.announce(changes)
            self._navigator.print_document(pdf, document.title, document.copies)

        self._desk.runner.submit(read, arrived, self._failed)
