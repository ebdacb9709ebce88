"""The broker can only be missed where there is one: those tests are collected with the hosted services."""

import os

collect_ignore = [] if os.environ.get("REDIS_URL") else ["test_broker_down.py"]
