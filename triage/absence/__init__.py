"""Who is away and who stands in: said by the person or their lead, worked out on the day, ended by itself."""
