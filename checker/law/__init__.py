"""What the law says, as data with sources, and loaders that ask by date. A gap in the data raises."""
