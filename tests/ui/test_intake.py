from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.sources import CaseSource
from app.domain.disputes.triage.units import HandlingUnit
from app.domain.people.parties import PartyKind
from app.domain.values.ids import new_id
from app.i18n import Formats, Translator
from app.presenters.desk import InlineRunner
from app.presenters.first_start import STEP_COMMITTEE, STEP_STAFF, FirstStartPresenter
from app.ui.dialogs.first_start import FirstStartDialog
from app.ui.kit import Kit
from app.ui.screens.intake import IntakeScreen
from app.ui.screens.intake.triage.advice_card import AdviceCard
from app.ui.style import Style
from tests.support.intake_desk import COMMITTEE, REGISTRAR, RecordingNavigator, desk_of, services_of

NUMBER = "650203197904124528"
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def style(qapp):
    made = Style(Path(__file__).parents[2] / "resources")
    made.apply(qapp)
    made.is_still = True
    return made


@pytest.fixture
def kit(style):
    yield Kit(style, Translator(), Formats())
    style.use(theme="light", scale=1.0)


@pytest.fixture
def services(sqlite_store, tmp_path, clock):
    return services_of(sqlite_store, tmp_path / "file-data", clock)


@pytest.fixture
def desk(services, clock):
    return desk_of(services, clock)


@pytest.fixture
def navigator():
    return RecordingNavigator()


@pytest.fixture
def opened(qtbot, kit, desk, navigator):
    def make(width=1200, height=840):
        screen = IntakeScreen(kit, desk, navigator)
        qtbot.addWidget(screen)
        screen.resize(width, height)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        screen.page_shown()
        return screen

    return make


@pytest.fixture
def keys(qtbot):
    return Keys(qtbot)


class Keys:
    """Presses keys where the focus is, and counts those that are not content."""

    def __init__(self, qtbot):
        self._qtbot, self.pressed = qtbot, 0

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.pressed += 1
        assert QApplication.focusWidget() is not None
        self._qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def enter(self, *, times=1):
        for _ in range(times):
            self.press(Qt.Key.Key_Return)

    def say(self, text):
        """Commit text as an input method does; letters and digits go key by key."""
        if text.isascii():
            self._qtbot.keyClicks(QApplication.focusWidget(), text)
            return
        from PySide6.QtGui import QInputMethodEvent

        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)


def where(screen):
    place = screen.findChildren(type(screen._form.binding))[0].place()
    return None if place is None else place[0].rpartition(".")[2]


def walk_in(keys):
    keys.enter()
    keys.say("阿依努尔·赛买提")
    keys.enter()
    keys.say(NUMBER)
    keys.enter()
    keys.say("13909904172")
    keys.enter(times=2)
    keys.say("恒泰物业公司")
    keys.enter(times=2)
    keys.say("09906221234")
    keys.enter(times=2)
    keys.say("wy")
    keys.enter()
    keys.say("1860")
    keys.enter()
    keys.say("幸福里小区")
    keys.enter()
    keys.say("室温不足 18 度，多次报修未解决。")


def test_a_walk_in_needs_no_mouse_and_fifteen_control_keys(opened, keys, desk, navigator):
    screen = opened()
    assert where(screen) == "source"
    keys.pressed = 1  # F2, which is the window's
    walk_in(keys)
    keys.press(Qt.Key.Key_Return, CTRL)
    case = desk.services.cases.folder(navigator.opened[0]).case
    assert [party.name for party in case.parties] == ["阿依努尔·赛买提", "恒泰物业公司"]
    assert case.place == "幸福里小区"
    assert desk.services.people.dispute_types(desk.today).name_of(case.dispute_type).startswith("物业")
    assert keys.pressed <= 15
    assert where(screen) == "source"


def test_source_keys_work_in_the_group_and_nowhere_else(opened, keys):
    screen = opened()
    keys.say("E")
    assert screen.presenter.entry.source is CaseSource.INITIATIVE
    keys.say("3")
    assert screen.presenter.entry.source is CaseSource.GRID
    keys.enter()
    assert where(screen) == "source_note"
    keys.enter()
    keys.say("1")
    assert screen.presenter.entry.source is CaseSource.GRID
    assert screen.presenter.entry.on_side(PartySide.APPLICANT)[0].name == "1"


def test_the_draft_survives_without_any_goodbye(opened, keys, qtbot, desk):
    screen = opened()
    walk_in(keys)
    keys.press(Qt.Key.Key_Left)
    drafts = desk.services.drafts
    qtbot.waitUntil(lambda: "报修" in drafts.get("intake", actor=desk.actor).payload, timeout=4000)
    again = opened()  # the first page never closed, as after kill -9
    assert again.presenter.entry.facts == screen.presenter.entry.facts
    assert where(again) == "facts"
    editor = QApplication.focusWidget()
    assert editor.toPlainText().startswith("室温不足")


