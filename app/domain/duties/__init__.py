"""The four duties (四包), and the clocks that run on a case."""
