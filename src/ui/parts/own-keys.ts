/** The prefix of every key in the browser's storage. Keys of a host have another one. */
export const OWN_KEYS = 'leadership-diagnostic.'
