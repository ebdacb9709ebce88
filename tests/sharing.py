"""How tests are shared between processes: each module goes to one of them whole, and the longest go first.

So what a module makes once is made once: a demo, a page that was read, a library that is slow to load. All that
starts whole services is one share, because each process that starts one migrates a database for it first.
"""

from xdist.scheduler import LoadScopeScheduling

# What waits most and works least goes first: the other processes work meanwhile. Then what takes longest.
SERVICES = ("tests/journeys/", "tests/resilience/", "tests/triage/test_two_at_once.py")
LONG = (
    "tests/patientview/test_demo.py",
    "tests/triage/test_sequences.py",
    "tests/triage/pack/test_pack.py",
    "tests/triage/delivery/test_mail_down.py",
)


def share(nodeid) -> str:
    """The share that a test belongs to: "services", or its module."""
    return "services" if nodeid.startswith(SERVICES) else nodeid.partition("::")[0]


def place(nodeid) -> int:
    """The longest shares come first, the others keep their order."""
    firsts = ("services", *LONG)
    return firsts.index(share(nodeid)) if share(nodeid) in firsts else len(firsts)


class Shares(LoadScopeScheduling):
    """Hands out whole shares, in the order in which they were collected."""

    def __init__(self, config, log=None):
        super().__init__(config, log)
        # It would put first what has most tests, however quick they are.
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid):
        return share(nodeid)
