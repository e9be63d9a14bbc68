"""Generated clients against a mock server of another make, which holds every request to the document."""
