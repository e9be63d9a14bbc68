"""Building, publishing and documenting the client, against real indexes on loopback."""
