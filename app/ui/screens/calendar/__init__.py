"""日程: rooms and days in a grid, one mediator's week, the month and the list."""
