"""Tell before Qt is loaded what the machine lacks to show a window, and the command that brings it.

Qt's wheels rely on a few libraries of the system; without one, importing PySide6 ends in a traceback, and
without a library of the display it ends the process. Nothing here imports more than the standard library.
"""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Callable, Iterable, Mapping, MutableMapping

EXIT_CODE = 3
"""What the program ends with when the machine lacks something."""

ALWAYS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""Libraries that Qt's modules load at import, with or without a screen, and their Debian packages."""

FOR_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-util.so.1": "libxcb-util1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
}
"""Libraries of Qt's X11 platform."""

FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""Libraries of Qt's Wayland platform."""

_PLATFORM = "QT_QPA_PLATFORM"
_NAMED_LIBRARY = re.compile(r"(lib[\w.+-]+?\.so(?:\.\d+)*)\b")


def platform_of(environment: Mapping[str, str]) -> str:
    """Name the Qt platform that will be used: the one asked for, else what the session offers, or ""."""
    asked = environment.get(_PLATFORM, "").split(";")[0].split(":")[0]
    if asked:
        return asked
    if environment.get("WAYLAND_DISPLAY") and environment.get("XDG_SESSION_TYPE") == "wayland":
        return "wayland"
    return "xcb" if environment.get("DISPLAY") else ""


def needs_no_screen(environment: MutableMapping[str, str]) -> None:
    """Choose Qt's platform without a screen, unless one was asked for: nobody looks at what is drawn."""
    environment.setdefault(_PLATFORM, "offscreen")


def needed(platform: str) -> dict[str, str]:
    """List the libraries for a Qt platform, each with the package that brings it."""
    display = {"xcb": FOR_X11, "wayland": FOR_WAYLAND}.get(platform, {})
    return {**ALWAYS, **display}


def can_load(library: str) -> bool:
    """Try whether the system's loader finds a library; Qt is about to load the same ones."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(platform: str, loads: Callable[[str], bool] = can_load) -> list[str]:
    """Name the packages whose libraries cannot be loaded, in the order of the lists above."""
    return [package for library, package in needed(platform).items() if not loads(library)]


def install_sentence(packages: Iterable[str]) -> str:
    """Say in one sentence what to type."""
    return f"缺少系统库，请先执行：sudo apt-get install -y {' '.join(packages)}"


def complaint(
    environment: Mapping[str, str],
    *,
    system: str = sys.platform,
    loads: Callable[[str], bool] = can_load,
) -> str:
    """Say in one sentence what keeps Qt from starting here; empty if nothing does.

    Only Linux leaves libraries to the system; elsewhere the wheels are whole.
    """
    if system != "linux":
        return ""
    platform = platform_of(environment)
    packages = missing_packages(platform, loads)
    if packages:
        return install_sentence(packages)
    if not platform:
        return "没有找到图形桌面，请在桌面会话中打开；不开窗口的用法见 python main.py --help。"
    return ""


def explain(error: ImportError) -> str:
    """Say in one sentence why Qt could not be imported, for what the lists above do not foresee."""
    said = str(error)
    if "GLIBC_" in said:
        return "系统版本过旧，请升级系统（x86_64 需 glibc 2.34，aarch64 需 glibc 2.39）。"
    named = _NAMED_LIBRARY.search(said)
    if named:
        known = {**ALWAYS, **FOR_X11, **FOR_WAYLAND}
        package = known.get(named[1])
        if package:
            return install_sentence([package])
        return f"缺少系统库 {named[1]}，请安装含有它的系统软件包。"
    return f"图形界面组件未能载入，请按 README 的安装命令重新安装（{said}）。"


if __name__ == "__main__":
    # For .ci/run and install scripts: the packages to install for the platform in QT_QPA_PLATFORM, one line.
    import os

    print(" ".join(missing_packages(platform_of(os.environ))))
