import type { EntryKind, IssuePlace, PlacedEntry } from '../../../core/authoring/place-issue.ts'
import type { QuestionnaireFileProblem } from '../../../core/authoring/read-questionnaire-file.ts'
import type { JsonFault } from '../../../core/files/scan-json.ts'
import type { QuestionnaireFileTexts } from '../en/questionnaire-file.ts'

const amounts = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })

const LONGEST_NAME = 60

const quote = (name: string) =>
  `« ${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name} »`

const languages = new Intl.DisplayNames('fr', { type: 'language' })
const languageName = (code: string) => (/^[a-z]{2}$/.test(code) ? (languages.of(code) ?? code) : quote(code))

const atLine = (line: number) => `Ligne ${line}`

/** A sentence on a fault in the text of a JSON file, and on what to do about it. */
function fault(found: JsonFault, name: string | null): string {
  switch (found) {
    case 'nothing':
      return 'Le fichier est vide. Choisissez-en un autre, ou partez de l’exemple.'
    case 'unfinished':
      return 'Le fichier s’arrête avant que tout soit fermé. Fermez chaque { par } et chaque [ par ].'
    case 'goes-on':
      return 'Le fichier continue après son dernier crochet. Retirez ce qui suit, ou le crochet qui ferme trop tôt.'
    case 'comma':
      return 'Ensuite, il manque une virgule ou un crochet fermant. Ajoutez-le.'
    case 'comma-too-many':
      return 'Un crochet fermant suit la virgule. Retirez la virgule, ou ajoutez ce qui devait se trouver entre les deux.'
    case 'colon':
      return 'Après ce nom, il manque un deux-points. Ajoutez-le.'
    case 'quotes':
      return 'Les noms et les textes se placent entre guillemets droits, ni courbes ni absents. Mettez-les.'
    case 'quote-inside':
      return 'Un guillemet droit à l’intérieur du texte le ferme trop tôt. Mettez-y des guillemets « comme ceux-ci ».'
    case 'open-text':
      return 'Le texte n’est pas fermé au bout de sa ligne. Écrivez-le sur une seule ligne, et fermez-le par un guillemet droit.'
    case 'character':
      return 'Le texte contient une tabulation ou une seule barre oblique inverse. Mettez une espace pour la première, ou doublez la seconde.'
    case 'comment':
      return 'Il y a ici un commentaire, et JSON n’en connaît pas. Retirez-le.'
    case 'value':
      return 'Ici, un texte, un nombre, une liste ou un groupe manque ou n’est pas fermé. Corrigez-le.'
    case 'nested':
      return 'Les crochets sont imbriqués plus que dans aucun questionnaire. Retirez ceux qui sont de trop.'
    case 'twice':
      return `Le nom ${quote(name ?? '')} apparaît deux fois dans un même groupe, et un seul pourrait compter. Changez-en un, ou retirez-le.`
  }
}

const KINDS: Record<EntryKind, string> = {
  statement: 'affirmation',
  concept: 'dimension',
  constraint: 'contrainte',
  finding: 'constat',
  'room finding': 'constat sur un groupe',
  source: 'source',
  opposites: 'paire d’affirmations opposées',
  scale: 'échelle de réponse',
  'excluded words': 'mots exclus',
}

function entryWords({ of, number, name }: PlacedEntry): string {
  if (of === 'excluded words') return `${KINDS[of]}, ${languageName(name)}`
  const isCounted = (of === 'statement' || of === 'source' || of === 'opposites') && number !== null
  const isNamed = of !== 'opposites' && name !== ''
  return [KINDS[of], ...(isCounted ? [String(number)] : []), ...(isNamed ? [quote(name)] : [])].join(' ')
}

/** The texts about a person's own questionnaire file, in French. */
export const questionnaireFileTexts: QuestionnaireFileTexts = {
  notOpened: (amount: number) =>
    amount === 1
      ? 'Le fichier ne peut pas encore être utilisé. Corrigez ce point, puis choisissez-le de nouveau :'
      : `Le fichier ne peut pas encore être utilisé. Corrigez ces ${amounts.format(amount)} points, puis choisissez-le de nouveau :`,
  more: (amount: number) =>
    amount === 1
      ? 'Et un autre, qui sera nommé une fois ceux-ci corrigés.'
      : `Et ${amounts.format(amount)} autres, qui seront nommés une fois ceux-ci corrigés.`,

  place: ({ line, language, entry, parts }: IssuePlace) =>
    [
      atLine(line),
      ...(language === null ? [] : [`textes en ${languageName(language)}`]),
      ...(entry === null ? [] : [entryWords(entry)]),
      ...(parts.length === 0 ? [] : [quote(parts.join(' › '))]),
    ].join(', '),

  problemPlace(problem: QuestionnaireFileProblem) {
    if (problem.is === 'taken-id') return `${atLine(problem.line)}, « id »`
    return 'line' in problem ? atLine(problem.line) : ''
  },

  problem(problem: QuestionnaireFileProblem) {
    switch (problem.is) {
      case 'too-large':
        return 'Le fichier dépasse 1 Mo, ce qu’aucun questionnaire n’atteint. Choisissez le fichier du questionnaire lui-même.'
      case 'not-json':
        return fault(problem.fault, problem.name)
      case 'structure-alone':
        return 'C’est la structure d’un questionnaire, sans ses textes. Réunissez les deux en un fichier, comme dans l’exemple : « questionnaire » et « texts ».'
      case 'texts-alone':
        return 'Ce sont les textes d’un questionnaire, sans sa structure. Réunissez les deux en un fichier, comme dans l’exemple : « questionnaire » et « texts ».'
      case 'result':
        return 'C’est un fichier de réponses et non un questionnaire. Ouvrez-le sous « Résultats sur cet appareil ».'
      case 'other-file':
        return 'Ce fichier n’est pas un questionnaire. Il en faut les deux parties, comme dans l’exemple : « questionnaire », avec la structure, et « texts », avec les textes de chaque langue.'
      case 'unknown-parts':
        return `À côté de « questionnaire » et de « texts » se trouve ${problem.names.map(quote).join(', ')}. Retirez-le, ou mettez-le à sa place.`
      case 'taken-id':
        return `L’identifiant ${quote(problem.id)} est celui d’un questionnaire de cette page. Donnez au vôtre un identifiant à lui.`
      case 'language':
        return `${quote(problem.name)} ne désigne aucune langue. Écrivez deux minuscules, par exemple « fr » ou « en ».`
    }
  },
}
