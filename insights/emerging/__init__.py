"""What people write about that the theme list does not explain, and that they did not write before."""
