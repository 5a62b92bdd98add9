/** The texts around the list of statements, in English. */
export const listTexts = {
  title: 'All statements',
  intro: (unanswered: number, items: number) =>
    unanswered === 0
      ? `All ${items} are answered. Open any of them to change its answer.`
      : unanswered === items
        ? `None of the ${items} is answered yet.`
        : unanswered === 1
          ? 'One is unanswered. You can answer it, or see your result without it.'
          : `${unanswered} of ${items} are unanswered. You can answer them, or see your result without them.`,
  unanswered: 'unanswered',
  toResult: 'See the result',
  toFirstUnanswered: 'Go to the first unanswered',
  vantage: 'Seen from',
  change: 'Change',
  startAgain: 'Start again',
  startAgainTitle: 'Start again?',
  startAgainText: (isFinished: boolean): string =>
    isFinished
      ? 'Your result stays among the results on this device. You begin anew with no statement answered.'
      : 'Your answers so far will be removed from this page and from this device.',
  startAgainConfirm: (isFinished: boolean): string => (isFinished ? 'Begin anew' : 'Remove and start again'),
  keep: 'Keep my answers',
}

export type ListTexts = typeof listTexts
