"""The client compared with `cloudflare`, Cloudflare's own package: what its users type, and what they meet here."""
