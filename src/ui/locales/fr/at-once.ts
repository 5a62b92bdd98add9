/** The few texts that are needed before any others can be loaded, in French. */

/** Where the words of a language could not be loaded. */
export const loadFailed: string = 'Cette page n’est pas chargée en entier. Vérifiez la connexion, puis réessayez.'

/** Which answers are safe when the page's script does not come: those kept here, none yet, or those in a code of the address or the device. */
export const stillKept: string = 'Ce qui était conservé dans ce navigateur est toujours là.'
export const nothingKept: string = 'Rien n’était encore conservé dans ce navigateur.'
export const codeOpens: string = 'Ce code ouvre le résultat sur n’importe quel appareil\u00a0:'

/** Where an article cannot show the diagnostic, before the button that tries again. */
export const notShown: string = 'Le chargement a échoué.'

/** Where an article shows the first screen of the diagnostic, and nothing more comes. */
export const restNotLoaded: string =
  'Seul ce premier écran est chargé. Ce que vous y choisissez reste, et comptera dès que la suite sera là.'

/** The button that loads all of it anew. */
export const loadAgain: string = 'Réessayer'

/** The link to the diagnostic's own page where an article cannot show the diagnostic. */
export const openDiagnostic: string = 'Ouvrir le diagnostic'

/** The link in an article until the diagnostic is shown. */
export const takeDiagnostic: string = 'Faire l’autodiagnostic du leadership'

/** Alternative text of the picture in link previews. */
export const previewPicture: string =
  'Exemple de résultat, avec des réponses inventées\u00a0: presque tout ce qui est signalé parvient à la direction, mais la moitié de ce qui est décidé s’arrête en route, à cause de validations, d’indicateurs, d’objectifs et de la prudence.'

/** The page that is sent where there is none. */
export const noPage: string = 'Il n’y a pas de page à cette adresse'
export const noPageMeans: string = 'L’adresse a peut-être été coupée, ou modifiée en chemin.'

/** There, where the address held a code or an invitation, which belong behind the "#" that no server sees. */
export const reachedServer: string =
  'Un programme, souvent un filtre de messagerie, a réécrit ce lien en chemin. Le serveur l’a donc reçu avec son code, et a pu noter les deux dans son journal.'
export const reachedServerMeans: string =
  'Le code n’est plus dans la barre d’adresse. Le lien ci-dessous l’ouvre comme prévu\u00a0: ce qui suit le «\u00a0#\u00a0» reste dans ce navigateur.'
