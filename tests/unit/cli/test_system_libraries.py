"""A machine that lacks a system library is told the one command that brings it."""

import subprocess
import sys

import pytest

from app.cli import system_libraries as libraries


def lacking(*absent):
    return lambda library: library not in absent


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({}, ""),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:fontconfig=off"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "wayland"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_SESSION_TYPE": "wayland"}, "wayland"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "xcb"),
    ],
)
def test_the_platform_is_the_one_qt_will_take(environment, platform):
    assert libraries.platform_of(environment) == platform


def test_verbs_that_nobody_looks_at_need_no_desktop():
    environment: dict[str, str] = {}
    libraries.needs_no_screen(environment)
    assert libraries.platform_of(environment) == "offscreen"
    assert libraries.complaint(environment, system="linux", loads=lacking()) == ""


def test_a_platform_that_was_asked_for_is_kept():
    environment = {"QT_QPA_PLATFORM": "vnc"}
    libraries.needs_no_screen(environment)
    assert libraries.platform_of(environment) == "vnc"


def test_screenshots_start_on_a_machine_without_a_desktop_and_demo_does_not(monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    script = (
        "import sys; sys.platform = 'linux'\n"
        "import app.bootstrap, main\n"
        "app.bootstrap.run = lambda asked: 0\n"
        "sys.exit(main.main(sys.argv[1:]))"
    )
    codes = {
        verb[0]: subprocess.run(
            [sys.executable, "-c", script, *verb], check=False, capture_output=True
        ).returncode
        for verb in (["screenshots", "pictures"], ["demo"])
    }
    assert codes == {"screenshots": 0, "demo": libraries.EXIT_CODE}


def test_a_whole_machine_gives_no_complaint():
    assert libraries.complaint({"DISPLAY": ":0"}, system="linux", loads=lacking()) == ""


def test_one_sentence_names_every_missing_package_once():
    said = libraries.complaint(
        {"DISPLAY": ":0"}, system="linux", loads=lacking("libGL.so.1", "libxcb-cursor.so.0")
    )
    assert said == "缺少系统库，请先执行：sudo apt-get install -y libgl1 libxcb-cursor0"


def test_without_a_screen_asked_for_the_display_libraries_do_not_matter():
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}
    assert libraries.complaint(offscreen, system="linux", loads=lacking("libxcb-cursor.so.0")) == ""
    assert "libegl1" in libraries.complaint(offscreen, system="linux", loads=lacking("libEGL.so.1"))


def test_no_desktop_is_said_before_qt_aborts():
    assert "图形桌面" in libraries.complaint({}, system="linux", loads=lacking())


def test_windows_needs_nothing_of_the_system():
    assert libraries.complaint({}, system="win32", loads=lacking("libGL.so.1")) == ""


def test_the_loader_tells_a_library_from_none():
    assert not libraries.can_load("libno-such-library-of-ours.so.1")


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file or directory", "libegl1"),
        ("libnew-thing.so.4: cannot open shared object file", "libnew-thing.so.4"),
        ("/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.39' not found", "系统版本过旧"),
        ("No module named 'PySide6'", "重新安装"),
    ],
)
def test_an_import_that_fails_all_the_same_is_explained(message, said):
    sentence = libraries.explain(ImportError(message))
    assert said in sentence
    assert "\n" not in sentence


def test_the_check_loads_nothing_of_qt():
    seen = "import sys, app.cli.system_libraries; print([n for n in sys.modules if n.startswith('PySide')])"
    answer = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
