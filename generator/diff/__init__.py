"""What an edit of the description means for those who import the client; README.md says how it is judged."""
