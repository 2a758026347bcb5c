import re
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.singletons import hold_singletons
from app.ui.style.sheet import build_sheet
from app.ui.style.tokens import load_tokens

RESOURCES = Path(__file__).parents[3] / "resources"


def test_every_token_and_size_of_the_sheet_is_filled_in(kit):
    template = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    for palette in (
        load_tokens(RESOURCES / "tokens.json").light,
        load_tokens(RESOURCES / "tokens.json").dark,
    ):
        sheet = build_sheet(template, palette, kit.style.px, kit.style.pt)
        assert not re.search(r"[$@]\w", sheet)
        assert sheet.count("{") == sheet.count("}")


def test_unknown_colour_in_the_sheet_is_refused(kit):
    with pytest.raises(KeyError):
        build_sheet("a { color: $nothing; }", kit.style.palette, kit.style.px, kit.style.pt)


def test_theme_and_size_change_while_running(kit, qtbot):
    told = []

    class Watcher(QWidget):
        def on_style(self):
            told.append((kit.style.theme, kit.style.scale))

    watcher = Watcher()
    qtbot.addWidget(watcher)
    layout = QVBoxLayout(watcher)
    kit.style.watch(watcher, watcher.on_style)
    kit.style.lay(layout, (10, 10, 10, 10), gap=8)
    kit.style.use(theme="dark", scale=1.5)
    assert told == [("dark", 1.5)]
    assert (layout.spacing(), layout.contentsMargins().left()) == (12, 15)
    window = QApplication.palette().color(QPalette.ColorRole.Window).name().upper()
    assert window == kit.style.palette.get("bg")
    assert QApplication.font().pointSizeF() == pytest.approx(kit.style.pt("body"), abs=0.01)


def test_watcher_that_is_gone_is_not_called(kit):
    told = []

    class Watcher(QWidget):
        def on_style(self):
            told.append(1)

    watcher = Watcher()
    kit.style.watch(watcher, watcher.on_style)
    watcher.deleteLater()
    del watcher
    QApplication.sendPostedEvents(None, 52)
    QApplication.processEvents()
    kit.style.use(theme="dark")
    assert told == []


def test_type_scale_is_that_of_the_design(kit):
    kit.style.use(scale=1.3)
    assert [kit.style.pt(size) for size in ("caption", "small", "body", "title3", "title1", "hero")] == [
        13.0,
        13.5,
        14.5,
        16.5,
        23.5,
        35.0,
    ]


def test_icons_are_tinted_and_sharp(kit):
    picture = kit.style.picture("check", "ok", 20, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (40, 2.0)
    colors = {
        picture.toImage().pixelColor(x, y).name().upper()
        for x in range(40)
        for y in range(40)
        if picture.toImage().pixelColor(x, y).alpha() == 255
    }
    assert kit.style.palette.get("ok") in colors


def test_the_window_icon_is_the_leaf_in_every_size_systems_ask_for(kit):
    icon = kit.style.window_icon()
    assert {size.width() for size in icon.availableSizes()} >= {16, 32, 48, 256}
    picture = icon.pixmap(64, 64).toImage()
    maple = kit.style.palette.get("maple").lower()
    assert any(picture.pixelColor(x, y).name() == maple for x in range(64) for y in range(64))


def test_all_icons_named_in_the_kit_exist():
    names = {path.stem for path in (RESOURCES / "icons").glob("*.svg")}
    app = RESOURCES.parent / "app" / "ui"
    used = set()
    for folder in ("widgets", "shell"):
        for path in (app / folder).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            used |= set(re.findall(r'\bicon="(\w+)"', text)) | set(re.findall(r'picture\("(\w+)"', text))
    assert used - {""} <= names


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal since Python 3.12")
def test_none_outlives_any_number_of_void_calls(kit, qtbot):
    hold_singletons()
    widget = QWidget()
    qtbot.addWidget(widget)
    for _ in range(20_000):
        widget.update()
    assert sys.getrefcount(None) > 1_000_000
