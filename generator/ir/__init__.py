"""The API described in API terms: models, unions, operations. Imports nothing; knows neither OpenAPI syntax nor Python."""
