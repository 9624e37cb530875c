"""What is measured. How fast the checker starts, against the same checker loaded the documented way: `make bench`. How often a checker is right: `make measure`."""
