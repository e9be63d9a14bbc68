"""How the API looks on the wire: decoders and operations. Private."""
