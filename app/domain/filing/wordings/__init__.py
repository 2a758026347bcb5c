"""The fixed wording of the forms, block by block, and what an organisation words for itself."""
