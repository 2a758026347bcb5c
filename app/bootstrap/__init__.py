"""The one place that wires: which clock, store, files, renderer and face the program works with."""

from app.bootstrap.start import Opened, location_of, open_centre, run
from app.bootstrap.wiring import build_services

__all__ = ["Opened", "build_services", "location_of", "open_centre", "run"]
