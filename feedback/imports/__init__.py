"""Files of feedback from elsewhere: one small adapter a source, everything else shared.

To add a source, write its adapter (see `fft.py`: its columns and what one row means)
and name it in `sources.py`. Reading files, guessing columns, refusing rows, counting
and storing each once are the same for all of them.
"""
