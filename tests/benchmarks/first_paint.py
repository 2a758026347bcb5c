"""A child that starts the program and leaves when its window was painted and its data came: FOLDER."""

import json
import resource
import sys
import time


def main(folder):
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QMainWindow, QWidget

    import app.ui  # noqa: F401 - shields None from the bindings before any widget is made
    from app.ui.start import application

    told = {}

    class Watch(QObject):
        """Waits for the first paint of a window, then for the first moment with nothing left to do."""

        def eventFilter(self, watched, event):  # noqa: N802
            is_paint = event.type() == QEvent.Type.Paint and "painted" not in told
            if is_paint and isinstance(watched, QWidget) and watched.isWindow():
                told["painted"] = time.monotonic_ns()
                told["processor"] = time.process_time()
                self.settle()
            return False

        def settle(self):
            window = next(w for w in running.topLevelWidgets() if w.isVisible())
            told["is_main"] = isinstance(window, QMainWindow)
            QTimer.singleShot(0, self.look)

        def look(self):
            # The workbench asks its lists of the database's thread; answers come as queued events.
            quiet_since = time.monotonic_ns()
            if quiet_since - told["painted"] > 300_000_000:
                told["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
                running.quit()
                return
            QTimer.singleShot(5, self.look)

    class Last(QObject):
        """Notes the last paint there was."""

        def eventFilter(self, _watched, event):  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                told["idle"] = time.monotonic_ns()
            return False

    running = application()
    watch, last = Watch(), Last()
    running.installEventFilter(watch)
    running.installEventFilter(last)
    from main import main as program

    program(["--data", folder])
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1])
