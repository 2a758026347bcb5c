"""Free text as it is kept: what people typed, without the signs nobody can see or print."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"\s+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u180e\u200b\u2060-\u2064"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_HALF_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xFFE5: 0xA5}


def clean_text(typed: str) -> str:
    r"""Make every line end a newline and drop what nobody can see; nothing else.

    Dropped because neither database nor paper can hold them: U+0000 and its kin, lone halves of
    surrogate pairs, byte order marks, non-characters; and what web pages put between signs, where
    it breaks search and comparison: zero-width spaces, soft hyphens, word joiners. Kept: every visible
    sign, every space (blank lines, tabs and indents too), ZWJ, ZWNJ and direction marks, which Uyghur
    text needs.

    >>> clean_text("one\r\ntwo\x00")
    'one\ntwo'
    """
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", typed))


def seen_line(typed: str) -> str:
    """Leave only what can be seen on one line, spaces as they stand: what a field shows when it is left."""
    return clean_text(typed).replace("\n", " ").replace("\t", " ")


def one_line(typed: str) -> str:
    """Make one line of it for fields that have no second: each run of blanks becomes one space."""
    return _BLANKS.sub(" ", clean_text(typed)).strip()


def half_width(typed: str) -> str:
    """Turn full-width ASCII, the wide space and the wide yuan sign into their half-width forms.

    This is less than NFKC, on purpose: NFKC would read 10² as 102 and ① as 1.
    """
    return typed.translate(_HALF_WIDTH)
