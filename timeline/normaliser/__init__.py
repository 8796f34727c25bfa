"""Words, grammar and context: from text to mentions."""
