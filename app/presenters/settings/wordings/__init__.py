"""文书用语: the fixed wording of papers, block by block, as an organisation wants it."""
