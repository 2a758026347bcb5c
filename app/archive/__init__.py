"""Files on disk: issued pages and attachments by digest, the data folder, and rules as dated data."""
