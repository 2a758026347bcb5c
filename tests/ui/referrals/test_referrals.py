"""对接 in real widgets: the page and the tab of a case, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.domain.disputes.sources import CaseSource
from app.domain.duties.referrals.links import IncomingPaper
from app.domain.duties.referrals.states import ReferralState
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.screens.referrals.pane import LinksPane
from app.ui.screens.referrals.screen import TransitScreen
from tests.support.link_samples import a_guidance, a_referral, an_order
from tests.support.list_desks import desk_of

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(centre):
    return desk_of(centre)


@pytest.fixture
def busy(centre):
    case = centre.registered()
    links = centre.services.dealings
    links.referrals.send(a_referral(case, centre.mediator, centre.today), actor=centre.actor)
    order = links.orders.receive(an_order(case, centre.mediator, centre.today), actor=centre.actor).value
    links.orders.answer(order.id, centre.today, "已约双方面谈。", actor=centre.actor, version=order.version)
    links.guidance.guide(a_guidance(case, centre.mediator, centre.today), actor=centre.actor)
    return case


@pytest.fixture
def page(kit, desk, navigator, on_stage):
    return lambda width=1240, height=846: on_stage(TransitScreen(kit, desk, navigator), width, height)


def dialog_of(screen):
    return next(child for child in screen.children() if isinstance(child, FormDialog))


def test_the_model_keeps_to_qts_contract_and_each_row_is_a_sentence(page, busy, qtmodeltester):
    model = page().table.model()
    qtmodeltester.check(model)
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"访调对接，去件，红柳区信访局，{busy.title}，待签收，剩 3 天，赵永安"


def test_a_receipt_is_recorded_by_keys_alone(qtbot, page, busy, centre, navigator):
    screen = page()
    assert screen.table.hasFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_F9)
    dialog = dialog_of(screen)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog._rows["signed_by"].focus()
    qtbot.keyClicks(QApplication.focusWidget(), "Ma")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    (referral,) = centre.services.cases.folder(busy.id).dealings.referrals
    assert (referral.state, referral.signed_by) == (ReferralState.SIGNED, "Ma")
    assert screen.beside.card.shown.state == "已签收"
    screen.activateWindow()  # as a desktop does when a dialog closes
    qtbot.waitUntil(screen.isActiveWindow)
    qtbot.waitUntil(screen.table.hasFocus)
    qtbot.keyClick(screen.table, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is screen.beside.card.verbs[0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert screen.table.hasFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert navigator.last("open_case") == (busy.id, "links")


def test_tabs_and_search_by_keys_and_an_empty_one_leads_back(qtbot, page, busy):
    screen = page()
    qtbot.keyClick(screen.table, Qt.Key.Key_F3)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert screen.tabs.value() == "taking_back"
    assert screen._stack.currentIndex() == 1
    screen._empty._button.click()
    assert (screen._stack.currentIndex(), screen.tabs.value()) == (0, "all")
    qtbot.keyClick(screen.table, Qt.Key.Key_F, CTRL)
    assert screen.search.hasFocus()
    qtbot.keyClicks(screen.search, "12345")
    qtbot.keyClick(screen.search, Qt.Key.Key_Return)
    assert screen.table.model().rowCount() == 1


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1080), (1.3, 1240), (1.5, 1240)])
def test_who_answers_stays_in_sight_at_every_size(page, kit, busy, scale, width):
    kit.style.use(scale=scale)
    screen = page(width, 700)
    headings = [
        screen.table.model().headerData(place, Qt.Orientation.Horizontal)
        for place in range(screen.table.model().columnCount())
        if not screen.table.isColumnHidden(place)
    ]
    assert {"期限", "对方", "状态、责任人"} <= set(headings)
    assert screen.beside.width() >= 300


@pytest.fixture
def pane(kit, desk, navigator, on_stage):
    made = LinksPane(kit, desk, navigator)
    made.page_shown = lambda: None
    return on_stage(made, 760, 800)


def test_the_pane_shows_cards_opens_forms_and_copies_the_reply(qtbot, pane, centre, busy):
    pane.show_case(centre.services.cases.folder(busy.id))
    assert [card.shown.title for card in pane.cards] == [
        "引导服务　法律援助",
        "访调对接　去件",
        "12345 工单",
    ]
    qtbot.mouseClick(pane.cards[0].verbs[0], Qt.MouseButton.LeftButton)
    assert dialog_of(pane).windowTitle() == "预约服务"
    dialog_of(pane).reject()
    pane.cards[2]._copy()
    assert QGuiApplication.clipboard().text() == "已约双方面谈。"
    qtbot.mouseClick(pane.begun[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: any(c.windowTitle() == "引导服务" for c in pane.children() if isinstance(c, FormDialog))
    )
    assert not pane.has_unsaved()


def test_a_source_with_its_paper_shows_it_and_one_without_says_so(pane, centre):
    pane.show_case(centre.services.cases.folder(centre.registered(source=CaseSource.POLICE).id))
    assert pane._empty.isVisible()
    paper = IncomingPaper(counterpart="石化派出所", arrived_on=date(2026, 11, 2))
    case = centre.registered(source=CaseSource.POLICE, paper=paper)
    pane.show_case(centre.services.cases.folder(case.id))
    assert [card.shown.title for card in pane.cards] == ["警调对接　来件"]
    assert not pane._empty.isVisible()
