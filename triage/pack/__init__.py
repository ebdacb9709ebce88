"""The Ombudsman's pack: all of a case in one ZIP file that anybody can open and check.

    gather      what of a case goes in, and what stays out
    build       the ZIP: the same state of a case gives the same bytes
    verify      whether a pack is as it was made

The pages are HTML and not PDF: every computer opens them, screen readers read them well, and the same words
give the same bytes for ever, whatever version of a drawing program is installed.
"""
