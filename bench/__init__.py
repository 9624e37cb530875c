"""How fast the checker starts, against the same checker loaded the documented way. `make bench` runs it; nothing else uses it."""
