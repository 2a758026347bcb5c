"""From asking to data, for whole pages on very many cases: the window's own presenters, without widgets."""

from contextlib import closing

from app.archive.clock import SystemClock
from app.bootstrap import location_of, open_centre
from app.domain.duties.board import BoardView
from app.i18n import Formats, Translator
from app.presenters.desk import Desk, InlineRunner
from app.presenters.duties.board import BoardPresenter
from app.presenters.workbench.presenter import WorkbenchPresenter
from tests.benchmarks.measuring import Row, milliseconds, told
from tests.support.intake_desk import Feed
from tests.support.list_desks import Recorder

TIMES = 30
AIM = "< 50 ms"
SCREENFUL = 50


def rows(folder, label, times=TIMES):
    """Measure the pages of one who mediates and of one who sees the whole centre; the caller built it."""
    with closing(open_centre(location_of(folder))) as centre:
        staff = centre.services.people.staff()
        seats = {
            "who mediates": next(member for member in staff if member.is_mediator),
            "who does not": next(member for member in staff if not member.is_mediator),
        }
        for who, me in seats.items():
            yield from _pages(centre.services, me, label, who, times)


def _pages(services, me, label, who, times):
    desk = Desk(
        services=services,
        me=me,
        translator=Translator(),
        formats=Formats(),
        clock=SystemClock(),
        runner=InlineRunner(),
        feed=Feed(),
    )
    bench_view, board_view = Recorder(), Recorder()
    bench = WorkbenchPresenter(desk, Recorder(), bench_view)
    read = milliseconds(lambda _: bench.refresh(), times)
    yield Row(f"{label}: workbench of one {who}, all its parts", told(read), AIM)
    board = BoardPresenter(desk, Recorder(), board_view)
    board.start()

    def look(turn):
        board.choose_view((BoardView.ALL if turn % 2 else BoardView.OVERDUE).value)
        board.request(0, SCREENFUL, board_view.delivered)

    look(1)
    if not board_view.last("delivered"):
        raise AssertionError("the board is empty")
    yield Row(f"{label}: four duties, heads and a screenful, one {who}", told(milliseconds(look, times)), AIM)
    for view in (bench_view, board_view):
        if any(given[0] for name, given in view.calls if name == "show_error"):
            raise AssertionError("a page could not be read")
