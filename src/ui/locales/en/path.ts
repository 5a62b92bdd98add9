import { number } from './written.ts'

/** The texts of the signal path, whoever's answers it is drawn from, in English. */
export const pathTexts = {
  title: 'The signal path',
  levels: { top: 'The top', work: 'The work' },
  flows: { up: 'What is heard', down: 'What is decided' },
  skipped: (amount: number) => `${number.format(amount)} left open`,
  leaves: (amount: number, drawn: string) => `${number.format(amount)} ${drawn}`,
  kept: (amount: number, all: number, drawn: string) => `${number.format(amount)} of ${number.format(all)} ${drawn}`,
  more: (amount: number) => `and ${number.format(amount)} more`,
  how: 'Your answers, drawn: how to read it',
  list: 'Press a part to read its statements.',
  close: 'Close',
}

export type PathTexts = typeof pathTexts
