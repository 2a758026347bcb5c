"""The flows of every day in the real window without a mouse, with their control keys counted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt

from app.domain.duties.four_duties import DutyKind
from app.domain.duties.watch.loop import WatchTab
from app.domain.mediation.sessions import SessionResult
from app.domain.settlements.agreements import AgreementState
from app.domain.settlements.terms import Due, DueKind, Instalment
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.ui.screens.workspace.header import WorkspaceHeader
from tests.support.builders import a_payment
from tests.support.performing import in_effect
from tests.support.window_driver import CTRL

pytestmark = pytest.mark.qt_log_ignore("does not support|event not accepted", extend=True)
KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
MOUSE = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}


class MouseTrap(QObject):
    """Counts every mouse event of the application."""

    def __init__(self):
        super().__init__()
        self.caught = 0

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt names it
        self.caught += event.type() in MOUSE
        return False


@pytest.fixture
def hands(sitting, qapp):
    """Sit down at a prepared centre; keys are counted from here on, and no mouse may move."""
    trap = MouseTrap()

    def begin(prepare):
        driver = sitting(prepare)
        driver.settle()
        qapp.installEventFilter(trap)
        driver.keys = 0
        return driver

    yield begin
    qapp.removeEventFilter(trap)
    assert trap.caught == 0


def step(driver):
    return driver.all(WorkspaceHeader, driver.window.frame)[0].step.text()


def open_by_tail(driver, number):
    """Ctrl+K, the last four figures, Enter."""
    driver.press(KEY.Key_K, CTRL)
    driver.write(number[-4:])
    driver.keys += 4
    driver.settle()
    driver.press(KEY.Key_Return)
    driver.until(lambda: driver.all(WorkspaceHeader, driver.window.frame) and step(driver), "the case")
    driver.settle()


def test_from_case_to_printed_agreement_in_twelve_keys(hands):
    """F-2: the sum of the instalments is short and is mended on the way."""
    made = {}

    def prepare(centre):
        case = centre.mediating()
        parts = [("2026-11-25", "5000"), ("2026-12-25", "4000"), ("2027-01-25", "3500")]
        instalments = tuple(
            Instalment(
                id=new_id(),
                amount=Money.of_yuan(yuan),
                due=Due(kind=DueKind.ON_DAY, day=date.fromisoformat(day)),
                manner="银行转账",
            )
            for day, yuan in parts
        )
        payment = replace(a_payment(*case.parties[:2], "12800"), instalments=instalments, due=Due())
        draft = centre.services.settlements.new_agreement(case.id, actor=centre.actor).value
        draft = replace(draft, terms=(payment,), matters="赔偿数额。", responsibilities="被申请人承担。")
        made["draft"] = centre.services.settlements.save(draft, actor=centre.actor).value
        made["case"] = centre.case(case.id)

    driver = hands(prepare)
    open_by_tail(driver, made["case"].intake_number)
    driver.until(lambda: "改 1 处后送签" in step(driver), "the finding")
    driver.press(KEY.Key_F8)
    driver.press(KEY.Key_Return, ALT)
    driver.until(lambda: "改" not in step(driver), "the finding to be mended")
    driver.press(KEY.Key_F9)
    driver.settle()
    driver.press(KEY.Key_Return, CTRL)
    driver.until(lambda: driver.printed, "the printer")
    assert driver.keys <= 12
    assert [(one.title, one.copies) for one in driver.printed] == [("人民调解协议书", 3)]
    (agreement,) = driver.services.cases.folder(made["case"].id).agreements
    assert agreement.state is AgreementState.ISSUED
    assert agreement.terms[0].instalment_total == Money.of_yuan("12800")


def test_everything_overdue_is_supervised_in_four_keys(hands):
    """F-3: F3 the view, Ctrl+A, F7, Enter."""

    def prepare(centre):
        for _case in range(3):
            centre.assigned()

    driver = hands(prepare)
    driver.press(KEY.Key_3, ALT)
    driver.settle()
    driver.keys = 0
    driver.press(KEY.Key_A, CTRL)
    driver.press(KEY.Key_F7)
    driver.settle()
    driver.press(KEY.Key_Return)
    driver.until(
        lambda: driver.services.watch.lists.tab(WatchTab.ALL).counts[WatchTab.REPLY] == 3, "3 orders"
    )
    assert driver.keys <= 4


def test_a_session_is_arranged_and_held_by_keys(hands):
    """F-4 in four keys, then F-5: the speaker, the time and the end by keys, and the draft after it."""
    made = {}

    def prepare(centre):
        made["case"] = centre.assigned()

    driver = hands(prepare)
    open_by_tail(driver, made["case"].intake_number)
    driver.keys = 0
    driver.press(KEY.Key_F9)
    driver.settle()
    driver.press(KEY.Key_1)
    driver.press(KEY.Key_Return)
    driver.settle()
    driver.press(KEY.Key_Return)
    driver.settle()
    assert driver.keys <= 4
    assert [one.title for one in driver.printed] == ["调解通知书"] * 2
    assert step(driver) == "进入调解"
    driver.keys = 0
    driver.press(KEY.Key_F9)
    driver.settle()
    for speaker, said in ((KEY.Key_1, "要求赔偿。"), (KEY.Key_2, "愿意赔偿。")):
        driver.press(speaker, CTRL)
        driver.write(said)
    speaking = 2
    driver.press(KEY.Key_Return, CTRL)  # goes to what is missing: the result
    driver.settle()
    driver.press(KEY.Key_Space)
    driver.press(KEY.Key_Return, CTRL)  # that rights were told is remembered from the notice, with its day
    driver.settle()
    assert driver.keys - speaking <= 4
    driver.until(lambda: step(driver) == "起草协议", "the draft")
    (session,) = driver.services.cases.folder(made["case"].id).sessions
    assert session.result is SessionResult.AGREED
    assert [one.text for one in session.statements] == ["要求赔偿。", "愿意赔偿。"]


def test_the_four_duties_of_a_new_case_are_given_in_six_keys(hands):
    """F-8."""
    made = {}

    def prepare(centre):
        centre.registered()
        made["case"] = centre.registered()

    driver = hands(prepare)
    driver.press(KEY.Key_5, ALT)
    driver.settle()
    driver.press(KEY.Key_F, CTRL)
    driver.write(made["case"].intake_number[-4:])
    driver.press(KEY.Key_Return)
    driver.settle()
    driver.press(KEY.Key_Return)
    driver.settle()
    driver.write("Zhou Min")
    driver.press(KEY.Key_Return)
    driver.write("Ma Xiaoyan")
    driver.press(KEY.Key_Return, CTRL)
    driver.settle()
    duties = driver.services.cases.folder(made["case"].id).duties
    assert duties.duty(DutyKind.INVESTIGATE).responsible_person == "Ma Xiaoyan"
    assert driver.keys <= 6


def test_an_instalment_is_checked_with_its_proof_in_five_keys(hands, tmp_path, monkeypatch):
    """F-6: Alt+6, Enter on the first row, 1 已履行, Ctrl+U the receipt, Ctrl+Enter."""
    made = {}

    def prepare(centre):
        made["case"], _plan = in_effect(centre)

    driver = hands(prepare)
    proof = tmp_path / "receipt.jpg"
    proof.write_bytes(b"jpg")
    monkeypatch.setattr("app.ui.window.QFileDialog.getOpenFileName", lambda *_asked: (str(proof), ""))
    driver.press(KEY.Key_6, ALT)
    driver.settle()
    driver.press(KEY.Key_Return)
    driver.settle()
    driver.press(KEY.Key_1)
    driver.press(KEY.Key_U, CTRL)
    driver.settle()
    driver.press(KEY.Key_Return, CTRL)
    driver.settle()
    assert driver.keys <= 5
    folder = driver.services.cases.folder(made["case"].id)
    (plan,) = folder.performance.plans
    assert [receipt.amount for receipt in plan.receipts] == [Money.of_yuan(40000)]
    assert plan.total_owed == Money.of_yuan(20000)
    assert [proof.name for proof in folder.attachments] == ["receipt.jpg"]


def test_what_was_not_performed_is_urged_with_the_next_ways_on_show(hands):
    """F-6, the other answer: 3 未履行 names the ways and until when, and becomes an urging."""
    made = {}

    def prepare(centre):
        made["case"], _plan = in_effect(centre)
        centre.clock.go_to(centre.today + timedelta(days=3))

    driver = hands(prepare)
    driver.press(KEY.Key_6, ALT)
    driver.settle()
    driver.press(KEY.Key_Return)
    driver.settle()
    driver.press(KEY.Key_3)
    driver.settle()
    assert driver.sees("司法确认", driver.front())
    driver.press(KEY.Key_Return, CTRL)
    driver.settle()
    assert driver.keys <= 4
    (plan,) = driver.services.cases.folder(made["case"].id).performance.plans
    assert [len(urging.item_ids) for urging in plan.urgings] == [1]
    assert not plan.receipts


def test_units_are_whistled_for_from_a_case_by_keys(hands):
    """F-7 as far as a case: Shift+F7 opens the whistle about this case."""
    made = {}

    def prepare(centre):
        made["case"] = centre.assigned()

    driver = hands(prepare)
    open_by_tail(driver, made["case"].intake_number)
    driver.keys = 0
    driver.press(KEY.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    driver.settle()
    driver.write("Chengguan")
    driver.press(KEY.Key_Return, CTRL)
    driver.settle()
    assert driver.keys <= 2
    (whistle,) = driver.services.cases.folder(made["case"].id).whistles
    assert [unit.name for unit in whistle.units] == ["Chengguan"]
