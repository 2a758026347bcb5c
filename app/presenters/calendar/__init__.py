"""日程: rooms and days, one mediator's week, the month and the list; making and moving appointments."""
