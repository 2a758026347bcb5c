"""The registers of people: parties and staff, and the forms their entries are typed into."""
