import pytest
from PySide6.QtCore import Qt

from app.ui.screens.settings.screen import DATA, SettingsScreen
from tests.support.centres import open_centre_at
from tests.support.list_desks import desk_of

pytestmark = [pytest.mark.postgres, pytest.mark.qt_log_ignore("does not support", extend=True)]


class Kept(dict):
    def set(self, key, value):
        self[key] = value


@pytest.fixture
def centre(postgres_store, clock, tmp_path):
    return open_centre_at(postgres_store, tmp_path / "data", clock)


@pytest.fixture
def settings(kit, centre, navigator, on_stage):
    return on_stage(SettingsScreen(kit, desk_of(centre), navigator, Kept()), 1160, 700)


def test_the_shared_folder_is_named_by_keys(qtbot, settings, centre, tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    settings.open_section(DATA)
    card = settings.data.sharing
    qtbot.waitUntil(card.isVisible)
    card.path.setFocus()
    qtbot.keyClicks(card.path, "nowhere")
    qtbot.keyClick(card.path, Qt.Key.Key_Return)
    assert card.use.hasFocus()
    qtbot.keyClick(card.use, Qt.Key.Key_Space)
    assert card.path.accessibleDescription() == "nowhere 不是这台电脑能到的文件夹，请写完整路径"
    assert (card.path.value(), card.use.hasFocus()) == ("nowhere", True)
    card.path.show_value(str(share))
    qtbot.keyClick(card.use, Qt.Key.Key_Space)
    assert centre.services.sharing.info().path == share
