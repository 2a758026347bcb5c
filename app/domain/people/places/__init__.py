"""Where people live and disputes happen: grids, micro-grids and standard addresses."""
