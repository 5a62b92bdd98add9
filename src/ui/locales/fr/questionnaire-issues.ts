import type {
  DraftKind,
  IdKind,
  QuestionnaireIssue,
  ShapeFault,
  Tried,
} from '../../../core/authoring/questionnaire-issues.ts'

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

const WRITTEN: Record<Extract<ShapeFault, { is: 'kind' }>['expected'], string> = {
  text: 'un texte entre guillemets droits',
  number: 'un nombre, sans guillemets',
  'whole number': 'un nombre entier, sans guillemets',
  list: 'une liste entre crochets',
  group: 'un groupe de parties nommées, entre accolades',
}

function describeForm(form: Extract<ShapeFault, { is: 'form' }>['form']): string {
  switch (form) {
    case 'id':
      return 'Un identifiant se compose de minuscules sans accent et de chiffres, en mots reliés par un trait d’union, par exemple « trop-tard ». Corrigez-le.'
    case 'version':
      return 'Une version se compose de trois nombres, par exemple 1.0.0. Corrigez-la.'
    case 'published':
      return 'Une version publiée est nommée par deux nombres, par exemple 1.0. Corrigez-la.'
    case 'language':
      return 'Une langue est nommée par deux minuscules, par exemple « fr » ou « en ». Corrigez-la.'
    case null:
      return 'Ceci n’a pas la forme attendue. Comparez avec la même partie ailleurs.'
  }
}

function describeShape(fault: ShapeFault): string {
  switch (fault.is) {
    case 'missing':
      return 'Cette partie manque. Ajoutez-la.'
    case 'empty':
      return 'Ce texte est vide. Écrivez-le.'
    case 'kind':
      return `Ici doit se trouver ${WRITTEN[fault.expected]}. Écrivez-le ainsi.`
    case 'unknown':
      return `Rien ne s’appelle ${fault.names.map((name) => `« ${name} »`).join(', ')} à cet endroit. Corrigez le nom, ou retirez cette partie.`
    case 'choice':
      return fault.allowed.length === 1
        ? `Seul ${fault.allowed[0]} est possible ici. Écrivez-le, ou retirez cette partie.`
        : `Seul un de ces mots est possible ici : ${fault.allowed.join(', ')}. Choisissez-en un.`
    case 'length':
      return fault.end === 'most'
        ? `Ce texte dépasse ${fault.limit} caractères. Raccourcissez-le.`
        : `Ce texte compte moins de ${fault.limit} caractères. Écrivez-en davantage.`
    case 'entries':
      return fault.end === 'most'
        ? `Il y a trop de choses dans cette liste. Gardez-en ${fault.limit} au plus.`
        : `Il en manque dans cette liste. Mettez-en au moins ${fault.limit}.`
    case 'size': {
      const most = fault.isItself ? `au plus ${fault.limit}` : `inférieur à ${fault.limit}`
      const least = fault.isItself ? `au moins ${fault.limit}` : `supérieur à ${fault.limit}`
      return `Ce nombre doit être ${fault.end === 'most' ? most : least}. Changez-le.`
    }
    case 'form':
    case 'name':
      return describeForm(fault.form)
  }
}

/** A fault and what to do about it, in French. */
export function describeQuestionnaireIssue(issue: QuestionnaireIssue): string {
  switch (issue.code) {
    case 'unreadable':
      return 'Le fichier ne peut pas être lu. Corrigez-le ou rétablissez-le.'
    case 'shape':
      return describeShape(issue.fault)
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
      return `« ${issue.slug} » ne fait pas partie des textes publiés. Nommez-en un comme le fait la fin de son adresse.`
    case 'uncovered':
      return `Aucune affirmation ne couvre ${COVERED[issue.what]} ${issue.which}. Tirez-en une, ou réduisez ce que la source est censée couvrir.`
    case 'not-opposite':
      return `« ${issue.first} » et « ${issue.second} » vont dans le même sens. Associez une affirmation directe à une affirmation inversée.`
    case 'guess-out-of-sight':
      return `« ${issue.id} » ne se voit pas du terrain : il n’y a là aucune réponse à deviner. Choisissez une affirmation dont « visibleFrom » comprend « close ».`
    case 'guesses-of-concept':
      return `${issue.items} ${issue.items === 1 ? 'affirmation' : 'affirmations'} de « ${issue.concept} » ${issue.items === 1 ? 'est à deviner' : 'sont à deviner'}. Choisissez-en deux par concept, ou aucune.`
    case 'guesses-too-many':
      return 'Les combinaisons de réponses à deviner sont plus nombreuses que ce qu’un code de remise peut contenir. Choisissez moins d’affirmations, ou des affirmations à moins d’options.'
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
    case 'conditional-explanation':
      return `Avec «\u00a0${issue.word}\u00a0» au début, qui n’est pas d’accord peut vouloir dire que le cas ne se présente pas. Dites-le de ce dont il s’agit.`
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
