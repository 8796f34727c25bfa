"""Time itself: numbered stretches of the calendar, without words and without libraries."""
