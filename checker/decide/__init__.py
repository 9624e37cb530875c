"""From facts to a verdict: routes, rules, claims, deadlines, next step."""
