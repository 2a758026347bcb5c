"""Archival settings (PDF/A-2b): described, with the colours of its pictures told; claimed only if validated.

No font is left outside by what this program draws; an attached PDF may have brought one along, and then
no validator lets the file pass. Without a validator on the machine nothing is claimed.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

VALIDATOR = "verapdf"
UNVALIDATED = "归档设置（PDF/A-2b），未经验证"
_PRODUCER = "MapleBridge"
_SECONDS = 300
_MADE_AT = slice(24, 36)
_MADE_ON = b"".join(number.to_bytes(2, "big") for number in (2026, 1, 1, 0, 0, 0))
_COLOURS = "sRGB IEC61966-2.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFactsSheet:
    """What the bound file says of itself: never a party's name."""

    title: str
    author: str
    subject: str
    day: date


def describe(pdf: pikepdf.Pdf, facts: FileFactsSheet, *, is_claimed: bool) -> None:
    """Write XMP and the old list of facts alike, the output intent and the language."""
    import pikepdf

    if "/Metadata" in pdf.Root:
        del pdf.Root.Metadata
    moment = datetime(facts.day.year, facts.day.month, facts.day.day, tzinfo=UTC).isoformat()
    with pdf.open_metadata(set_pikepdf_as_editor=False) as told:
        told["dc:title"] = facts.title
        told["dc:creator"] = [facts.author]
        told["dc:description"] = facts.subject if is_claimed else f"{facts.subject}；{UNVALIDATED}"
        told["dc:language"] = ["zh-CN"]
        told["pdf:Producer"] = _PRODUCER
        told["xmp:CreatorTool"] = _PRODUCER
        told["xmp:CreateDate"] = moment
        told["xmp:ModifyDate"] = moment
        if is_claimed:
            told["pdfaid:part"] = "2"
            told["pdfaid:conformance"] = "B"
    root, name = pdf.Root, pikepdf.Name
    root.Lang = pikepdf.String("zh-CN")
    root.MarkInfo = pikepdf.Dictionary(Marked=False)
    root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True, PrintScaling=name("/None"))
    profile = pikepdf.Stream(pdf, _colour_profile())
    profile.N = 3
    intent = pikepdf.Dictionary(
        Type=name.OutputIntent,
        S=name("/GTS_PDFA1"),
        OutputConditionIdentifier=pikepdf.String(_COLOURS),
        Info=pikepdf.String(_COLOURS),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])


def validator() -> Path | None:
    """Find the validator of this machine."""
    found = shutil.which(VALIDATOR)
    return Path(found) if found else None


def is_valid(path: Path, judge: Path) -> bool:
    """Ask the validator whether a file is what it claims; whatever goes wrong is a no."""
    try:
        asked = [str(judge), "--flavour", "2b", "--format", "text", str(path)]
        # The program is the one found on the path of whoever runs this; the file is our own.
        told = subprocess.run(asked, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.returncode == 0 and told.stdout.decode("utf-8", "replace").startswith("PASS")


def _colour_profile() -> bytes:
    """Make the profile of sRGB anew: nothing of somebody else's is kept in the tree."""
    from PIL import ImageCms

    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # The head of a profile says when it was made (ICC.1, 7.2.8): always the same, for the same bytes.
    return made[: _MADE_AT.start] + _MADE_ON + made[_MADE_AT.stop :]
