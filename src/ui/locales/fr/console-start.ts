import type { WorkshopFileIssue } from '../../../core/workshop/workshop-file.ts'
import type { ConsoleTexts } from '../en/console.ts'
import { count, date, number, quote, responses } from './amounts.ts'

function fileIssue(issue: WorkshopFileIssue): string {
  const again = 'Exportez-le de nouveau là où il était conservé, puis importez ce fichier.'
  const choose = 'Choisissez le fichier obtenu par « Exporter l’atelier ».'
  switch (issue.code) {
    case 'too-large':
      return `Le fichier est plus gros qu’aucun atelier. ${choose}`
    case 'not-a-workshop':
      return `Ce n’est pas le fichier d’un atelier. ${choose} Les réponses se remettent à l’intérieur d’un atelier.`
    case 'later-format':
      return 'Le fichier vient d’une version plus récente du diagnostic. Rechargez cette page, puis importez-le.'
    case 'shape':
      return `Le fichier contient, à l’endroit ${quote(issue.path)}, un élément qui n’y a pas sa place. ${again}`
    case 'twice':
      return `Le fichier contient deux fois la même réponse, à l’endroit ${quote(issue.path)}. ${again}`
    case 'promises':
      return `Les réponses à l’endroit ${quote(issue.path)} ont été données sur d’autres engagements que ceux de l’atelier de ce fichier : ses niveaux ou son effectif minimal ont été modifiés depuis. ${again}`
    case 'snapshot':
      return `L’instantané ${number.format(issue.number)} du fichier ne correspond pas aux réponses qui s’y trouvent. ${again}`
  }
}

/** The workshops on this device. */
export const startTexts: ConsoleTexts['start'] = {
  over: 'Pour qui anime',
  title: 'Ateliers',
  lead: 'Chacun répond sur son propre téléphone, la salle discute de ce qu’elle voit, et personne n’est exposé. Tout reste sur cet appareil : ni compte, ni serveur, et une fois la page ouverte, aucune connexion n’est nécessaire.',
  offline: (isReady) =>
    isReady === null
      ? 'Cette page est en cours d’enregistrement sur l’appareil, pour s’ouvrir aussi sans réseau…'
      : isReady
        ? 'Cette page est conservée sur cet appareil : elle s’ouvre aussi sans réseau.'
        : 'Ce navigateur ne conserve pas cette page sur l’appareil. Ouvrez-la tant qu’il y a un réseau et gardez son onglet ouvert : elle n’en a alors plus besoin.',
  create: 'Préparer un atelier',
  kept: 'Sur cet appareil',
  none: 'Aucun atelier n’est encore conservé sur cet appareil.',
  unread: 'Cette version ne peut pas en donner la liste.',
  open: 'Ouvrir',
  remove: 'Supprimer',
  of: (name: string) => `l’atelier ${quote(name)}`,
  removeTitle: (name: string) => `Supprimer ${quote(name)} ?`,
  removeText: (amount: number, isShown: boolean) =>
    [
      `${amount === 0 ? 'Ses réglages seront supprimés' : `Ses réglages et ${responses(amount)} seront supprimés`} de cet appareil, et les codes donnés par son lien ne pourront plus être reçus. Un fichier exporté auparavant peut être réimporté.`,
      ...(isShown
        ? ['Le fait que des vues en ont été montrées reste en mémoire, sans noms, réponses ni chiffres.']
        : []),
    ].join(' '),
  removeConfirm: 'Supprimer définitivement',
  removeKeep: 'Le garder',
  removed: (name: string) => `${quote(name)} est supprimé.`,
  notRemoved:
    'Le navigateur n’a pas laissé la page le supprimer. Effacez les données de ce site dans les réglages du navigateur.',
  ledgers: (amount: number) =>
    amount === 1 ? 'Ce qui reste d’un atelier supprimé' : `Ce qui reste de ${number.format(amount)} ateliers supprimés`,
  ledgersText:
    'De chacun, son numéro, ses engagements et des marques scellées de qui figurait dans quelle vue ou a été retiré : ni nom, ni réponse, ni chiffre. Un fichier de cet atelier importé de nouveau y est tenu, afin qu’aucune vue ne diffère d’une seule personne d’une vue déjà montrée. « Tout supprimer sur cet appareil » l’efface aussi.',
  ledger: (id: string, views: number, iso: string | null) =>
    iso === null ? id : `${id} : ${count(views, 'vue', 'vues')}, la dernière le ${date(iso)}`,
  responses,
  latest: (iso: string) => `la dernière le ${date(iso)}`,
  nothing: 'rien de recueilli encore',
  check: 'Vérification d’un dirigeant',
  collecting: 'Recueil ouvert',
  closed: 'Recueil clos',
  unreadable: (id: string) =>
    `L’atelier ${id} ne peut pas être lu par cette version. Il a été laissé tel quel : rechargez cette page pour obtenir la version la plus récente, ou téléchargez-le en l’état.`,
  download: 'Télécharger en l’état',
  lasting:
    'Les navigateurs peuvent effacer ce qu’une page conserve, certains après une semaine sans visite. Le fichier exporté est la copie qui dure. Sur un ordinateur partagé, exportez et supprimez avant de partir.',
}

