/** The tab's title while others' answers are guessed, in English; `position` is 0 before the first. */
export const guessTitle = (position: number): string =>
  position === 0 ? 'From their side' : `From their side, ${position}`
