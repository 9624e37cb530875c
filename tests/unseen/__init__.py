"""Stories that the rules were not written against, answered by somebody who had only the story."""
