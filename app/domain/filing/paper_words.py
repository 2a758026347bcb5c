"""The words by which a form names who mediates and what it rests on: by default of people's mediation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """What a form of another channel says instead of 人民调解's words; an empty ``title`` is the kind's own.

    ``basis`` is what a notice of rights rests on, ``ending`` what the end of mediation rests on.
    """

    title: str = ""
    host: str = "人民调解委员会"
    mediator: str = "人民调解员"
    act: str = "人民调解"
    basis: str = "依照《中华人民共和国人民调解法》"
    ending: str = "依照《中华人民共和国人民调解法》第二十六条，"


PEOPLES_WORDS = PaperWords()
