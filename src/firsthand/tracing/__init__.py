"""What needs many articles: copies, the same words, the same claim, and how many origins stand behind it."""
