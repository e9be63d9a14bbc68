"""The `x-` keys of this project and of other generators. May import `openapi.loading` and `openapi.metamodel`."""