def test_alt_a_adds_to_the_side_being_typed_and_alt_o_makes_it_an_organisation(opened, keys):
    screen = opened()
    keys.enter()
    keys.say("阿里木")
    keys.press(Qt.Key.Key_A, ALT)
    keys.say("古丽")
    keys.press(Qt.Key.Key_O, ALT)
    applicants = screen.presenter.entry.on_side(PartySide.APPLICANT)
    assert [(party.name, party.kind) for party in applicants] == [
        ("阿里木", PartyKind.NATURAL_PERSON),
        ("古丽", PartyKind.LEGAL_PERSON),
    ]
    assert where(screen) == "name"
    keys.enter()
    assert where(screen) == "credit_code"


def test_ctrl_enter_with_something_missing_goes_there_and_says_so(opened, keys, navigator):
    screen = opened()
    keys.press(Qt.Key.Key_Return, CTRL)
    assert where(screen) == "name"
    assert QApplication.focusWidget().accessibleDescription() == "填写申请人姓名"
    keys.press(Qt.Key.Key_F8)
    keys.press(Qt.Key.Key_F8)
    assert where(screen) == "dispute_type"
    assert navigator.opened == []


def test_more_opens_with_an_agent_by_keys_alone(opened, keys):
    screen = opened()
    keys.enter()
    keys.say("阿里木")
    keys.press(Qt.Key.Key_M, ALT)
    assert where(screen) == "sex"
    keys.press(Qt.Key.Key_G, ALT)
    keys.say("李伟")
    assert screen.presenter.entry.parties[0].agents[0].name == "李伟"
    keys.press(Qt.Key.Key_M, ALT)
    assert where(screen) == "name"


def test_tab_goes_through_every_field_and_button_and_comes_back(opened, keys, qtbot):
    screen = opened()
    start = QApplication.focusWidget()
    seen = []
    for _ in range(120):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            break
    assert QApplication.focusWidget() is start
    assert screen._foot.register in seen
    assert all(widget.accessibleName() or getattr(widget, "text", str)() for widget in seen)


def test_sixty_parties_fold_to_lines(opened, keys):
    screen = opened()
    keys.enter()
    for n in range(60):
        keys.say(f"r{n}")
        if n < 59:
            keys.press(Qt.Key.Key_A, ALT)
    assert len(screen.presenter.entry.on_side(PartySide.APPLICANT)) == 60
    assert len(screen._form._sides[PartySide.APPLICANT]._folded) == 59


@pytest.mark.parametrize("look", [("dark", 1.3, 1440, 900), ("light", 1.5, 1280, 720)])
def test_the_page_fits_large_type_and_small_windows(opened, kit, keys, look):
    theme, scale, width, height = look
    kit.style.use(theme=theme, scale=scale)
    screen = opened(width, height)
    walk_in(keys)
    assert screen._area.form_scroll.widget().width() <= screen._area.form_scroll.viewport().width()
    editor = QApplication.focusWidget()
    top = editor.mapTo(screen._area.form_scroll.viewport(), editor.rect().topLeft()).y()
    assert 0 <= top < screen._area.form_scroll.viewport().height()


def test_the_first_start_goes_by_keys(qtbot, kit, services, keys):
    finished, shown = [], []
    dialog = FirstStartDialog(
        kit,
        lambda view, done: FirstStartPresenter(services.settings, kit.translator, InlineRunner(), view, done),
        finished.append,
        lambda: shown.append("demo"),
    )
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.begin()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    keys.press(Qt.Key.Key_Return, CTRL)
    assert QApplication.focusWidget().accessibleDescription() == "填写全称，文书抬头用"
    keys.say("石化社区人民调解委员会")
    keys.enter()
    keys.say("石社")
    keys.press(Qt.Key.Key_Return, CTRL)
    assert dialog._presenter.step == STEP_STAFF
    keys.say("巴合提古丽")
    keys.press(Qt.Key.Key_Escape)
    assert (dialog._presenter.step, dialog.isVisible()) == (STEP_COMMITTEE, True)
    for _ in range(3):
        keys.press(Qt.Key.Key_Return, CTRL)
    assert [member.name for member in finished] == ["巴合提古丽"]
    assert not dialog.isVisible()
    assert services.settings.is_set_up()


def test_the_card_of_advice_says_when_the_mediator_is_there(qtbot, opened, services):
    unit = HandlingUnit(id=new_id(), name=COMMITTEE.name, tier="社区", organisation_id=COMMITTEE.id)
    services.places.save_unit(unit, actor=REGISTRAR.actor)
    card = opened().findChild(AdviceCard)

    def shown():
        return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: f"{REGISTRAR.name}固定常驻，今天当班" in shown())
    assert any(words.startswith(f"可由 {REGISTRAR.name}（固定常驻）承办") for words in shown())


def test_below_the_form_the_advice_scrolls_to_where_the_keys_are(qtbot, opened, kit, services, keys):
    unit = HandlingUnit(id=new_id(), name=COMMITTEE.name, tier="社区", organisation_id=COMMITTEE.id)
    services.places.save_unit(unit, actor=REGISTRAR.actor)
    kit.style.use(theme="light", scale=1.5)
    screen = opened(1280, 720)
    card = screen.findChild(AdviceCard)
    qtbot.waitUntil(card.isVisible)
    card.other.setFocus()
    view = screen._area._beside_scroll.viewport()
    top = card.other.mapTo(view, card.other.rect().topLeft()).y()
    assert 0 <= top < view.height()
