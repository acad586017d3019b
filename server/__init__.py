"""What runs the house: settings, application, embedded services, worker, command line."""
