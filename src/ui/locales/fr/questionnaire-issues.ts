import type { DraftKind, IdKind, QuestionnaireIssue, Tried } from '../../../core/authoring/questionnaire-issues.ts'

/** The work to do before a draft mark may be removed. */
const DRAFT_WORK: Record<DraftKind, string> = {
  questionnaire: 'Choisissez son identifiant, ses contraintes, ses affirmations opposées et ses constats',
  source: 'Révisez excludedVocabulary, dont les racines ont été coupées mécaniquement, et ce que la source couvre',
  concept: 'Décidez si des affirmations la mesurent, puis choisissez son identifiant et sa place',
  constraint: 'Choisissez son identifiant et ses noms',
  item: 'Choisissez son identifiant, sa dimension et qui peut la voir, ou retirez-la',
  'lens item': 'Choisissez son identifiant, ou retirez-la',
  finding: 'Écrivez sa règle et choisissez les textes vers lesquels il renvoie',
  texts: 'Écrivez le titre, la question et l’introduction',
  'scale texts': 'Écrivez sa question et ses réponses',
  'concept texts': 'Écrivez son nom et ce qu’elle décrit',
  'constraint texts': 'Écrivez son nom et ce qu’il faut examiner',
  'item texts': 'Écrivez l’affirmation avec vos propres mots, et la question à poser à son sujet',
  'finding texts': 'Écrivez son texte et sa raison',
}

const KINDS: Record<IdKind, string> = {
  item: 'd’affirmation',
  concept: 'de dimension',
  facet: 'de facette',
  scale: 'd’échelle de réponse',
  option: 'de réponse',
  constraint: 'de contrainte',
  'lens item': 'd’affirmation sur les causes',
}

const COVERED = { symptom: 'le symptôme', misconception: 'l’idée reçue', constraint: 'la contrainte' } as const

const triedIn = ({ what, count }: Tried) => `${count} ${what === 'rooms' ? 'salles' : 'réponses'} essayées`

/** A fault and what to do about it, in French. */
export function describeQuestionnaireIssue(issue: QuestionnaireIssue): string {
  switch (issue.code) {
    case 'unreadable':
      return 'Le fichier ne peut pas être lu. Corrigez-le ou rétablissez-le.'
    case 'shape':
      return 'Ceci n’a pas la forme attendue. Corrigez-le ; le schéma du questionnaire dit ce qui est permis.'
    case 'draft': {
      const { what, from } = issue
      const bullet = from?.bullet ? `, point ou phrase ${from.bullet}` : ''
      const place = from ? ` (${from.answer}, ${from.section}${bullet})` : ''
      return `Ceci est encore une ébauche${place}. ${DRAFT_WORK[what]}, puis retirez la marque.`
    }
    case 'folder-name':
      return `L’identifiant « ${issue.id} » diffère du nom du dossier. Donnez-leur le même.`
    case 'duplicate-id':
      return `L’identifiant « ${issue.id} » sert deux fois. Donnez-en un autre à l’un des deux.`
    case 'unknown-id':
      return `Il n’y a pas ${KINDS[issue.of]} « ${issue.id} ». Corrigez l’identifiant, ou ajoutez ce qu’il désigne.`
    case 'unknown-answer':
      return `« ${issue.slug} » ne fait pas partie des textes publiés. Choisissez-en un que cette page connaît.`
    case 'uncovered':
      return `Aucune affirmation ne couvre ${COVERED[issue.what]} ${issue.which}. Tirez-en une, ou réduisez ce que la source est censée couvrir.`
    case 'not-opposite':
      return `« ${issue.first} » et « ${issue.second} » vont dans le même sens. Associez une affirmation directe à une affirmation inversée.`
    case 'no-language':
      return 'Il n’y a aucun texte. Ajoutez une langue, par exemple « fr ».'
    case 'no-exclusions':
      return `Il n’y a pas de mots exclus pour la langue « ${issue.language} ». Ajoutez la liste, afin que ses textes puissent être vérifiés.`
    case 'missing-text':
      return 'Ce texte manque. Écrivez-le, ou retirez de la structure ce à quoi il appartient.'
    case 'extra-text':
      return 'Rien n’utilise ce texte. Retirez-le, ou corrigez sa clé.'
    case 'too-many-words':
      return `L’affirmation compte ${issue.words} mots. Ramenez-la à ${issue.most} au plus.`
    case 'excluded-word':
      return `Le texte source exclut les explications par « ${issue.word}… ». Dites plutôt ce qui, dans l’organisation, en est la cause.`
    case 'address-in-text':
      return `Les textes ne comportent pas d’adresses, et celui-ci contient « ${issue.address} ». Nommez plutôt le texte publié parmi ceux du constat.`
    case 'unknown-placeholder':
      return issue.isOfRoom
        ? `« ${issue.placeholder} » ne désigne rien et serait lu tel quel. Écrivez {top} pour le nom du niveau le plus proche du sommet, {work} pour celui du niveau le plus proche du terrain, ou retirez les accolades.`
        : `« ${issue.placeholder} » serait lu tel quel : seuls les textes sur un groupe reçoivent des noms de niveaux. Retirez les accolades.`
    case 'mixed-scales':
      return `Les affirmations de « ${issue.concept} » n’ont pas la même échelle de réponse et ne peuvent pas être comparées. Utilisez une seule échelle.`
    case 'no-condition':
      return `Aucune affirmation de « ${issue.concept} » ne parle d’une contrainte : quand cette dimension domine, il n’y a rien à examiner. Donnez des contraintes à ses affirmations.`
    case 'source-again':
      return `Tous les constats de « ${issue.concept} » mènent d’abord au texte d’où viennent les lecteurs. Faites-en commencer un par un autre texte.`
    case 'unguarded':
      return `« ${issue.id} » peut être vrai sans rien de constaté : l’habitude d’approuver n’en peut pas être retranchée. Ajoutez une condition « reported ».`
    case 'conditional':
      return `Avec « ${issue.word} », l’affirmation dépend d’une condition, et « jamais » peut vouloir dire deux choses. Décrivez un seul fait.`
    case 'same-claim':
      return `${issue.times} explications disent « ${issue.word} » ou l’équivalent : on peut les approuver toutes à la fois. Faites dire à chacune ce qui permet de choisir entre elles.`
    case 'unpublished':
      return `La version ${issue.version} n’est pas publiée : ses codes ne pourraient pas être rouverts. Publiez-la.`
    case 'published-otherwise':
      return `La version ${issue.version} a été publiée avec d’autres affirmations ou réponses, et il en existe des codes. Donnez à celle-ci un nouveau numéro.`
    case 'same-number':
      return `Les codes ne distingueraient pas cet identifiant de « ${issue.other} ». Choisissez-en un autre.`
    case 'unknown-file':
      return 'Rien ne lit ce fichier. Renommez-le ou retirez-le.'
    case 'no-questionnaire':
      return 'Il n’y a pas de questionnaire dans ce dossier. Indiquez un dossier qui en contient.'
    case 'unreachable-finding':
      return `Aucune des ${triedIn(issue.tried)} ne fait apparaître « ${issue.id} ». Assouplissez sa règle, ou placez-le plus haut.`
    case 'dead-rule':
      return issue.always
        ? `Cette condition de « ${issue.id} » était vraie pour les ${triedIn(issue.tried)}. Retirez-la, ou rendez-la plus stricte.`
        : `Cette condition de « ${issue.id} » n’était vraie pour aucune des ${triedIn(issue.tried)}. Retirez-la, ou assouplissez-la.`
  }
}
