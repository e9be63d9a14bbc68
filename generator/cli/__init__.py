"""The commands of the command line. May import everything."""
