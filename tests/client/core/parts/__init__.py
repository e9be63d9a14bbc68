"""What a generator would emit around the core, written by hand for the tests of the core."""
