/** The texts for a host's page that asks for the reader's result, in English. */
export const handOffTexts = {
  ask: (host: string) => `Give my result to ${host}`,
  again: 'You have given your result once already. What you give now goes to the page besides that.',
  /** Before a quotation of the page. */
  asks: (origin: string) => `The page you are on, ${origin}, asks for your result. In its own words:`,
  sendsTo: (origin: string) => `It says that it sends it to ${origin}.`,
  keeps: 'It names no other site to which it would send it.',
  nothingYet:
    'Nothing is given before you press the last button, and then only what is shown above it. The diagnostic itself sends nothing over the network; the page does.',
  what: 'What would you give?',
  choices: {
    summary: { label: 'A summary', hint: 'No single answer can be read from it.' },
    answers: {
      label: 'Every answer',
      hint: 'The file of answers: each statement with your answer, where you sit, the day, how long a statement took you, and what you guessed of others. Whoever has it can read all of it.',
    },
  },
  all: 'This is all that the page gets, character by character',
  give: (origin: string) => `Give this to ${origin}`,
  given: (origin: string) =>
    `${origin} has confirmed that it has it. What becomes of it there is in the hands of that site: it cannot be taken back from here.`,
  notTaken: (origin: string) => `${origin} has not confirmed that it has it, so do not count on it. You can try again.`,
}

export type HandOffTexts = typeof handOffTexts
