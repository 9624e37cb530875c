"""What somebody has to look at again: holidays that others have otherwise, data whose check is due, laws with a later text. One report, once a month."""
