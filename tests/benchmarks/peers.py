"""Other programs that draw Chinese text, each as its own manual says; as a script: NAME TEXT draws once."""

import json
import os
import shutil
import subprocess
import sys
import time
import warnings
from html import escape
from pathlib import Path

BODY = "NotoSerifSC-Regular.ttf"
SIZE, LEADING, MARGIN = 14, 1.5, "28mm"
GAP = 0.6
"""What typst calls leading: the room between two lines, not from line to line."""


def read(text):
    return json.loads(Path(text).read_text(encoding="utf-8"))


def by_typst(text, fonts):
    """Compile anew for every document, as a program with changing contents must."""
    import typst

    paragraphs = read(text)
    head = (
        f'#set page(paper: "a4", margin: {MARGIN})\n'
        f'#set text(font: "Noto Serif SC", size: {SIZE}pt, lang: "zh")\n'
        f"#set par(justify: true, leading: {GAP}em, spacing: {GAP}em)\n"
    )

    def draw(turn):
        lines = (f"#text({json.dumps(line, ensure_ascii=False)})" for line in [*paragraphs, f"第{turn}号"])
        source = head + "\n\n".join(lines)
        return typst.compile(source.encode(), font_paths=[str(fonts)], ignore_system_fonts=True)

    return draw


def by_weasyprint(text, fonts):
    """Lay out HTML; the typeface is found as the system's are: read once and not for each document."""
    settings = Path(text).with_name("fonts.conf")
    settings.write_text(
        f"<fontconfig><dir>{escape(str(fonts))}</dir>"
        f"<cachedir>{escape(str(settings.parent))}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(settings)
    with warnings.catch_warnings():
        # A library that later versions of the peer will need and that this system may lack.
        warnings.simplefilter("ignore", DeprecationWarning)
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration

    paragraphs = read(text)
    configuration = FontConfiguration()
    sheet = CSS(
        string=f"@page {{size: A4; margin: {MARGIN}}}"
        f"p {{font: {SIZE}pt/{LEADING} 'Noto Serif SC'; text-align: justify; margin: 0}}",
        font_config=configuration,
    )

    def draw(turn):
        lines = "".join(f"<p>{escape(line)}</p>" for line in [*paragraphs, f"第{turn}号"])
        page = HTML(string=f'<html lang="zh-CN"><body>{lines}</body></html>')
        return page.write_pdf(stylesheets=[sheet], font_config=configuration)

    return draw


def by_fpdf2(text, fonts):
    """Write cells that break their lines."""
    from fpdf import FPDF

    paragraphs = read(text)

    def draw(turn):
        pdf = FPDF(format="A4")
        pdf.add_font("body", fname=str(fonts / BODY))
        pdf.set_font("body", size=SIZE)
        pdf.set_margin(28)
        pdf.add_page()
        for line in [*paragraphs, f"第{turn}号"]:
            pdf.multi_cell(0, SIZE * LEADING * 0.3528, line, new_x="LMARGIN", new_y="NEXT")
        return bytes(pdf.output())

    return draw


def by_libreoffice(text, _fonts):
    """Convert a page of HTML in an office suite without a window; the typeface is whatever it finds."""
    paragraphs, office = read(text), shutil.which("soffice")
    page = Path(text).with_name("office.html")

    def draw(turn):
        lines = "".join(f"<p>{escape(line)}</p>" for line in [*paragraphs, f"第{turn}号"])
        page.write_text(f'<html lang="zh-CN"><meta charset="utf-8"><body>{lines}</body></html>', "utf-8")
        command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(page.parent), str(page)]
        subprocess.run(command, check=True, capture_output=True)
        return page.with_suffix(".pdf").read_bytes()

    return draw


PEERS = {
    "typst": by_typst,
    "weasyprint": by_weasyprint,
    "fpdf2": by_fpdf2,
    "libreoffice": by_libreoffice,
}


def main(name, text):
    """Draw one document; tell how long it took with libraries and typefaces, and the process's whole work."""
    from app.archive.resources import fonts_folder

    begun = time.perf_counter()
    if name == "ours":
        from tests.benchmarks.drawing import ours

        draw = ours()
    else:
        draw = PEERS[name](text, fonts_folder())
    ready = time.perf_counter()
    size = len(draw(1))
    done = time.perf_counter()
    figures = {"first": done - ready, "took": done - begun, "cpu": time.process_time()}
    print(json.dumps({"size": size, **{name: span * 1000 for name, span in figures.items()}}))


if __name__ == "__main__":
    main(*sys.argv[1:])
