import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.screens.rosters.entry_fields import EntryFields
from app.ui.screens.rosters.parties import PartiesScreen
from app.ui.screens.rosters.staff import StaffScreen
from app.ui.screens.settings.screen import DATA, LOOKS, NUMBERS, STUDIOS, SettingsScreen
from tests.support.list_desks import desk_of

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier


class Kept(dict):
    def set(self, key, value):
        self[key] = value


@pytest.fixture
def desk(centre):
    return desk_of(centre)


@pytest.fixture
def parties(kit, desk, navigator, on_stage):
    return lambda: on_stage(PartiesScreen(kit, desk, navigator), 1200, 800)


@pytest.fixture
def roster(kit, desk, navigator, on_stage):
    return lambda: on_stage(StaffScreen(kit, desk, navigator), 1200, 800)


@pytest.fixture
def settings(kit, desk, navigator, on_stage):
    screen = on_stage(SettingsScreen(kit, desk, navigator, Kept()), 1160, 660)
    yield screen
    kit.style.shows_keys, kit.style.is_still = True, True
    kit.style.use(theme="light", scale=1.0)


def dialog_of(screen):
    return next(found for found in screen.findChildren(EntryDialog) if found.isVisible())


def test_the_register_keeps_to_qts_contract(parties, centre, qtmodeltester):
    centre.registered(5)
    qtmodeltester.check(parties().table.model())


def test_a_party_is_found_seen_and_its_case_opened(qtbot, parties, centre, navigator):
    case = centre.registered(2)
    screen = parties()
    assert screen.search.hasFocus()
    qtbot.keyClicks(screen.search, "wxl")
    qtbot.keyClick(screen.search, Qt.Key.Key_Down)
    assert screen.table.hasFocus()
    assert screen.table.current().name == "王秀兰"
    link = screen.pane._made[1].findChildren(type(screen.add))[0]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert navigator.last("open_case") == case.id


def test_whom_the_palette_asked_for_stays_on_show(parties, centre):
    case = centre.registered(3)
    screen = parties()
    wanted = case.parties[2]
    screen.open_party(wanted.record_id)
    screen.page_shown()
    assert screen.pane._card.name == wanted.name


def test_a_party_is_added_by_keys_and_a_wrong_number_stays(qtbot, parties, desk):
    screen = parties()
    qtbot.keyClick(screen.search, Qt.Key.Key_N, CTRL)
    dialog = dialog_of(screen)
    fields = dialog.form_body.fields
    qtbot.keyClicks(fields.box("name").editor, "Yang Fan")
    qtbot.keyClicks(fields.box("identity_number").editor, "123")
    qtbot.keyClick(fields.box("identity_number").editor, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert fields.box("identity_number").editor.value() == "123"
    assert fields.box("identity_number").editor.accessibleDescription() == "应为 18 位，现 3 位，改正或清空"
    fields.box("identity_number").editor.clear()
    fields.box("identity_number").editor.textEdited.emit("")
    qtbot.keyClick(fields.box("name").editor, Qt.Key.Key_Return, CTRL)
    assert [line.name for line in desk.services.people.parties()] == ["Yang Fan"]


def test_an_organisation_is_asked_for_its_own_fields(qtbot, parties):
    screen = parties()
    screen.add.click()
    dialog = dialog_of(screen)
    qtbot.waitUntil(dialog.isActiveWindow)
    fields = dialog.form_body.fields
    assert fields.box("sex").isVisible()
    assert not fields.box("credit_code").isVisible()
    fields.box("kind").focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert not fields.box("sex").isVisible()
    assert fields.box("credit_code").isVisible()


def test_the_roster_keeps_to_qts_contract_and_opens_by_enter(qtbot, roster, qtmodeltester):
    screen = roster()
    qtmodeltester.check(screen.table.model())
    assert screen.table.hasFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert dialog_of(screen).windowTitle() == "修改调解员"


def test_sections_turn_by_keys(qtbot, settings):
    settings.tabs.setFocus()
    qtbot.keyClick(settings, Qt.Key.Key_PageDown, CTRL)
    assert settings.tabs.value() == STUDIOS
    qtbot.keyClick(settings, Qt.Key.Key_PageUp, CTRL)
    qtbot.keyClick(settings, Qt.Key.Key_PageUp, CTRL)
    assert settings.tabs.value() == DATA


def test_a_look_is_worn_and_kept_at_once(settings, kit):
    settings.open_section(LOOKS)
    looks = settings.looks
    looks.scale._choose("1.3")
    looks.theme._choose("dark")
    looks.keys.click()
    assert (kit.style.scale, kit.style.theme, kit.style.shows_keys) == (1.3, "dark", False)
    assert looks._preferences == {
        "look.theme": "dark",
        "look.scale": "1.3",
        "look.keys": "0",
        "look.still": "0",
    }


def test_a_pattern_shows_what_it_gives_while_it_is_typed(qtbot, settings, desk, centre):
    settings.open_section(NUMBERS)
    box = _box(settings.numbering, "intake")
    box.focus()
    box.editor.selectAll()
    qtbot.keyClicks(box.editor, "{year}-A{seq:05}")
    assert box._sentence.text() == "今年下一号 2026-A00001；第 1000 号 2026-A01000"
    qtbot.keyClick(box.editor, Qt.Key.Key_Return, CTRL)
    assert centre.registered().intake_number == "2026-A00001"


def test_a_refused_pattern_keeps_what_was_typed(qtbot, settings, desk, centre):
    settings.open_section(NUMBERS)
    box = _box(settings.numbering, "intake")
    box.focus()
    box.editor.selectAll()
    qtbot.keyClicks(box.editor, "{year}")
    qtbot.keyClick(box.editor, Qt.Key.Key_Return, CTRL)
    assert box.editor.value() == "{year}"
    assert box.editor.accessibleDescription()
    assert centre.registered().intake_number == "2026-0001"


def test_the_check_runs_and_says_what_it_saw(settings):
    settings.open_section(DATA)
    settings.data.check.click()
    assert settings.data._result.accessibleName().endswith("一切完好。")


def _box(section, key):
    return section.findChild(EntryFields).box(key)
