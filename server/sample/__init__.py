"""The sample glossary: definitions on renting a home, in English and Dutch, mostly good and a few instructively not."""
