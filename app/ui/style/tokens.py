"""The values of the design, read once from ``resources/tokens.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours as ``#RRGGBB`` under the names of the design."""

    colors: Mapping[str, str]

    def get(self, token: str) -> str:
        """Return the colour named ``token``; a name outside the palette is a bug."""
        return self.colors[token]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Both palettes and the sizes: type in points, everything else in pixels at scale 1."""

    light: Palette
    dark: Palette
    type_pt: Mapping[str, float]
    scales: Mapping[str, float]
    height_px: Mapping[str, int]
    width_px: Mapping[str, int]
    radius_px: Mapping[str, int]


def load_tokens(path: Path) -> Tokens:
    """Read the token file; themes that differ in their names are refused."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    light, dark = raw["palette"]["light"], raw["palette"]["dark"]
    if set(light) != set(dark):
        raise ValueError(f"the themes differ in their names: {sorted(set(light) ^ set(dark))}")
    return Tokens(
        light=Palette(MappingProxyType(dict(light))),
        dark=Palette(MappingProxyType(dict(dark))),
        type_pt=MappingProxyType({name: float(size) for name, size in raw["type_pt"].items()}),
        scales=MappingProxyType({name: float(size) for name, size in raw["scale"].items()}),
        height_px=MappingProxyType({name: int(size) for name, size in raw["height_px"].items()}),
        width_px=MappingProxyType({name: int(size) for name, size in raw["width_px"].items()}),
        radius_px=MappingProxyType({name: int(size) for name, size in raw["radius_px"].items()}),
    )
