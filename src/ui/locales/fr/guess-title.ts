/** The tab's title while others' answers are guessed, in French; `position` is 0 before the first. */
export const guessTitle = (position: number): string =>
  position === 0 ? 'De leur place' : `De leur place, ${position}`
