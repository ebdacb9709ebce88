"""What belongs together: merged and linked cases, parts asked of other bodies, and the dates of all of them."""
