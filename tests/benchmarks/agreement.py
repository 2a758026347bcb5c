"""An agreement of two pages drawn by this program and, with the same text and typeface, by four others."""

import json
import shutil
from importlib.util import find_spec

from app.archive.resources import fonts_folder
from tests.benchmarks import peers
from tests.benchmarks.drawing import ours
from tests.benchmarks.measuring import Row, milliseconds, python, whole_processes
from tests.support.pdf_reading import page_count

TIMES = 30
COLD_TIMES = 7
AIMS = {"typst": "≤ 1.0 ×", "weasyprint": "≤ 0.3 ×", "fpdf2": "", "libreoffice": ""}
MODULES = {"typst": "typst", "weasyprint": "weasyprint", "fpdf2": "fpdf"}


def paragraphs_of(pdf):
    """Take the text of our page apart into paragraphs: a line that fills its width goes on in the next."""
    from io import BytesIO

    from pypdf import PdfReader

    lines = [line for page in PdfReader(BytesIO(pdf)).pages for line in page.extract_text().splitlines()]
    found = [""]
    for line in lines:
        found[-1] += line
        if len(line) < FULL_LINE:
            found.append("")
    return [text for text in found if text.strip()]


FULL_LINE = 28


def installed():
    """Name the peers that are here: of the extra ``bench``, and an office suite if the machine has one."""
    office = ["libreoffice"] if shutil.which("soffice") else []
    return [*(name for name, module in MODULES.items() if find_spec(module) is not None), *office]


def rows(folder, times=TIMES, cold_times=COLD_TIMES):
    """Measure one process that goes on drawing, then whole processes that draw one agreement each."""
    draw = ours()
    pdf = draw(0)
    folder.mkdir(parents=True, exist_ok=True)
    text = folder / "paragraphs.json"
    text.write_text(json.dumps(paragraphs_of(pdf), ensure_ascii=False), encoding="utf-8")
    warm = {"ours": milliseconds(draw, times)}
    yield Row("agreement: pages and size", f"{page_count(pdf)} pages, {len(pdf) // 1024} KiB")
    for name in installed():
        peer = peers.PEERS[name](text, fonts_folder())
        drawn = peer(0)
        yield Row(
            f"agreement: {name}'s pages and size", f"{page_count(drawn)} pages, {len(drawn) // 1024} KiB"
        )
        warm[name] = milliseconds(peer, times)
    yield from compared("agreement, process going on", {name: spans[0] for name, spans in warm.items()})
    commands = {name: python("-m", "tests.benchmarks.peers", name, text) for name in ("ours", *installed())}
    cold = whole_processes(commands, cold_times)
    for figure, label in COLD.items():
        yield from compared(f"agreement, {label}", {name: found[figure] for name, found in cold.items()})


COLD = {
    "first": "first of a process, typefaces unread",
    "took": "the same with importing the library",
    "wall": "whole process",
    "cpu": "whole process, processor time",
}


def compared(label, spans):
    """Give our row, then each peer's with the ratio of ours to it."""
    for name, found in spans.items():
        ratio = "" if name == "ours" else f"; ours is {spans['ours'] / found:.2f} × of it"
        yield Row(f"{label}: {name}", f"{found:.1f} ms{ratio}", AIMS.get(name, ""))
    for name in AIMS.keys() - spans.keys():
        whence = "extra bench" if name in MODULES else "no soffice on this machine"
        yield Row(f"{label}: {name}", f"not installed ({whence})", AIMS[name])
