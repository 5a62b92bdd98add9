/** What the file of a whole workshop calls itself. */
export const WORKSHOP_FORMAT = 'leadership-diagnostic-workshop'
