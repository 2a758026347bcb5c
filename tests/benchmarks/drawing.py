"""An agreement of two pages drawn by this program, and nothing imported but what drawing needs."""

from dataclasses import replace

from app.archive.resources import fonts_folder
from tests.support.paper_samples import STAFF, agreement, many_parties, sign


def contents_of(turn):
    """Give an agreement that differs from every other in its number."""
    parties = many_parties(2)
    whole = agreement(2, has_court_copy=False)
    return replace(
        whole,
        number=f"（2026）石社人调字第{turn}号",
        facts=whole.facts.split("。")[0] + "。",
        parties=parties,
        signers=(*map(sign, parties), *STAFF),
    )


def ours():
    """Give what draws an agreement by its turn."""
    # Importing is a row of its own: what we put off until the first page, the peers have behind them here.
    import reportlab.pdfbase.pdfdoc  # noqa: F401

    import app.documents.forms.agreement  # noqa: F401
    from app.documents.rendering import Renderer

    renderer = Renderer(fonts_folder())
    return lambda turn: renderer.render(contents_of(turn), is_draft=False).pdf
