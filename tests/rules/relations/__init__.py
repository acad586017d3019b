"""Rules on relations, hierarchy and languages of concepts."""
