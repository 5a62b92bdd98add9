/** The texts for a result that waits for the room's, in English. */
export const heldTexts = {
  title: 'Your own result comes after the room’s',
  lead: 'It is ready. It waits until the facilitator has shown the room’s, so that everybody looks at the room first and talks from there.',
  word: 'Word on the wall',
  hint: 'The facilitator shows it with the room’s result. Capitals and accents do not matter.',
  open: 'Open my result',
  wrong: 'That is not the word of this workshop. Compare it with the one on the wall.',
  later: (day: string) => `Without the word it is shown by itself from ${day}.`,
  now: 'Show it now',
  nowTitle: 'See your own result before the room’s?',
  nowText:
    'Nobody is told, and nothing you hand over changes. But whoever has read their own result first looks for it in the room’s: what others see is harder to hear then, and you no longer guess with an open mind before each figure is shown.',
  keep: 'Wait for the room',
  confirm: 'Show it now',
  shown: 'Your own result is shown.',
  listed: (day: string) => `Not shown yet: it waits for the room’s, until ${day} at the latest.`,
}

export type HeldTexts = typeof heldTexts
