"""One program, for `cloudflare` and for this client."""
