/**
 * How much is read, kept and listed at most. In one table, because one bound rests
 * on another: what is kept must fit the file that it is read back from.
 */

/** In characters or bytes; far above one response of any questionnaire. A larger file is refused unread. */
export const LARGEST_FILE = 64 * 1024

/** The longest file of a questionnaire, in characters or bytes; far above any that a person could answer. */
export const LARGEST_QUESTIONNAIRE = 1024 * 1024

/** The longest table, in characters: 100,000 rows of 40 columns in words take fifty million. */
export const LARGEST_SHEET = 64 * 1024 * 1024

/** The same in bytes: a UTF-16 unit takes at most three. */
export const LARGEST_SHEET_BYTES = 3 * LARGEST_SHEET

/** How deep a JSON file may be nested: far deeper than any of the diagnostic. */
export const DEEPEST_JSON = 64

/** The longest canonical answer, in characters. One has about five thousand. */
export const LARGEST_ANSWER = 100_000

/** The most rows of one table that are scored. */
export const MOST_ROWS = 100_000

/** The most that the files in an archive take unpacked, in bytes: a small archive can hold far more. */
export const MOST_UNPACKED = 256 * 1024 * 1024

/** The longest file of a mapping, in characters. */
export const LARGEST_MAPPING = 2 * 1024 * 1024

/** The most columns that a mapping names, and the most cells, and levels, that it gives a meaning. */
export const MOST_MAPPED_COLUMNS = 20_000
export const MOST_MAPPED_CELLS = 1000

/** The longest text in which codes are looked for, in characters: ten thousand codes in mails take half of it. */
export const LONGEST_PASTE = 1024 * 1024

/** In bytes; a larger file is read apart from the page. */
export const LARGE_FILE = 256 * 1024

/** The most responses that count in one workshop, and the most people expected at a level. */
export const MOST_ENTRIES = MOST_ROWS

/** The most tombstones of answers that were taken out of a workshop: of the oldest, those beyond are forgotten. */
export const MOST_TAKEN_OUT = 100_000

/** How many people who handed over on one device and passed it on are waited for. */
export const MOST_LEFT = 50

/** How many surveys of a workshop number their responses apart. */
export const MOST_SURVEYS = 1000

/** The longest text that can be somebody's identity in a table, in characters. */
export const LONGEST_IDENTITY = 200

/** The number of waiting texts from which sources have to pause. */
export const MOST_WAITING = 500

/** The longest heading of a column that is looked at, in characters; of a longer one, the beginning stands for it. */
export const LONGEST_MAPPED_NAME = 4000

/** The longest cell that is asked about, and that a mapping gives a meaning, in characters. */
export const LONGEST_MAPPED_CELL = 200

/** The most passages that are taken in from one text or file. */
export const MOST_FOUND = MOST_ROWS

/** The most views of one workshop. */
export const MOST_SNAPSHOTS = 1000

/**
 * How much the responses of one workshop take at most, those that count and those that
 * views name besides, in characters of its file: 100,000 of thirty items take 110
 * million with two identities each.
 */
export const LARGEST_COLLECTED = 128 * 1024 * 1024

/** How many ids all views of one workshop name at most: ten views of 100,000 people. */
export const MOST_NAMED = 1_000_000

/** How much the kept figures of all views of one workshop take at most, in characters: those of some two hundred. */
export const LARGEST_FIGURES = 16 * 1024 * 1024

/** The longest file of a workshop, in characters: its responses, 15 million of ids in views, and their figures. */
export const LARGEST_WORKSHOP = 184 * 1024 * 1024

/** The same in bytes: a UTF-16 unit takes at most three. */
export const LARGEST_WORKSHOP_BYTES = 3 * LARGEST_WORKSHOP

/** The most steps of a presentation that are kept. */
export const MOST_STEPS = 100

/** The longest part of a kept workshop, in characters: a snapshot of the most responses takes 6.7 million. */
export const LARGEST_PART = 8 * 1024 * 1024
