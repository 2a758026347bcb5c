"""Read queries for screens; each answers with frozen lines of the domain."""
