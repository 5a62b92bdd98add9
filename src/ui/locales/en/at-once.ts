/** The few texts that are needed before any others can be loaded, in English. */

/** Shown where the texts of a language could not be loaded. */
export const loadFailed: string = 'This page could not be loaded in full. Check the connection, then load it again.'

/** The link to the diagnostic's own page where an article cannot show the diagnostic. */
export const openDiagnostic: string = 'Open the diagnostic'

/** The link in an article until the diagnostic is shown. */
export const takeDiagnostic: string = 'Take the leadership self-diagnostic'
