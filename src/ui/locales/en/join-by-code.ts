/** The page on which somebody types the code from the wall, in English. */
export const joinByCodeTexts = {
  title: 'Join a workshop',
  code: 'Code from the wall',
  hint: 'Ten letters and digits. Spaces and small letters do not matter.',
  go: 'Open the workshop',
  looking: 'Looking for it …',
  about: 'Nothing is sent but a question for this code. What you are promised comes next, before the first statement.',
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
