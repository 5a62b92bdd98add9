/** The page on which somebody types the code from the wall, in English. */
export const joinByCodeTexts = {
  title: 'Join a workshop',
  code: 'Code from the wall',
  hint: 'Ten letters and digits. Spaces and small letters do not matter.',
  go: 'Open the workshop',
  looking: 'Looking for it …',
  about: 'Nothing is sent but a question for this code. What you are promised comes next, before the first statement.',
  same: 'Does the wall show this mark?',
  why: 'It tells this workshop from any that somebody else could have put behind the code.',
  yes: 'Yes, go on',
  no: 'It shows another',
  other:
    'Then this is not the workshop on the wall, and your answers would go to somebody else. Nothing was sent. Tell the facilitator, and join by the picture or the link.',
  again: 'Type the code again',
  problem: {
    shape: 'The code has ten letters and digits. Compare it with the wall.',
    nothing:
      'No workshop answers to this code now. Compare it with the wall; where it is right, ask the facilitator whether collection is open, and whether the console is.',
    'no-relay':
      'This site’s relay cannot be reached. Check the network, then try again, or ask the facilitator for the link.',
    failed: 'A part of the page could not be loaded. Check the network, then load the page again.',
  },
}

export type JoinByCodeTexts = typeof joinByCodeTexts
