"""Start the program: first what the machine lacks is said and the fonts are made, then it opens."""

from __future__ import annotations

import logging
import os
import sys
from types import TracebackType

from app.cli import system_libraries
from app.cli.arguments import OPENING_VERBS, UNSEEN_VERBS, WINDOW_VERBS, parser
from app.cli.streams import speak_plainly


def main(arguments: list[str] | None = None) -> int:
    """Run the program and give its exit code; 3 says that the machine lacks something."""
    speak_plainly()
    asked = parser().parse_args(arguments)
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    sys.excepthook = log_uncaught
    if asked.verb in UNSEEN_VERBS:
        system_libraries.needs_no_screen(os.environ)
    lacking = (asked.verb in WINDOW_VERBS and system_libraries.complaint(os.environ)) or fonts_complaint()
    if lacking:
        print(lacking, file=sys.stderr)
        return system_libraries.EXIT_CODE
    if asked.verb in OPENING_VERBS:
        # Half of a start is reading code and data: whoever double-clicked sees at once that it works.
        from app.archive.resources import resources_folder
        from app.ui.opening.card import show_opening_card

        show_opening_card(resources_folder())
    from app.bootstrap import run

    return run(asked)


def fonts_complaint() -> str:
    """Make the fonts where the installation did not; say in one sentence if they cannot be made."""
    from app.archive.fonts import make_absent_fonts
    from app.domain.errors import StorageRefusal

    try:
        make_absent_fonts(print)
    except StorageRefusal as refusal:
        return f"字体未能制作：{refusal.facts.get('reason') or refusal.facts.get('name')}"
    return ""


def log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Write what nothing caught into the log, whole."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    logging.getLogger("app").critical("uncaught", exc_info=(kind, error, trace))


if __name__ == "__main__":
    sys.exit(main())
