"""What is promised about speed, measured against a named peer in the same run."""
