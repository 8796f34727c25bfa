"""From mentions to a chronology: documents, events, and what a view selects."""
