"""Make the fonts before the program is built or installed, so that no font stands in the source tree."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = {"main.py": "app/__main__.py", "migrations": "app/migrations", "resources": "app/resources"}
"""What a wheel holds of the tree besides the package, and where."""


class FontHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own type argument is not public
    """Run ``resources/make_fonts.py``; files that are there or in the user's cache cost no time."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Fill ``resources/fonts`` for a wheel or an editable install; a source archive carries no font."""
        if self.target_name != "wheel":
            return
        script = Path(self.root) / "resources" / "make_fonts.py"
        # A process of its own: the script starts workers, which must find it by name on every system.
        subprocess.run([sys.executable, str(script)], check=True)
        if version == "standard":
            # A wheel carries inside the package what a tree has beside it; editable installs read the tree.
            root = Path(self.root)
            build_data["force_include"] = {str(root / name): place for name, place in CARRIED.items()}
