const NUMBERS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six']

/** The texts around guesses of what others answer, in English. */
export const guessTexts = {
  title: (count: number): string => `${NUMBERS[count - 1] ?? count} more, from their side`,
  about:
    'The same statements and the same scale, about a minute. Only people close to the work can tell whether a guess is right: your result puts your guesses beside your own answers, without a score.',
  begin: 'Guess their answers',
  /** On to the result without the rest. */
  toResult: 'To my result',
  dontKnow: 'I don’t know',
  skipHint: 'Or leave it open.',
  progress: (position: number, items: number): string => `From their side, ${position} of ${items}`,
  /** In a workshop, where these take the place of those above. */
  inRoom: {
    about:
      'The same statements and the same scale, about a minute. The room sees what a whole level expected, beside what is reported: never one person’s guess.',
    toResult: 'On to handing over',
  },
}

export type GuessTexts = typeof guessTexts
