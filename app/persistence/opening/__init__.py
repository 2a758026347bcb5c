"""Opening a database: where it lies, who holds it, how it is brought up to date, what it refuses."""
