"""The joint applications in the real window, by keys: from the filled form to the folder on the desk."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.domain.duties.bridges.security import SecurityExclusion
from app.domain.filing.kinds import DocumentKind
from app.presenters.navigation import TAB_OVERVIEW
from tests.support.bridge_samples import a_failed_accident, a_proof
from tests.ui.workspace.test_turns import button
from tests.ui.workspace.test_workspace import CTRL, back_to, dialog, focused


def documents(centre, case, kind):
    return [d for d in centre.services.cases.folder(case.id).documents if d.kind is kind]


def choose(qtbot, form, field, times=1):
    """Go down a list: the first answer with one key, the second with two."""
    form._rows[field].focus()
    for _ in range(times):
        qtbot.keyClick(focused(), Qt.Key.Key_Down)


def write(form, field, text):
    form._rows[field].focus()
    focused().insert(text)  # the test keyboard has no Chinese


def tick(qtbot, form, field, *, steps=0):
    form._rows[field].focus()
    for _ in range(steps):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)


def from_menu(screen, monkeypatch, words):
    monkeypatch.setattr(QMenu, "popup", lambda *_given: None)  # without a screen nothing can grab the keys
    screen._header.more.click()
    shown = screen._header.findChildren(QMenu)[-1]
    {action.text().split("\t")[0]: action for action in shown.actions()}[words].trigger()


def test_a_police_matter_is_applied_for_and_its_folder_written_by_keys(  # noqa: PLR0917 - fixtures
    qtbot, opened, centre, navigator, tmp_path, monkeypatch
):
    case = centre.performed()
    a_proof(centre, case)
    screen = opened(case, TAB_OVERVIEW)
    from_menu(screen, monkeypatch, "治安案件共同书面申请")
    form = dialog(qtbot, screen)
    write(form, "station", "石油派出所")
    write(form, "happened_on", "2026-10-20")
    choose(qtbot, form, "offence")
    form._rows["ground"].focus()
    qtbot.keyClick(focused(), Qt.Key.Key_1)
    tick(qtbot, form, "offenders", steps=1)
    tick(qtbot, form, "victims")
    tick(qtbot, form, "proofs")
    choose(qtbot, form, "is_lenient")
    choose(qtbot, form, "is_undecided", 2)
    for exclusion in SecurityExclusion:
        choose(qtbot, form, exclusion.value)
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert form.isVisible(), "the police have decided: nothing to apply for"
    assert not documents(centre, case, DocumentKind.SECURITY_APPLICATION)
    form._rows["is_undecided"].focus()
    qtbot.keyClick(focused(), Qt.Key.Key_Up)
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not form.isVisible())
    [paper] = documents(centre, case, DocumentKind.SECURITY_APPLICATION)
    pdf, title, copies = navigator.printed[-1]
    assert (title, copies) == (paper.title, 3)
    assert pdf.startswith(b"%PDF-1.")
    back_to(qtbot, screen)
    navigator.save = tmp_path / "治安材料"
    export = button(qtbot, screen, "导出治安材料")
    export.setFocus()
    qtbot.keyClick(export, Qt.Key.Key_Return)
    assert len(list(navigator.save.iterdir())) == 4
    assert centre.services.cases.folder(case.id).history[0].act == "security.exported"


def test_after_a_failed_accident_f9_opens_the_request_to_the_traffic_police(qtbot, opened, centre, navigator):
    case = a_failed_accident(centre)
    screen = opened(case, TAB_OVERVIEW)
    assert screen._header.step.text() == "共同申请交警调解"
    qtbot.keyClick(screen._header.step, Qt.Key.Key_F9)
    form = dialog(qtbot, screen)
    write(form, "addressee", "区公安分局交通警察大队")
    write(form, "happened_on", "2026-10-20")
    tick(qtbot, form, "requesters")
    tick(qtbot, form, "requesters", steps=1)
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not form.isVisible())
    assert navigator.printed[-1][1] == "道路交通事故损害赔偿调解共同申请书"
    assert documents(centre, case, DocumentKind.TRAFFIC_REQUEST)
    assert screen._header.step.text() == "递交共同申请书"
    back_to(qtbot, screen)
    qtbot.keyClick(screen._header.step, Qt.Key.Key_F9)
    form = dialog(qtbot, screen)
    write(form, "receiver", "内勤张警官")
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not form.isVisible())
    assert screen._header.step.text() == "回访"
