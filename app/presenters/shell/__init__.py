"""What belongs to the window around all pages: the lock, and what is told under the bell."""
