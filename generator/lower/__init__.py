"""From OpenAPI nodes to the API in its own words."""
