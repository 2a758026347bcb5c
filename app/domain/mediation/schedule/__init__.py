"""When and where people meet: appointments, their clashes and free slots."""
