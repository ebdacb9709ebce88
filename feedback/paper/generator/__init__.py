"""Forms as they come back from a ward: filled in, scanned badly, and with the truth of what stands on them.

    words, answers      what a person puts on a form
    marks, hands        how they put it there: ticks and crosses, handwriting and typing
    printed             the form before anybody wrote on it, with the codes of one sheet
    strikes             how they cross words out, and underline them
    drills, practice    piles full of what is hard, and boxes of words with no form around them
    damage, mixes       what paper, copiers, scanners and phones do to a page
    make, pile          pages one after another; the pile of 200 cards that a volunteer scans
    pictures            pages as files: PNG, JPEG, and a PDF of nothing but pictures

All of it comes from a seed: the same seed gives the same pages. Seeds below 100,000 are for
teaching and tuning, those from 100,000 for measuring, and nothing is ever taught from the latter.
"""
