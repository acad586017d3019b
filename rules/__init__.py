"""What is right: pure checks of one definition, without database, network or clock."""
