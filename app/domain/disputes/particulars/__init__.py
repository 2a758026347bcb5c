"""What only disputes of one type have: the accident of a traffic case, the treatment of a medical one."""
