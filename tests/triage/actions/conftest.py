"""Two at once need a database that two can be in: those tests are collected with the hosted services."""

import os

HOSTED = os.environ.get("DATABASE_URL", "").startswith("postgres")
collect_ignore = [] if HOSTED else ["test_two_at_once.py"]
