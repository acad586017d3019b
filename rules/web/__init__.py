"""A glossary as a web: which definitions use, repeat and resemble each other, kept up with every change."""
