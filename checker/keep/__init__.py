"""What to keep: the evidence of a case (三凭证)."""
