/** The few texts that are needed before any others can be loaded, in English. */

/** Where the words of a language could not be loaded. */
export const loadFailed: string = 'This page has not loaded in full. Check the connection, then try again.'

/** Which answers are safe when the page's script does not come: those kept here, none yet, or those in a code of the address or the device. */
export const stillKept: string = 'What was kept in this browser is still here.'
export const nothingKept: string = 'Nothing was kept in this browser yet.'
export const codeOpens: string = 'This code opens the result on any device:'

/** Where an article cannot show the diagnostic, before the button that tries again. */
export const notShown: string = 'It has not loaded.'

/** Where an article shows the first screen of the diagnostic, and nothing more comes. */
export const restNotLoaded: string =
  'Only this first screen has loaded. What you choose here stays, and counts once the rest is there.'

/** The button that loads all of it anew. */
export const loadAgain: string = 'Try again'

/** The link to the diagnostic's own page where an article cannot show the diagnostic. */
export const openDiagnostic: string = 'Open the diagnostic'

/** The link in an article until the diagnostic is shown. */
export const takeDiagnostic: string = 'Take the leadership self-diagnostic'

/** Alternative text of the picture in link previews. */
export const previewPicture: string =
  'Example of a result, with invented answers: most of what is reported reaches the top, while half of what is decided is stopped on the way down, by approvals, measures, targets and caution.'

/** The page that is sent where there is none. */
export const noPage: string = 'There is no page at this address'
export const noPageMeans: string = 'The address may have been cut off, or changed on its way.'

/** There, where the address held a code or an invitation, which belong behind the "#" that no server sees. */
export const reachedServer: string =
  'A program on the way, often a mail filter, rewrote this link. So the server was asked for it together with its code, and may have written both in its log.'
export const reachedServerMeans: string =
  'The code is no longer in the address bar. The link below opens it as intended: what follows the “#” stays in this browser.'
