"""What moves the periods of a case: pauses, extensions, and the days that start clocks."""
