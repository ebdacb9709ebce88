"""Who is told that somebody may be at risk, and whether the telling is alive."""

# In the cache: what is wrong with the alerting, as the banner of staff pages says it.
KEY = "alerting-faults"
