"""What an engine says when the world is wrong."""


class EngineUnavailable(RuntimeError):
    """No engine can be built: a file is missing, damaged or not the one expected.

    Nothing may be stored as read when this is raised; the next sweep tries again.
    """
