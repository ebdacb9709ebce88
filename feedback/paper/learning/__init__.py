"""Teaching the reader: from made pages, and from what people corrected, to the small model files it reads with.

    examples     boxes and words with the truth beside them
    corrected    boxes that people checked
    ticks        the network that tells empty, marked and solid boxes apart
    strikes      the network that finds crossed-out words
    words        how far two readings may be believed
    thresholds   how sure is sure enough, chosen on pages kept apart

The command is manage.py train_paper. Pages of seeds from 100,000 on are for measuring and never used here.
"""
