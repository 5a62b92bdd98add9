import type { GivenVantage } from '../../../core/response/response.ts'
import type { Notice } from '../../../core/response/notices.ts'

/** The interface's own texts while a person answers, in English. */
export const takeTexts = {
  language: 'en',
  colon: ':',
  /** The direction it is written in. */
  direction: 'ltr' as 'ltr' | 'rtl',
  vantage: {
    legend: 'Where do you see the organisation from?',
    options: {
      senior: { label: 'Senior leadership', hint: 'I set the direction of the organisation, or answer for it' },
      middle: { label: 'Leading a site or unit', hint: 'I am given the direction and turn it into work for others' },
      close: { label: 'Close to the work', hint: 'I do it, or work beside those who do' },
      'not-said': { label: 'Rather not say', hint: 'Choose this on a board or as an adviser, too' },
    } satisfies Record<GivenVantage, { label: string; hint: string }>,
  },
  facts: (items: number, minutes: number) =>
    `About ${minutes} minute${minutes > 1 ? 's' : ''} for ${items} statements. Your answers stay on this device.`,
  movesOn: 'Choosing an answer moves you on; this can be switched off below.',
  howItWorks: (quick: boolean): string =>
    quick
      ? 'A press, a number key or Enter answers and moves on. Arrow keys only select, and Next moves on. Skip a statement that had no occasion to arise.'
      : 'Choose an answer, then press Next. Skip a statement that had no occasion to arise.',
  quick: 'Move on as soon as I choose',
  about: 'Answering about',
  aboutHint: 'Optional: the whole organisation, a division, a team. It stays on this device, and your result names it.',
  priority: 'A priority in mind',
  priorityLabel: 'One stated priority, in your words',
  priorityHint: 'Optional. It stays on this device, and your result quotes it as you write it.',
  results: 'Results: open, compare, delete',
  questionnaires: 'Other questionnaires',
  languageFailed: 'That language could not be loaded. Check the connection, then try again.',
  /** The recipient of the scores from a host's page, named before the first answer. */
  sharesScores: (recipient: string) =>
    `When you reach your result, your scores go to ${recipient}, the site of this page, as numbers without your name. It gets none of your answers, not your position, and nothing you type.`,
  takeApart: 'Take the diagnostic where nobody gets your scores.',
  source: 'Built on the answer',
  /** Under the one statement that an article shows. */
  teaser: 'Your answer opens the rest right here.',
  begin: 'Begin',
  chooseFirst: 'Choose where you see the organisation from, or “Rather not say”.',
  next: 'Next',
  skip: 'Skip',
  skipHint: 'No occasion for it: skip.',
  back: 'Back',
  list: 'All statements',
  /** The tab's title on one's own result, and where there are several or another's. */
  screens: { result: 'Result', others: 'Results' },
  progress: (position: number, items: number) => `${position} of ${items}`,
  minutesLeft: (minutes: number) => (minutes === 1 ? 'about a minute left' : `about ${minutes} minutes left`),
  dismiss: 'Close this message',
  loading: 'One moment …',
  loadingFailed:
    'This part has not loaded. Your answers are still here, and it goes on by itself when the network is back. Or try again.',
  tryAgain: 'Try again',
  notices: {
    resumed: 'Welcome back. You are where you left off, and your earlier answers are kept on this device.',
    unavailable:
      'This browser does not let the page keep anything, so your answers will be gone when this tab is closed. You can go on and see your result here.',
    full: 'The storage of this browser is full, so your latest answers will be gone when this tab is closed. You can go on and see your result here.',
    unreadable:
      'Some of what was kept on this device could not be read. What could be is here; the rest is unanswered.',
    'later-format':
      'A later version of this page keeps answers on this device. They stay as they are; those you give here are gone when this tab is closed.',
    'other-version':
      'The questionnaire has changed since you began. Your answers to statements it still has are kept; new ones are unanswered.',
    'second-tab': 'This diagnostic is open in another tab too. Answers given in either are kept together.',
    'begun-elsewhere':
      'A new run was begun in another tab, and this device keeps that one. What you see here stays until you close this tab.',
    'not-removed':
      'This browser did not let the page remove what it has kept. Please clear this site’s data in its settings.',
    'removed-elsewhere':
      'The kept answers were removed in another tab. What you see here is still there, and is kept again with your next answer.',
  } satisfies Record<Notice, string>,
}

export type TakeTexts = typeof takeTexts
