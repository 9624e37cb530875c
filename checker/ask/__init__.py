"""What is asked, and how raw answers become facts."""
