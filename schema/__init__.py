"""The façade: what clients see. The only room that speaks Strawberry and graphql-core."""
