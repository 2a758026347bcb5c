"""The papers by which a case ends or leaves, one a file."""
