import { lockedFile } from './workshop-file.ts'
import type { InvitationIssue } from '../../../core/workshop/invitation.ts'
import { agree } from './agree.ts'
import type { HandOverTexts } from '../en/hand-over.ts'

const ASK = 'Demandez à l’animateur de vous renvoyer le lien, et ouvrez-le en entier.'

/** Why an invitation cannot be followed, and what to do, in French. */
function invitationIssue(issue: InvitationIssue): string {
  switch (issue.code) {
    case 'none':
    case 'check':
      return `Le lien est incomplet, ou il a été modifié en chemin. ${ASK}`
    case 'too-long':
      return `Le lien est bien plus long que ne peut l’être une invitation à un atelier. ${ASK}`
    case 'later-format':
      return 'Le lien provient d’une version plus récente de ce diagnostic. Rechargez cette page. Si cela ne suffit pas, demandez à l’animateur où l’ouvrir.'
    case 'shape':
      return `Le lien est entier, mais décrit un atelier qui ne peut pas exister. ${ASK}`
  }
}

/** The texts for a participant of a workshop, in French. */
export const handOverTexts: HandOverTexts = {
  workshop: 'Atelier',
  heading: (name) => name,
  asked: '',
  facts: (items, minutes) =>
    `Environ ${minutes} ${agree(minutes, 'minute', 'minutes')} pour ${items} ${agree(items, 'affirmation', 'affirmations')}.`,
  promises: {
    title: 'Ce que l’animateur verra, et ce qu’il ne verra pas',
    brief: {
      ownAct: 'Rien n’est envoyé automatiquement : à la fin, vous remettez un code, ou non.',
      ownPress: 'Rien n’est envoyé avant que vous n’appuyiez sur un bouton, à la fin. L’envoi part alors scellé.',
      groups: (mean) => `La salle voit des groupes d’au moins ${mean} personnes, et jamais les réponses d’une seule.`,
      raw: 'L’animateur peut emporter chaque réponse, sans les noms.',
      noRaw: 'L’animateur ne peut pas emporter de tableau des réponses individuelles.',
      guess:
        'Sauf si vous êtes au plus proche du terrain, on vous demande aussi ce qu’on y répondrait. Vous pouvez passer.',
      held: 'Votre propre résultat attend que la salle ait vu le sien, sauf si vous le demandez plus tôt.',
      all: 'Qui voit quoi de vos réponses',
    },
    ownAct: {
      title: 'Rien n’est envoyé automatiquement.',
      text: 'À la fin, vous remettez vous-même vos réponses, par une image, un code ou un fichier, ou vous ne le faites pas.',
    },
    ownPress: {
      title: 'Rien n’est envoyé automatiquement.',
      text: 'À la fin, vous appuyez sur un bouton, ou vous montrez un code, ou vous ne faites ni l’un ni l’autre.',
    },
    sealed: {
      title: 'Ce que vous envoyez est scellé.',
      text: (relay) =>
        `L’envoi passe par ${relay} et ne peut être ouvert que sur l’appareil de l’animateur, ou là où il ouvre le fichier de l’atelier. Qui exploite ${relay} voit qu’un appareil a envoyé quelque chose, d’où et quand, et rien de ce qui s’y trouve.`,
    },
    groups: {
      title: 'Ce qui est montré porte sur des groupes.',
      text: (mean, spread) =>
        `Une moyenne n’est montrée que si elle repose sur au moins ${mean} personnes${spread > mean ? `, et la répartition des réponses à partir de ${spread} personnes seulement` : ' ; de même pour la répartition des réponses'}. Tant que la collecte n’est pas close, l’animateur voit seulement combien de personnes ont répondu, et de quel niveau.`,
    },
    single: {
      title: 'Les réponses d’une personne ne sont jamais montrées à la salle.',
      text: 'Votre nom ne vous est pas demandé. Un numéro tiré au hasard vous représente dans cet atelier, et nulle part ailleurs.',
    },
    raw: {
      title: 'L’animateur peut emporter chaque réponse, sans les noms.',
      text: 'Ce fichier comporte une ligne par personne : niveau, jour, toutes les réponses et les suppositions, rythme très rapide ou non, et le numéro tiré au hasard. Si peu de personnes sont au même niveau, quelqu’un qui vous connaît pourrait vous y reconnaître.',
    },
    noRaw: {
      title: 'L’animateur ne peut pas emporter de tableau des réponses individuelles.',
      text: `L’atelier a été préparé sans cette possibilité. ${lockedFile}`,
    },
    code: {
      title: 'Quiconque a votre code peut y lire vos réponses.',
      text: 'Les règles ci-dessus valent pour ce qui est montré. Ce que vous remettez est conservé sur l’appareil de l’animateur avec toutes vos réponses : remettez-le à l’animateur, et à personne d’autre.',
    },
    guess: {
      title: 'À la fin, on vous demande de deviner.',
      text: 'Que répondraient les personnes proches du terrain, dans leur ensemble, à quelques-unes de ces affirmations ? Cela prend une minute environ, vous pouvez passer, et les personnes les plus proches du terrain ne sont pas interrogées. Vos suppositions sont traitées comme vos réponses : montrées pour des groupes seulement, et dans votre code, qui peut être lu.',
    },
    held: {
      title: 'Votre propre résultat vient après celui de la salle.',
      text: 'Il s’ouvre par un mot que l’animateur affiche avec le résultat de la salle, de lui-même à partir du lendemain, ou tout de suite si vous le demandez. Votre code, lui, peut être remis à tout moment : il n’est jamais retenu.',
    },
    fixed: 'Ces règles ont été fixées avant votre invitation et ne changent pas pendant la collecte.',
  },
  notSaidHint: 'Vous ne comptez dans aucun niveau, et vos réponses peuvent rester en dehors des chiffres de la salle',
  mustReopen:
    'Ce navigateur ne permet pas à la page de conserver quoi que ce soit. Remettez vos réponses avant de fermer ou de recharger cette page ; pour revenir, ouvrez de nouveau le lien de l’atelier et répondez à nouveau. Ne remettez vos réponses qu’une seule fois : une seconde remise compterait pour une autre personne.',

  who: {
    title: 'Est-ce vous qui avez répondu ici précédemment ?',
    text: 'Sur cet appareil, des réponses à cet atelier ont été préparées pour être remises, et l’ont peut-être été.',
    same: 'Oui, mes nouvelles réponses remplacent les précédentes',
    other: 'Non, je suis une autre personne',
    otherHint:
      'Les réponses précédentes comptent pour une autre personne. Le résultat précédent est supprimé de cet appareil, afin que chacun ne voie que le sien.',
  },

  title: (name) => `Remettez vos réponses à « ${name} »`,
  lead: 'Présentez cette image à la caméra de l’animateur, ou donnez-lui le code ou le fichier. Rien n’est envoyé automatiquement.',
  unanswered: (amount) =>
    `${amount} ${agree(amount, 'affirmation est restée', 'affirmations sont restées')} sans réponse. Vous pouvez remettre vos réponses en l’état.`,
  replaces:
    'Vos réponses ont changé depuis qu’un code a été préparé ici. Si vous avez remis le précédent, remettez aussi celui-ci : il prend sa place.',
  keptInViews:
    'Une vue du groupe déjà montrée avec vos réponses précédentes les garde, et toutes les vues suivantes aussi, car l’écart dirait ce que vous avez changé.',
  picture: 'Image QR de votre code de remise. Le même code figure en toutes lettres ci-dessous.',
  failed: 'L’image n’a pas pu être préparée. Copiez plutôt le code, ou rechargez la page.',
  code: 'Code de remise',
  copy: 'Copier le code de remise',
  copied: 'Code de remise copié',
  ownCode:
    'Le lien et le code du résultat ne sont que pour vous, pour rouvrir votre résultat. Ce que reçoit l’animateur, c’est le code de remise, plus haut sur cette page.',
  download: 'Le télécharger dans un fichier',
  share: 'Le partager sous forme de lien',
  shareTitle: (name) => `Réponses pour « ${name} »`,
  contents:
    'Le code contient l’atelier, votre niveau, le jour, toutes vos réponses et vos suppositions, si les affirmations vous ont pris moins de deux secondes chacune, votre numéro tiré au hasard et ce à quoi l’atelier s’est engagé. Il ne contient ni nom, ni rien de ce que vous avez saisi.',
  file: (name, code) => [
    `Code de remise pour l’atelier « ${name} »`,
    code,
    'Pour l’animateur : ajoutez ce fichier ou le code sur la page de l’atelier.',
    'Quiconque a le code peut y lire les réponses.',
  ],
  live: {
    lead: (relay) =>
      `Appuyez sur le bouton : vos réponses partent vers l’appareil de l’animateur, scellées, en passant par ${relay}, qui ne peut pas les lire.`,
    hand: 'Remettre mes réponses',
    again: 'Remettre à nouveau',
    code: 'Montrer plutôt le code',
    codeToo: 'Montrer aussi le code',
    state: {
      sending: { title: 'En route…', text: 'Vos réponses sont scellées et en cours d’envoi.' },
      slow: {
        title: 'Pas encore de connexion',
        text: 'L’envoi continue tout seul tant que cette page est ouverte, et à votre prochaine visite. Si vous préférez ne pas attendre, montrez l’image ci-dessous à la caméra de l’animateur, ou donnez-lui le code : vous ne comptez qu’une fois.',
      },
      sent: { title: 'Scellées et envoyées', text: 'L’appareil de l’animateur répond dans un instant.' },
      waits: {
        title: 'Envoyées ; elles attendent, scellées, l’appareil de l’animateur',
        text: 'Vous pouvez fermer cette page. Quand vous rouvrirez le lien de l’atelier, elle vous dira si vos réponses ont été reçues.',
      },
      failed: {
        title: 'L’envoi est impossible d’ici',
        text: 'Montrez l’image ci-dessous à la caméra de l’animateur, ou donnez-lui le code ou le fichier.',
      },
      counted: {
        title: 'Reçues par l’appareil de l’animateur',
        text: 'Merci : vous n’avez plus rien à faire.',
      },
      older: {
        title: 'Des réponses plus récentes de votre part sont déjà là',
        text: 'Ce sont elles qui comptent. Vous avez remis vos réponses plusieurs fois, peut-être dans deux onglets.',
      },
      closed: {
        title: 'La collecte a été close avant l’arrivée de vos réponses',
        text: 'Elles n’ont pas été prises en compte. Si vous souhaitez qu’elles le soient, demandez à l’animateur de rouvrir la collecte, puis remettez-les à nouveau.',
      },
      'other-terms': {
        title: 'Vos réponses n’ont pas été prises en compte',
        text: 'Les règles de l’atelier ne sont plus celles qui vous ont été annoncées. Demandez à l’animateur le lien actuel.',
      },
      'taken-out': {
        title: 'Vos réponses ont été retirées',
        text: 'L’animateur les a supprimées. Elles ne comptent dans aucune vue suivante.',
      },
      full: {
        title: 'Vos réponses n’ont pas été prises en compte',
        text: 'L’atelier en contient autant qu’il peut. Signalez-le à l’animateur.',
      },
      'not-counted': {
        title: 'Vos réponses n’ont pas été comptées',
        text: 'L’animateur a indiqué que vous figurez peut-être dans un tableau déjà pris en compte. Si ce n’est pas le cas, dites-le-lui.',
      },
    },
    since: (day) =>
      `Elles attendent depuis le ${day}. Si vous le pouvez, montrez l’image ci-dessous à l’animateur, ou donnez-lui le code : vous ne comptez qu’une fois.`,
    notHere: (relay) =>
      `Cet atelier recueille aussi les réponses par ${relay}, que cette page n’utilise pas. Remettez plutôt le code.`,
  },
  mark: 'J’ai remis mes réponses',
  marked: (day) => `Remises le ${day}, comme vous l’avez noté. Merci : vous n’avez plus rien à faire.`,
  unmark: 'Pas encore remises',
  change: {
    title: 'Si vous changez d’avis',
    text: 'Tant que vous ne les avez pas remises, personne n’a vos réponses, et rien ne vous y oblige. Ensuite, vous pouvez modifier vos réponses et les remettre à nouveau tant que l’animateur les recueille : les dernières comptent, et vous comptez une seule fois.',
    takenOut:
      'Pour faire retirer vos réponses, adressez-vous à l’animateur. Elles sont alors supprimées de son appareil et ne comptent dans aucune vue suivante ; une vue déjà montrée garde ses chiffres, et une copie de l’atelier exportée auparavant reste hors d’atteinte.',
    answers: 'Modifier mes réponses',
  },
  next: {
    ask: 'Une autre personne répond ici',
    title: 'Passer l’appareil ?',
    text: 'Vos réponses et votre résultat sont supprimés de cet appareil, afin que la personne suivante ne les voie pas. Ce que vous avez remis reste remis. Pour garder votre résultat, copiez d’abord son lien ou téléchargez-le.',
    heldText:
      'Vos réponses et votre résultat, que vous n’avez pas encore vu, sont supprimés de cet appareil, afin que la personne suivante ne les voie pas. Ce que vous avez remis reste remis. Pour garder votre résultat, affichez-le d’abord, puis copiez son lien ou téléchargez-le.',
    keep: 'Garder mes réponses',
    confirm: 'Supprimer et passer l’appareil',
  },
  fate: (isKept) =>
    `${isKept ? 'Vos réponses sont conservées dans ce navigateur, sur cet appareil' : 'Vos réponses ne sont que dans cet onglet, et disparaissent à sa fermeture'}. Elles ne sont envoyées nulle part automatiquement : l’animateur les reçoit quand vous les remettez, et d’aucune autre façon.${isKept ? ' Sur un ordinateur partagé, supprimez tout avant de partir : sous « Résultats sur cet appareil ».' : ''}`,

  missingFile: {
    lead: 'Cet atelier propose un questionnaire à lui. Ses affirmations sont dans un fichier que l’animateur remet avec le lien.',
    which: (name) =>
      `Choisissez ici ce fichier, qui s’appelle d’ordinaire ${name}. Il est lu sur cet appareil et conservé dans ce navigateur ; rien n’est envoyé.`,
    label: 'Le fichier du questionnaire (JSON) : choisissez-le, ou déposez-le sur la page',
    failed:
      'Une partie de la page n’a pas pu être chargée. Vérifiez la connexion, puis choisissez de nouveau le fichier.',
    other: (title, name) =>
      `Ce fichier contient un autre questionnaire, « ${title} ». Choisissez celui qui s’appelle d’ordinaire ${name}, ou demandez-le à l’animateur.`,
    otherVersion: (its, wanted) =>
      `C’est le bon questionnaire, mais dans la version ${its}, et l’atelier propose la version ${wanted}. Demandez ce fichier à l’animateur.`,
    otherContent: (its, wanted) =>
      `C’est le bon questionnaire, mais quelque chose dans le fichier diffère de celui de l’atelier. Demandez de nouveau le fichier à l’animateur. La marque de ce fichier est ${its}, celle du fichier de l’atelier ${wanted}.`,
    none: 'Si vous n’avez pas le fichier, demandez-le à l’animateur, et rouvrez le lien quand vous l’aurez.',
    stays:
      'Ensuite viennent ce qui vous est promis et la première affirmation. Les réponses que vous avez déjà données à cet atelier sur cet appareil sont là dès que le fichier est ouvert.',
  },

  refused: {
    invitation: 'Cette invitation ne peut pas être ouverte',
    invitationIssue,
    questionnaire:
      'L’atelier repose sur un questionnaire que cette page n’a pas. Demandez à l’animateur le lien de la page où l’atelier a été préparé.',
    version:
      'L’atelier repose sur une version du questionnaire plus récente que celle de cette page. Rechargez la page. Si cela ne suffit pas, redemandez le lien à l’animateur.',
    handOver: 'Ce sont des réponses remises à un atelier',
    handOverText: (workshop) =>
      `Le lien contient un code de remise pour l’atelier numéro ${workshop}. Il est destiné à l’animateur, qui l’ajoute sur la page de l’atelier. Les réponses ne sont pas montrées ici.`,
    damaged:
      'Le lien devrait contenir un code de remise pour un atelier, mais une partie manque ou a été modifiée. Demandez à la personne qui l’a envoyé de copier le code à nouveau.',
    console: 'Ouvrir la page de l’animateur',
    alone: 'Faire le diagnostic pour vous-même, hors de tout atelier',
  },
}