/** A workshop of simulated people. */
export const tryOutTexts: ConsoleTexts['tryOut'] = {
  title: 'Répéter',
  about:
    'Un groupe fictif de 24 personnes simulées, avec des résultats à lire et à présenter. Personne n’a donné ces réponses, et c’est indiqué partout où elles apparaissent.',
  open: 'Ouvrir le groupe fictif',
  check: 'Ouvrir un exemple de vérification',
  name: 'Groupe fictif (simulé)',
  client: 'Entreprise fictive (simulée)',
  levels: ['Comité de direction', 'Équipes'],
}

/** Bringing in the file of a workshop. */
export const importingTexts: ConsoleTexts['importing'] = {
  title: 'Importer un atelier',
  label: 'Le fichier d’un atelier : choisissez-le, ou déposez-le sur cette page',
  issue: fileIssue,
  encoding: 'Le fichier n’est pas un texte lisible. Choisissez le fichier obtenu par « Exporter l’atelier ».',
  foreign: (name: string) =>
    `${quote(name)} utilise un questionnaire, ou une version de celui-ci, absents de cette page. Il est conservé, mais rien ne peut y être recueilli ici.`,
  done: (name: string) => `${quote(name)} est importé.`,
  elsewhere: (name: string) =>
    `Une vue de ${quote(name)} a-t-elle été montrée sur un autre appareil depuis l’écriture de ce fichier ?`,
  elsewhereText:
    'Cet appareil ne peut pas le savoir. Si c’est le cas, une vue qui n’en différerait que de quelques personnes en dirait trop sur elles : elle attend alors autant de nouvelles personnes que le plus petit groupe montré.',
  nowhere: 'Non, nulle part',
  somewhere: 'Oui, ou je ne sais pas',
  stayOut: (amount: number) =>
    amount < 2
      ? 'Une réponse du fichier a été retirée ici et le reste.'
      : `${number.format(amount)} réponses du fichier ont été retirées ici et le restent.`,
  exists: (name: string) => `${quote(name)} se trouve déjà sur cet appareil.`,
  existsText: (here: number, file: number) =>
    `Il compte ici ${responses(here)}, et ${number.format(file)} dans le fichier. Une copie reçoit son propre identifiant : les codes que remettent les participants vont à l’atelier qui est ici. Une vue de l’un lie les deux, et ce qui est retiré de l’un l’est des deux.`,
  replace: 'Remplacer celui d’ici',
  both: 'Garder les deux',
  cancel: 'Ne rien changer',
  copy: (name: string) => `${name} (copie)`,
}
