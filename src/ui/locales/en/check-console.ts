import type { Outcome } from '../../../core/workshop/outcome.ts'
import { date, responses } from './amounts.ts'
import type { ConsoleTexts } from './console.ts'

/** A check's own sentence for an outcome; `null` where it is that of a workshop. */
function outcomeText(outcome: Outcome): string | null {
  switch (outcome.outcome) {
    case 'replaced':
      return 'Taken in, in the place of what this person had sent before.'
    case 'older':
      return 'This person has sent answers again since. The later ones count.'
    case 'closed':
      return 'It came after the check was closed, and was not taken in. Let more people answer, then hand it in again.'
    case 'other-workshop':
      return `It was given through another link, that of ${outcome.workshop}. Ask the person to use the link of this check.`
    case 'other-promises':
      return 'It was not given through the link of this check, so it may be the leader’s own. It was not taken in.'
    case 'other-levels':
      return 'It does not come from close to the work. Ask the person to use the link of this check.'
    case 'nothing-found':
      return 'No code or link was found in it.'
    case 'full':
      return `The check holds ${responses(outcome.most)} and takes in no more.`
    default:
      return null
  }
}

/** The console's texts where it keeps a leader's check, in English: those of a workshop where they say the same. */
export const checkConsole = (texts: ConsoleTexts): ConsoleTexts => ({
  ...texts,
  workshop: {
    ...texts.workshop,
    unsaved: 'The latest change is not kept by this browser. Save the check as a file before you close this tab.',
  },
  collect: {
    ...texts.collect,
    paste: 'Codes, links or mails',
    pasteHint: 'Paste or type any amount, in whatever mess it comes. Each person counts once, with what was sent last.',
  },
  takeOut: {
    ...texts.takeOut,
    label: 'Their code or link',
    hint: 'Paste or type the code that the person sent you. Without it nobody can tell which answers are theirs.',
    found: (_level, iso) => (iso === null ? 'These answers are in.' : `These answers are in, given on ${date(iso)}.`),
    not: {
      ...texts.takeOut.not,
      'not-in': 'No answers with this code are in this check.',
      nothing: 'There is no code in this. Paste the whole code or link.',
    },
    means: (isInView) =>
      [
        isInView
          ? 'A result that was shown counts these answers. It stays as it was shown, as figures about the group; the answers themselves are deleted from this browser, and from every file of the check that you save from now on. A further result needs five people who are in none so far.'
          : 'The answers are deleted from this browser, and from every file of the check that you save from now on. No result has counted them.',
        'Handed in again, they do not count unless you say so. Files that were saved before, and the code itself, are beyond reach.',
      ].join(' '),
  },
  takeAway: {
    ...texts.takeAway,
    file: 'Save the check as a file',
    lockedHint:
      'One file with everything: the answers of those who were asked, the leader’s own, and what was shown. It is only written locked with a passphrase.',
  },
  close: {
    ...texts.close,
    late: (amount) =>
      `${responses(amount)} came after closing and ${amount === 1 ? 'was' : 'were'} not taken in. Let more people answer, and what comes late is taken in.`,
  },
  outcomes: {
    ...texts.outcomes,
    outcome: (outcome, tables) => outcomeText(outcome) ?? texts.outcomes.outcome(outcome, tables),
    removeShown: {
      ...texts.outcomes.removeShown,
      title: 'Take out a response that a result has counted?',
      text: 'A result that was shown counts these answers. It stays as it was shown, and the answers are deleted. Take them out where the person asks for it; otherwise let them count.',
    },
  },
})
