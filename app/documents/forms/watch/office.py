"""What papers of an office share: the type area of GB/T 9704-2012 as style, not as 公文."""

from __future__ import annotations

from app.documents.lines.styles import Align, TextStyle
from app.documents.pages.paper import MM, Sheet

OFFICE_A4 = Sheet(side=27 * MM, top=37 * MM, foot=35 * MM)
"""天头 37 mm and 版心 156 by 225 mm of GB/T 9704-2012; both sides share what is left."""
PRINTED = TextStyle(align=Align.RIGHT, above=8)
"""The day at the foot."""
