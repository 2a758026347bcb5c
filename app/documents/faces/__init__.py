"""TrueType faces: read from disk, cut down to what a document uses, embedded with a right map to Unicode."""
