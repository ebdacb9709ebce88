"""How much a file may ask of us. Scanners ask far less; what is above these is a mistake or an attack."""

MEGABYTE = 1024 * 1024

BYTES = 200 * MEGABYTE  # a file
PAGES = 2_000  # a file: ten times a stack of 200 cards
PIXELS = 60_000_000  # a page: A4 at 600 dots an inch is 35 million
OBJECTS = 300_000  # of a PDF: its parts
MEMORY = 1_200 * MEGABYTE  # what the child may write to
ADDRESSES = 3_000 * MEGABYTE  # what it may map: the file itself is among it
SECONDS_OF_CPU = 900  # for all of a file
SECONDS_A_PAGE = (
    60  # without a word from the child, and it is stopped: generous, for machines that do much else
)
SECONDS_TO_START = 120  # until the child says its first word
MOST_CRASHES = 20  # pages that may stop the child before the rest is given up

TOO_LARGE = "It is larger than 200 MB. Scan it in smaller parts."
TOO_MANY_PAGES = "It has more than 2,000 pages. Send it in smaller parts."
TOO_MANY_DOTS = "The page has more than 60 million dots. Scan it at 300 dots an inch."
