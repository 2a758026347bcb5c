"""Pieces of a transaction that several use cases share: reading, numbering, freezing, winding clocks."""
