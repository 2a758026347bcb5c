"""Where the program's own data files are: beside the package in a source tree, inside it when installed."""

from __future__ import annotations

from pathlib import Path

from app.domain.errors import StorageRefusal

_PACKAGE = Path(__file__).resolve().parent.parent


def resources_folder() -> Path:
    """Give the folder of data files; StorageRefusal ``resource.missing`` if the installation is not whole."""
    for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise StorageRefusal("resource.missing", name="resources")


def resource_path(name: str) -> Path:
    """Give the path of one data file by its name below ``resources``, ``"tokens.json"`` for one.

    StorageRefusal ``resource.missing`` names a file that is not there.
    """
    path = resources_folder() / name
    if not path.exists():
        raise StorageRefusal("resource.missing", name=name)
    return path


def fonts_folder() -> Path:
    """Give the folder of the made fonts; ``app.archive.fonts`` fills it where the installation did not."""
    return resources_folder() / "fonts"
