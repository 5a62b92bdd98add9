import type { WhyNoGuess } from '../../../core/room/release-guesses.ts'
import type { Distrust } from '../../../core/room/room-view.ts'
import { count, list, people } from './amounts.ts'

/** Why something is hidden, as a sentence of its own. */
export const why: Readonly<Record<WhyNoGuess, (smallest: number) => string>> = {
  'too-few': (smallest) =>
    `Not shown: fewer than ${smallest} people answered. Among so few, a figure would tell who answered what.`,
  'no-level': () => 'Not shown: people who did not say their level are never a group of their own.',
  'would-reveal-others': (smallest) =>
    `Not shown: beside the other figures it would tell about a group of fewer than ${smallest} people.`,
  'one-answer': () =>
    'Not shown: these people answered so nearly alike that a figure would tell what single people answered.',
  'too-few-for-spread': () => 'Not shown: how far answers lie apart is shown from ten people on.',
  'too-few-new': () =>
    'Not shown: too few people have joined since an earlier view, and the difference between the two would tell their answers.',
  'others-left': () =>
    'Not shown: somebody in an earlier view left it or changed their answers since, and the difference between the two would tell that person’s answer.',
  'near-end': () =>
    'Not shown: beside another figure it would place the scores of some people near an end of the scale, more closely than is told of so few.',
  'at-end': () => 'Not shown: the mean lies at an end of the scale, and this would tell single answers.',
  'gave-one': (smallest) =>
    `Not shown: fewer than ${smallest} of this level answered without guessing, or guessed without answering, and the figures together would tell about them.`,
  'shown-before': () =>
    'Not shown: an earlier view showed it of other people, and the difference between the two would tell about those who joined or left.',
}

/** Why a number for experts is not to be trusted. */
const distrust: Readonly<Record<Distrust, string>> = {
  'few-people': 'fewer than thirty people answered every statement',
  'many-items': 'with this many statements it comes out high by chance alone',
  'items-left-out': 'statements that nearly all answered alike are left out',
  incomplete: 'only part of the room answered every statement',
  'fixed-levels': 'these levels were chosen, and are no sample of possible levels',
  'levels-left-out': 'levels that are too small for it, or may not be shown, are left out',
  negative: 'the levels differ less than people do by chance, which is printed as 0',
}

/** Numbers about the measurement. */
export const expertTexts = {
  title: 'For experts',
  about: 'Numbers about the measurement, for whoever knows them. None of them says anything about the organisation.',
  alpha: 'Cronbach’s alpha',
  rwgj: 'Agreement within the room, r_wg(j)',
  icc1: 'Differences between levels, ICC(1)',
  alphaValue: (value: string, low: string, high: string, n: number) =>
    `${value} (95 % ${low} to ${high}), ${people(n)}`,
  rwgjValue: (value: string, items: number) => `${value}, ${count(items, 'statement', 'statements')}`,
  distrust,
  distrusted: (reasons: readonly string[]) => `Do not lean on it: ${reasons.join('; ')}.`,
  whenNot: [
    'Alpha says how far a concept’s statements move together. It does not fit friction, whose statements name separate causes, and it is unsteady below thirty people.',
    'r_wg(j) compares the spread of answers with chance. With many statements chance alone makes it high, and people who share a vantage may agree on what is not so.',
    'ICC(1) says how much of the differences lies between levels. The levels were chosen, so it describes this room only.',
  ],
  'not-a-scale': 'Does not apply: these statements name separate causes, which need not go together.',
  'no-variation': 'Cannot be worked out: the answers do not differ.',
  'no-levels': 'Not shown: it needs two levels or more of at least thirty people each, which may be shown.',
  'from-thirty': 'Not shown: alpha is shown from thirty people on who answered every statement.',
}

/** The room with and without hurried answers. */
export const flaggedTexts = {
  title: 'With and without hurried answers',
  about:
    'Some responses were given in under two seconds a statement, or with one answer throughout. They are counted, and here is the room without them.',
  count: (amount: string) => `Marked so: ${amount}.`,
  none: 'No response was marked so.',
  with: 'With them',
  without: 'Without them',
}

/** How figures were worked out, and what is not shown. */
export const methodTexts = {
  title: 'How this was worked out, and what is not shown',
  paragraphs: (smallest: number) => [
    'Each person’s score on a concept is the mean of the statements that person answered, as a share of the most that could be reported, from 0 to 100. “Can’t see” carries no number. The room’s score is the mean of these.',
    'Intervals hold 95 % (Student’s t; for differences Welch). A difference counts as clear only where its interval leaves out zero. The order in “Discuss first” follows the dissent of Tastle and Wierman; “two camps” follows van der Eijk.',
    `Means are shown from ${smallest} people on, and how answers are spread from ten. Where a figure, alone or beside others, could tell what fewer than ${smallest} people answered, it is left out or given more coarsely. These views never change: later responses appear only in a later view.`,
    'Nothing is compared with other organisations; there is no such comparison behind this.',
  ],
  keptBack: (reason: string, names: readonly string[]) => `${reason} This holds for: ${list.format(names)}.`,
  noLevel: (smallest: number) =>
    `People who did not say their level are never a group of their own. They count in the room, except in a figure where fewer than ${smallest} of them would hide a level.`,
  leftOut: (smallest: number) =>
    `Whoever is in none of the levels shown of a figure counts in the room’s, unless fewer than ${smallest} such people answered. Then it is without them, so that no level has to be hidden for their sake, and nobody learns whether any of them did.`,
  /** A hidden figure, and the concepts of which it is hidden, where it is about any. */
  hiddenOf: (kind: string, about: readonly string[]) => (about.length > 0 ? `${kind} (${list.format(about)})` : kind),
  whole: (who: string | null) => (who === null ? 'every figure' : `every figure of “${who}”`),
  scoreOf: (who: string | null) => (who === null ? 'the score of the room' : `the score of “${who}”`),
  intervalOf: (who: string | null) =>
    who === null ? 'the interval of the room’s mean' : `the interval of the mean of “${who}”`,
  bandsOf: (who: string | null) =>
    who === null ? 'how many people have which score' : `how many of “${who}” have which score`,
  distance: 'the distance',
  distanceInterval: 'the interval of the distance',
  pairs: 'in how many pairs one reports more',
  statements: (amount: number) => `every figure of ${count(amount, 'statement', 'statements')}`,
  spreads: (amount: number) => `how the answers to ${count(amount, 'statement', 'statements')} are spread`,
  means: (amount: number) => `the mean of ${count(amount, 'statement', 'statements')}`,
  statementsOf: (amount: number, who: string) => `the mean of “${who}” on ${count(amount, 'statement', 'statements')}`,
  unseen: (amount: number) => `how many could not see ${count(amount, 'statement', 'statements')}`,
  unseenBy: (amount: number, who: string) =>
    `how many of “${who}” could not see ${count(amount, 'statement', 'statements')}`,
  version: (title: string, version: string) => `${title}, version ${version}.`,
}
