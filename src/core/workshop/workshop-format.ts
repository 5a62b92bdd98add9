/** The format's name in the file of a whole workshop. */
export const WORKSHOP_FORMAT = 'leadership-diagnostic-workshop'
