"""How glossaries travel: pure readers and writers, without files, network or database."""
