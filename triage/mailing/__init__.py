"""Many people told by one press that their words arrived: each by their own way, and all of it can be taken back."""
