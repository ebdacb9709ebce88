"""The issues of a complaint: what is complained about, what we found on each, and what will change."""
