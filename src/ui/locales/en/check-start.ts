/** The texts of a result that leads to a leader's check, in English. */
export const checkStartTexts = {
  line: 'Five or more answer the same statements; you see their average beside your own',
  lead: 'You send a link to people close to the work, five to fifteen of them or more. They answer the same statements, without being asked to guess. Once five have answered and the check is closed, their average stands beside your answers and your guesses: where they see what you see, and where not. You never count among them.',
  name: 'Your name, as they know you',
  nameHint:
    'They read it before they answer. It goes into the link, the check’s file and the invitation, and nowhere else.',
  needsName: 'Type your name first: people have to know who asks.',
  other: {
    title: 'Somebody else keeps it (suggested)',
    text: 'Somebody they trust opens this link: in HR, a consultant, the works council. Answers arrive on that person’s device, and you get the printed page. People can answer more freely, since you cannot look things up.',
    link: 'Link for whoever keeps the check',
    copy: 'Copy the link for them',
    holds:
      'The link holds your own answers and your guesses, so that they can be set beside the group’s: whoever has it can read them.',
    share: 'Share it',
    shareTitle: 'A check to keep for me',
  },
  self: {
    title: 'You keep it yourself',
    text: 'Answers arrive on this device. It shows you averages of five or more people; those you ask are told that somebody with technical skill could read more here.',
    go: 'Make the check on this device',
  },
  sample: 'See a sample check',
  kept: 'Checks that are kept on this device',
}

export type CheckStartTexts = typeof checkStartTexts
