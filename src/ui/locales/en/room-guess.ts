import type { GuessReading } from '../../../core/guess/read-guess.ts'
import { list } from './amounts.ts'

type Say = (level: string, work: string) => string

const reading: Readonly<Record<GuessReading, Say>> = {
  knows: (level, work) =>
    `“${level}” knows that “${work}” sees this differently, and expected about what it reports. Whether they differ by as much as expected, this room cannot tell.`,
  'sees-itself': (level, work) => `“${level}” expected “${work}” to see what it sees itself.`,
  'expected-less': (level, work) => `“${level}” expected less than “${work}” reports.`,
  'expected-more': (level, work) => `“${level}” expected more than “${work}” reports.`,
  'cannot-tell': (level, work) => `this room cannot tell whether “${level}” expected what “${work}” reports.`,
}

const brief: Readonly<Record<GuessReading, string>> = {
  knows: 'knows they differ',
  'sees-itself': 'expected its own view',
  'expected-less': 'expected less',
  'expected-more': 'expected more',
  'cannot-tell': 'cannot tell',
}

/** The headline, by the reading that stands out. */
const headline: Readonly<Record<GuessReading, (level: string, work: string, names: readonly string[]) => string>> = {
  'sees-itself': (level, work, names) =>
    `“${level}” expected “${work}” to see what it sees itself: ${list.format(names)}`,
  'expected-less': (level, work, names) => `“${level}” expected less than “${work}” reports: ${list.format(names)}`,
  'expected-more': (level, work, names) => `“${level}” expected more than “${work}” reports: ${list.format(names)}`,
  knows: (level, work, names) => `“${level}” knows that “${work}” sees this differently: ${list.format(names)}`,
  'cannot-tell': (level, work) => `This room cannot tell how well “${level}” knows what “${work}” reports`,
}

/** The texts on levels' guesses of the answers of the one closest to the work, in English. */
export const guessRoomTexts = {
  section: 'What was expected, and what is reported',
  about: (work: string) =>
    `After their own answers, people outside “${work}” said what people there would answer, taken as a whole.`,
  title: (level: string) => `What “${level}” expected`,
  question: (level: string, work: string) =>
    `Before you look: “${level}” has said what “${work}” would answer. Is what “${work}” reports more than that, less, or about the same?`,
  prompt: (level: string, work: string) =>
    `“${work}” first: how much of this did you think “${level}” knew? Then “${level}”: how would it have had to reach you?`,
  headline,
  /** The guessed statements one by one, each with its number. */
  each: {
    title: (level: string) => `What “${level}” expected, statement by statement`,
    question: (level: string, work: string) =>
      `Before you look: in which of these did “${level}” not expect what “${work}” reports? Say their numbers out loud.`,
    prompt: (level: string, work: string) =>
      `Take the one that surprises you most. “${work}”: what would “${level}” have had to see? “${level}”: what did you hear instead?`,
    headline: (level: string, work: string, apart: number, all: number) =>
      apart === 0
        ? `In none of these ${all} statements can this room tell that “${level}” expected anything else than “${work}” reports`
        : `In ${apart} of ${all} statements, this room can tell that “${level}” did not expect what “${work}” reports`,
    numbered: (place: number, statement: string) => `${place}. ${statement}`,
    /** The reading of one, in a few words. */
    brief,
  },
  reading,
  /** The reading of these concepts. */
  readingOf: (names: readonly string[], said: string) => `${list.format(names)}: ${said}`,
  figure: (words: string, figure: string) => `${words} (${figure})`,
  sides: (level: string, work: string, guess: string | null, own: string | null, reported: string | null) =>
    [
      ...(guess === null ? [] : [`“${level}” expected ${guess}`]),
      ...(own === null ? [] : [`answers ${own} itself`]),
      ...(reported === null ? [] : [`“${work}” reports ${reported}`]),
    ]
      .join('; ')
      .replace(/.$/u, (last) => `${last}.`),
  gap: (low: string, high: string) =>
    `What was expected minus what is reported: ${low} to ${high}, 95 % interval, rounded outward.`,
  marks: (level: string, work: string): [string, string, string] => [
    `“${level}” itself`,
    `“${level}” expected`,
    `“${work}” reports`,
  ],
  reported: 'reported',
  expected: 'expected',
  missing: 'not shown',
  pathCaption: (lowest: string, highest: string) =>
    `What leaves a stream, in colour, is as wide as it is reported; the dashed outline, as wide as it was expected. The ruler where it ends runs from “${lowest}” to “${highest}”, the figures from 0 to 100.`,
  rowsCaption:
    'A line through a mark shows between which limits a mean lies; the mark, and the edge in the streams, is at their middle.',
  label: (parts: readonly string[]) => `Picture of what was expected and what is reported. ${parts.join(' ')}`,
  statements: 'Statement by statement',
  cautious:
    'One statement by itself is read with more caution than a concept: only averages of it are shown, so its interval is as wide as these allow. Where no sentence stands, this room cannot tell, or too little of it may be shown.',
  neverOne:
    'These are averages of a whole level. Nothing here says who guessed what, or who guessed well. The three distances are of different people and do not add up.',
  how: '“Less”, “more” and “differently” are said where an interval leaves out zero; that something is expected as it is reported, where it covers zero and the difference is under half a step of the scale. The intervals are wider than the answers alone would make them, so that nobody’s answer can be worked out: around all that rounded averages leave open, with spreads rounded up, or, where somebody guessed only some of the statements, as wide as the averages allow.',
  hidden: (level: string) => `what “${level}” expected, beside its own answers`,
}
