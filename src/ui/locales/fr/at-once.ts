/** The few texts that are needed before any others can be loaded, in French. */

/** Shown where the texts of a language could not be loaded. */
export const loadFailed: string =
  'Cette page n’a pas pu être chargée en entier. Vérifiez la connexion, puis rechargez-la.'

/** The link to the diagnostic's own page where an article cannot show the diagnostic. */
export const openDiagnostic: string = 'Ouvrir le diagnostic'

/** The link in an article until the diagnostic is shown. */
export const takeDiagnostic: string = 'Faire l’autodiagnostic du leadership'
