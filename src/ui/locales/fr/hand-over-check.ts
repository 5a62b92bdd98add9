import type { CheckTerms } from '../../../core/workshop/check-terms.ts'
import { ofName } from './of-name.ts'
import type { HandOverTexts } from '../en/hand-over.ts'

/** Les textes pour une personne sollicitée pour une vérification, en français : ceux d’un atelier là où ils disent la même chose. */
export function askedTexts(texts: HandOverTexts, { leader, keeper }: CheckTerms): HandOverTexts {
  const who = keeper || leader
  const device = `l’appareil ${ofName(who)}`
  const skill =
    'Une personne compétente en informatique pourrait, sur cet appareil, en lire davantage, ou répondre à la place d’autrui.'
  const shows =
    keeper === ''
      ? `L’appareil ${ofName(who)} montre à ${leader} des moyennes de cinq personnes ou plus, jamais les réponses d’une seule.`
      : `L’appareil ${ofName(who)} montre des moyennes de cinq personnes ou plus, jamais les réponses d’une seule. ${keeper} remet à ${leader} la page imprimée.`
  const { state } = texts.live
  return {
    ...texts,
    workshop: 'Vérification',
    heading: () => `${leader} vous demande comment vous voyez les choses`,
    asked: `On vous sollicite comme personne du terrain. ${leader} a répondu aux mêmes affirmations, et voudrait savoir où le terrain voit autre chose. Si ce n’est pas votre place, merci de ne pas répondre ici.`,
    promises: {
      ...texts.promises,
      title: `Ce que ${leader} verra, et ne verra pas`,
      brief: {
        ...texts.promises.brief,
        ownAct: `Rien ne part tout seul. À la fin, vous transmettez un code à ${who}, ou vous ne le faites pas.`,
        ownPress: `Rien ne part avant que vous n’appuyiez sur un bouton, à la fin. Vos réponses vont alors, scellées, sur ${device}.`,
        groups: () => shows,
        noRaw: skill,
        all: 'Qui voit quoi de vos réponses',
      },
      ownAct: {
        title: 'Rien ne part tout seul.',
        text: `À la fin, vous transmettez vous-même vos réponses à ${who}, sous forme de code, de lien ou de fichier, ou vous ne le faites pas. Un courriel ou un message dit de qui il vient.`,
      },
      sealed: {
        ...texts.promises.sealed,
        text: (relay) =>
          `Cela passe par ${relay} et ne s’ouvre que sur ${device}, ou là où ${who} porte le fichier de la vérification. Qui exploite ${relay} voit qu’un appareil a envoyé quelque chose, d’où et quand, et rien de ce que cela dit.`,
      },
      groups: {
        title: 'Ce qui est montré porte sur des groupes.',
        text: (mean, spread) =>
          `${shows} La dispersion des réponses à une affirmation ne sert qu’à partir de ${spread} personnes. Jusqu’à la clôture, il n’y a que le nombre de réponses ; avec moins de ${mean} réponses, rien n’est jamais montré.`,
      },
      single: {
        title: 'Les réponses d’une seule personne ne sont pas montrées.',
        text: `On ne vous demande pas votre nom. Un numéro tiré au hasard vous représente dans cette vérification, et nulle part ailleurs. ${leader} ne fait pas partie du groupe.`,
      },
      noRaw: {
        title: 'L’appareil détient chaque réponse.',
        text: `Il n’en sort aucun tableau. ${skill} Personne ne contrôle qui répond : quiconque a le lien pourrait le faire plusieurs fois.`,
      },
      code: {
        ...texts.promises.code,
        text: `Les règles ci-dessus valent pour ce qui est montré. Ce que vous remettez est conservé sur ${device} avec chaque réponse : donnez-le à ${who} et à personne d’autre.`,
      },
    },
    mustReopen:
      'Ce navigateur ne laisse rien conserver à la page. Remettez vos réponses avant de la fermer ou de la recharger ; pour revenir, rouvrez le lien et répondez à nouveau. Merci de ne remettre qu’une fois : une seconde compterait comme une autre personne.',
    who: {
      ...texts.who,
      text: 'Sur cet appareil, des réponses à cette vérification ont été préparées pour être remises, et l’ont peut-être été.',
    },
    title: () => `Remettre vos réponses à ${who}`,
    lead: `Copiez le code et envoyez-le à ${who}, par message, par lien ou par fichier. Rien ne part tout seul.`,
    keptInViews:
      'Une vue qui a été montrée avec vos réponses précédentes les conserve, et toute vue ultérieure aussi, parce que la différence dirait ce que vous avez changé.',
    ownCode: `Le lien et le code de résultat ne sont qu’à vous, pour rouvrir votre résultat. Ce que ${who} relève, c’est le code de remise, plus haut sur cette page.`,
    shareTitle: () => `Réponses pour la vérification ${ofName(leader)}`,
    contents:
      'Le code contient la vérification, le jour, chaque réponse, si les affirmations vous ont pris moins de deux secondes chacune, votre numéro tiré au hasard, et ce qu’on vous a promis. Il ne contient aucun nom, ni rien de ce que vous avez écrit.',
    file: (_name, code) => [
      `Code de remise pour la vérification ${ofName(leader)}`,
      code,
      `Pour ${who} : relevez ce fichier ou le code sur la page de la vérification.`,
      'Quiconque a le code peut lire les réponses qu’il contient.',
    ],
    live: {
      ...texts.live,
      lead: (relay) =>
        `Appuyez sur le bouton, et vos réponses vont sur ${device} : scellées, par ${relay}, qui ne peut pas les lire.`,
      state: {
        ...state,
        slow: {
          ...state.slow,
          text: `L’envoi continue de lui-même tant que cette page est ouverte, et à votre prochaine visite. Pour ne pas attendre, envoyez à ${who} le code ci-dessous : vous comptez de toute façon une seule fois.`,
        },
        sent: { ...state.sent, text: 'L’autre appareil répond dans un instant.' },
        waits: {
          title: `Envoyé, et en attente, scellé, pour ${device}`,
          text: 'Vous pouvez fermer cette page. Quand vous rouvrirez le lien, elle dira si vos réponses ont été reçues.',
        },
        failed: { ...state.failed, text: `Envoyez à ${who} le code ci-dessous, par message ou par fichier.` },
        counted: { ...state.counted, title: `Reçu sur ${device}` },
        closed: {
          title: 'La vérification a été close avant l’arrivée de vos réponses',
          text: `Elles n’ont pas été relevées. Si vous souhaitez qu’elles comptent, demandez à ${who} de la rouvrir, puis remettez à nouveau.`,
        },
        'other-terms': {
          ...state['other-terms'],
          text: `Les règles de la vérification ne sont pas celles qu’on vous a dites. Demandez à ${who} le lien actuel.`,
        },
        'taken-out': {
          ...state['taken-out'],
          text: `${who} les a supprimées. Elles ne comptent dans aucune vue ultérieure.`,
        },
        full: {
          ...state.full,
          text: `La vérification contient autant de réponses qu’elle le peut. Merci d’en avertir ${who}.`,
        },
        'not-counted': { ...state['not-counted'], text: `Demandez-en la raison à ${who}.` },
      },
      since: (day) =>
        `L’attente dure depuis le ${day}. Si vous le pouvez, envoyez à ${who} le code ci-dessous : vous comptez de toute façon une seule fois.`,
      notHere: (relay) =>
        `Cette vérification recueille aussi par ${relay}, que cette page n’utilise pas. Remettez plutôt le code.`,
    },
    change: {
      ...texts.change,
      text: 'Tant que vous n’avez pas remis vos réponses, personne ne les a, et rien ne vous y oblige. Ensuite, vous pouvez en changer et remettre à nouveau tant que la vérification est ouverte : la dernière remise compte, et vous comptez une fois.',
      takenOut: `Pour faire retirer vos réponses, demandez-le à ${who}. Elles sont alors supprimées de cet appareil et ne comptent dans aucune vue ultérieure ; une vue déjà montrée garde ses chiffres, et une copie du fichier faite auparavant est hors d’atteinte.`,
    },
    fate: (isKept) =>
      `${isKept ? 'Vos réponses sont conservées dans ce navigateur, sur cet appareil' : 'Vos réponses ne sont que dans cet onglet, et disparaissent quand il est fermé'}. Elles ne partent nulle part toutes seules : ${who} les reçoit quand vous les remettez, et pas autrement.${isKept ? ' Sur un ordinateur partagé, supprimez tout avant de partir : sous « Résultats sur cet appareil ».' : ''}`,
  }
}
