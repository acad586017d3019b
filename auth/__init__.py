"""Who may: credentials, what they grant, and the viewer that comes out. Knows nothing of GraphQL or of definitions."""
