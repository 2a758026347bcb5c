"""The database: rows, repositories, queries, unit of work, opening and upgrading; nothing live leaves it."""
