"""The door for paper: forms that are printed, scanned, read, checked where they must be, and then are feedback.

    layout, payload          what a form looks like, and what its codes say
    form/                    drawing and printing it
    files/                   files people send, taken apart where they can do no harm
    reading/                 from the picture of a page to what stands on it (heavy: workers only)
    batches/                 what was scanned together, and what became of every page
    checking/                the screen where people check what the machine was unsure of
    accuracy/                how right the machine is, counted from what people corrected
    generator/               filled and damaged forms to train and measure with

Only `reading`, `accuracy` and `generator` may load OpenCV, NumPy or an engine for letters, and no page imports these.
"""
