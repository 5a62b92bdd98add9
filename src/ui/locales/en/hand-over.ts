import { lockedFile } from './workshop-file.ts'
import type { SendingState } from '../../../core/live/live-sender.ts'
import type { InvitationIssue } from '../../../core/workshop/invitation.ts'

const ASK = 'Ask the facilitator to send you the link again, and open it as a whole.'

/** Why an invitation cannot be followed, and what to do. */
function invitationIssue(issue: InvitationIssue): string {
  switch (issue.code) {
    case 'none':
    case 'check':
      return `The link is incomplete or was changed on its way to you. ${ASK}`
    case 'too-long':
      return `The link is much longer than an invitation to a workshop can be. ${ASK}`
    case 'later-format':
      return 'The link was made by a later release of this diagnostic. Load this page again. If that does not help, ask the facilitator where to open it.'
    case 'shape':
      return `The link is whole, but describes a workshop that cannot be. ${ASK}`
  }
}

/** The texts for a participant of a workshop, in English. */
export const handOverTexts = {
  workshop: 'Workshop',
  heading: (name: string) => name,
  /** Whom a leader's check asks; empty in a workshop. */
  asked: '',
  facts: (items: number, minutes: number) =>
    `About ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} for ${items} ${items === 1 ? 'statement' : 'statements'}.`,
  promises: {
    title: 'What the facilitator will see, and what not',
    /** The three things to know before the first answer, whatever else is read. */
    brief: {
      ownAct: 'Nothing is sent by itself: at the end you hand a code over, or not.',
      ownPress: 'Nothing is sent before you press a button at the end. Then it goes sealed.',
      groups: (mean: number) => `The room sees groups of at least ${mean} people, never one person’s answers.`,
      raw: 'The facilitator can take away every response, without names.',
      noRaw: 'The facilitator cannot take away a table of single responses.',
      guess: 'Unless you sit closest to the work, you are also asked what people there would answer. You can skip it.',
      held: 'Your own result waits until the room has seen its own, unless you ask for it sooner.',
      all: 'Who sees what of your answers',
    },
    ownAct: {
      title: 'Nothing is sent by itself.',
      text: 'At the end you hand your answers over yourself, as a picture, a code or a file, or you do not.',
    },
    ownPress: {
      title: 'Nothing is sent by itself.',
      text: 'At the end you press a button, or show a code, or you do neither.',
    },
    sealed: {
      title: 'What you send is sealed.',
      text: (relay: string) =>
        `It goes through ${relay} and can be opened on the facilitator’s device alone, or where the facilitator takes the workshop’s file. Whoever runs ${relay} sees that some device sent something, from where and when, and nothing of what it says.`,
    },
    groups: {
      title: 'What is shown is about groups.',
      text: (mean: number, spread: number) =>
        `A mean is shown only where at least ${mean} people stand behind it${spread > mean ? `, and how answers spread only from ${spread} people` : '; so is how answers spread'}. Until collection is closed, the facilitator sees only how many have answered, and from which level.`,
    },
    single: {
      title: 'No single person’s answers are shown to the room.',
      text: 'You are not asked for your name. A random number stands for you in this workshop, and nowhere else.',
    },
    raw: {
      title: 'The facilitator can take away every response, without names.',
      text: 'That file has one row for each person: level, day, every answer and guess, whether the pace was very fast, and the random number. Where few people share a level, someone who knows you could recognise you in it.',
    },
    noRaw: {
      title: 'The facilitator cannot take away a table of single responses.',
      text: `The workshop was set up without one. ${lockedFile}`,
    },
    code: {
      title: 'Whoever has your code can read the answers in it.',
      text: 'The rules above hold for what is shown. What you hand over is kept on the facilitator’s device with every answer in it, so give it to the facilitator and to nobody else.',
    },
    guess: {
      title: 'At the end you are asked to guess.',
      text: 'What would people close to the work answer to a few of these statements, taken as a whole? It takes about a minute, you can skip it, and people closest to the work are not asked. Your guesses are treated as your answers are: shown for groups alone, and in your code, which can be read.',
    },
    held: {
      title: 'Your own result comes after the room’s.',
      text: 'It opens with a word that the facilitator shows with the room’s result, by itself from the next day on, or at once if you ask for it. Your code is yours to hand over at any time: it is never held back.',
    },
    fixed: 'These rules were set before you were invited and do not change while answers come in.',
  },
  notSaidHint: 'You count in no level, and your answers may be left out of the room’s figures',
  mustReopen:
    'This browser does not let the page keep anything. Hand your answers over before you close or reload this page; to come back, open the workshop’s link again and answer anew. Please hand over once only, since a second time would count as another person.',

  who: {
    title: 'Are you the person who answered here before?',
    text: 'On this device, answers to this workshop were made ready to be handed over, and may have been.',
    same: 'Yes, my new answers replace the earlier ones',
    other: 'No, I am somebody else',
    otherHint:
      'The earlier answers count as another person’s. The earlier result is removed from this device, so that each of you sees only your own.',
  },

  title: (name: string) => `Hand your answers to “${name}”`,
  lead: 'Show this picture to the facilitator’s camera, or give them the code or the file. Nothing is sent by itself.',
  unanswered: (amount: number) =>
    amount === 1
      ? 'One statement is unanswered. You can hand over as it is.'
      : `${amount} statements are unanswered. You can hand over as it is.`,
  replaces:
    'Your answers have changed since a code was last made here. If you handed that one over, hand this one over too: it takes the place of the earlier one.',
  /** For somebody who changes answers that may have been shown to the room, or hands over again. */
  keptInViews:
    'A view of the room that was shown with your earlier answers keeps them, and so does every later view, because the difference would tell what you changed.',
  picture: 'QR picture of your hand-over code. The same code stands below as text.',
  failed: 'The picture could not be prepared. Copy the code instead, or load the page again.',
  code: 'Hand-over code',
  copy: 'Copy the hand-over code',
  copied: 'Hand-over code copied',
  ownCode:
    'The link and the result code are yours alone, to open your result again. What the facilitator takes in is the hand-over code, further up on this page.',
  download: 'Download it as a file',
  share: 'Share it as a link',
  shareTitle: (name: string) => `Answers for “${name}”`,
  contents:
    'The code holds the workshop, your level, the day, every answer and guess, whether the statements took you less than two seconds each, your random number, and what the workshop promised you. It holds no name, and nothing you typed.',
  /** The lines of the file. */
  file: (name: string, code: string): readonly string[] => [
    `Hand-over code for the workshop “${name}”`,
    code,
    'For the facilitator: take this file or the code into the workshop’s page.',
    'Whoever has the code can read the answers in it.',
  ],
  live: {
    lead: (relay: string) =>
      `Press the button, and your answers go to the facilitator’s device: sealed, through ${relay}, which cannot read them.`,
    hand: 'Hand over',
    again: 'Hand over again',
    code: 'Show the code instead',
    codeToo: 'Show the code as well',
    /** The states of sending, each with what it means for the person. */
    state: {
      sending: { title: 'On its way …', text: 'Your answers are sealed and being sent.' },
      slow: {
        title: 'No connection yet',
        text: 'Sending goes on by itself as long as this page is open, and at your next visit. If you would rather not wait, show the picture below to the facilitator’s camera, or give them the code: you count once all the same.',
      },
      sent: { title: 'Sealed and sent', text: 'The facilitator’s device answers in a moment.' },
      waits: {
        title: 'Sent, and waiting, sealed, for the facilitator’s device',
        text: 'You can close this page. When you open the workshop’s link again, it says whether your answers were received.',
      },
      failed: {
        title: 'It cannot be sent from here',
        text: 'Show the picture below to the facilitator’s camera, or give them the code or the file.',
      },
      counted: {
        title: 'Received by the facilitator’s device',
        text: 'Thank you: nothing more is needed from you.',
      },
      older: {
        title: 'Later answers of yours are already there',
        text: 'Those count. You have handed over more than once, perhaps in two tabs.',
      },
      closed: {
        title: 'Collection was closed before your answers came',
        text: 'They were not taken in. If you would like them to count, ask the facilitator to reopen it, then hand over again.',
      },
      'other-terms': {
        title: 'Your answers were not taken in',
        text: 'The workshop’s rules are no longer those that you were told. Ask the facilitator for its present link.',
      },
      'taken-out': {
        title: 'Your answers have been taken out',
        text: 'The facilitator has deleted them. They count in no later view.',
      },
      full: {
        title: 'Your answers were not taken in',
        text: 'The workshop holds as many as it can. Please tell the facilitator.',
      },
      'not-counted': {
        title: 'Your answers were not counted',
        text: 'The facilitator has said that you may be among the people of a table that was taken in. Please ask if you are not.',
      },
    } satisfies Record<Exclude<SendingState, 'idle'>, { readonly title: string; readonly text: string }>,
    since: (day: string) =>
      `It has been waiting since ${day}. If you can, show the picture below to the facilitator, or give them the code: you count once all the same.`,
    notHere: (relay: string) =>
      `This workshop also collects through ${relay}, which this page does not use. Hand over the code instead.`,
  },
  mark: 'I have handed it over',
  marked: (day: string) => `Handed over on ${day}, as you noted. Thank you: nothing more is needed from you.`,
  unmark: 'Not handed over yet',
  change: {
    title: 'If you change your mind',
    text: 'Until you hand over, nobody has your answers, and you need not do it. Afterwards you can change answers and hand over again while the facilitator is collecting: the latest counts, and you count once.',
    takenOut:
      'To have your answers taken out, ask the facilitator. They are then deleted from the facilitator’s device and count in no later view; one that has been shown keeps its figures, and a copy of the workshop that was exported before is out of reach.',
    answers: 'Change my answers',
  },
  next: {
    ask: 'Somebody else answers here',
    title: 'Pass the device on?',
    text: 'Your answers and your result are removed from this device, so that the next person does not see them. What you handed over stays handed over. To keep your result, copy its link or download it first.',
    heldText:
      'Your answers and your result, which you have not seen yet, are removed from this device, so that the next person does not see them. What you handed over stays handed over. To keep your result, have it shown first, then copy its link or download it.',
    keep: 'Keep my answers',
    confirm: 'Remove and pass on',
  },
  fate: (isKept: boolean): string =>
    `${isKept ? 'Your answers are kept in this browser, on this device' : 'Your answers are only in this tab, and are gone when it is closed'}. They are sent nowhere by themselves: the facilitator gets them when you hand them over, and in no other way.${isKept ? ' On a shared computer, delete everything before you leave: under “Results on this device”.' : ''}`,

  /** Where the workshop's questionnaire is in a file that is not on this device. */
  missingFile: {
    lead: 'This workshop asks a questionnaire of its own. Its statements are in a file that the facilitator hands out with the link.',
    which: (name: string) =>
      `Choose that file here. It is usually called ${name}. It is read on this device and kept in this browser; nothing is sent.`,
    label: 'The questionnaire’s file (JSON): choose it, or drop it on the page',
    failed: 'A part of the page could not be loaded. Check the connection, then choose the file again.',
    other: (title: string, name: string) =>
      `This is another questionnaire, “${title}”. Choose the one that is usually called ${name}, or ask the facilitator for it.`,
    otherVersion: (its: string, wanted: string) =>
      `This is the right questionnaire in version ${its}, and the workshop asks version ${wanted}. Ask the facilitator for that file.`,
    otherContent: (its: string, wanted: string) =>
      `This is the right questionnaire, but something in the file differs from the one that the workshop asks. Ask the facilitator for the file once more. The mark of this file is ${its}, that of the workshop’s is ${wanted}.`,
    none: 'If you do not have the file, ask the facilitator for it, and open the link again once you have it.',
    stays:
      'What you will be promised, and the first statement, come next. Answers that you have given to this workshop on this device are still there once the file is open.',
  },

  refused: {
    invitation: 'This invitation cannot be opened',
    invitationIssue,
    questionnaire:
      'The workshop asks a questionnaire that this page does not have. Ask the facilitator for the link to the page on which the workshop was set up.',
    version:
      'The workshop asks a later version of the questionnaire than this page has. Load the page again. If that does not help, ask the facilitator for the link once more.',
    handOver: 'These are answers handed over to a workshop',
    handOverText: (workshop: string) =>
      `The link holds a hand-over code for the workshop with the number ${workshop}. It is meant for the facilitator, who takes it in on the workshop’s page. The answers are not shown here.`,
    damaged:
      'The link should hold a hand-over code for a workshop, but part of it is missing or was changed. Ask the person who sent it to copy the code again.',
    console: 'Open the facilitator’s page',
    alone: 'Take the diagnostic for yourself, outside any workshop',
  },
}

export type HandOverTexts = typeof handOverTexts
