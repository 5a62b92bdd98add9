/** The few words that are there before any others can be loaded, in English. */

/** Where the words of a language could not be loaded. */
export const loadFailed: string = 'This page could not be loaded in full. Check the connection, then load it again.'

/** The link to the diagnostic's own page where an article cannot show the diagnostic. */
export const openDiagnostic: string = 'Open the diagnostic'

/** The link in an article that is there until the diagnostic is. */
export const takeDiagnostic: string = 'Take the leadership self-diagnostic'
