"""From an effective agreement to dates: its plan, its clocks, and the legal steps when it is not kept."""
