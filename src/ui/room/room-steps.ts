import type { DissentingItem, ItemDistance, LensItemView, RoomFindingView } from '../../core/room/room-view.ts'
import { guessingLevels } from './room-guesses.ts'
import type { RoomReading } from './room-reading.ts'
import { firstPlaces } from './room-words.ts'

/** The figure of one step of a presentation. */
export type RoomFigure =
  | { readonly is: 'scores' }
  | { readonly is: 'distance' }
  /** The guesses of a level, by its index. */
  | { readonly is: 'guess'; readonly level: number }
  /** The same, statement by statement. */
  | { readonly is: 'guess-each'; readonly level: number }
  | { readonly is: 'apart'; readonly distance: ItemDistance }
  | { readonly is: 'discuss'; readonly item: DissentingItem }
  | { readonly is: 'sight' }
  | { readonly is: 'lens'; readonly kind: LensItemView['kind'] }
  | { readonly is: 'contradiction'; readonly finding: RoomFindingView }
  /** The remark that no contradiction is found, or that none can be told. */
  | { readonly is: 'fit' }
  | { readonly is: 'closing' }

export interface RoomStep {
  readonly id: string
  readonly title: string
  /** The question that the room answers before it sees the figure. */
  readonly question: string
  /** The statement that the question is about; empty for none. */
  readonly statement: string
  /** Distinguishes steps of one title; empty where there is only one. */
  readonly about: string
  /** Concepts that the step names for the first time, or that are guessed about, to be read with the question. */
  readonly terms: readonly { readonly name: string; readonly about: string }[]
  /** Whether their names are numbers, by which the room says which it means. */
  readonly areNumbered?: boolean
  /** The prompt for discussion once the room has seen the figure. */
  readonly prompt: string
  readonly figure: RoomFigure
}

/** The most of each kind that a room can talk about. */
const MOST_APART = 2
const MOST_DISCUSSED = 3
const MOST_CONTRADICTIONS = 2

/** The kinds of explanations, each a step before the contradictions. */
const LENS_KINDS = ['misconception', 'system-view'] as const

/**
 * The steps of a presentation, one thing at a time, in the order of the page. Ties
 * beyond what a room can talk about are left to the page.
 */
export function roomSteps(reading: RoomReading): RoomStep[] {
  const { view, texts, top, work } = reading
  const aboutOf = (figure: RoomFigure, question: string, statement: string): string => {
    if (statement) return texts.quote(statement)
    if (figure.is === 'contradiction') return reading.findingText(figure.finding).text
    return figure.is === 'lens' ? question : ''
  }
  const step = (
    figure: RoomFigure,
    { title, prompt }: { title: string; prompt: string },
    question: string,
    item = '',
  ): RoomStep => {
    const statement = figure.is === 'apart' || figure.is === 'discuss' ? reading.itemText(item) : ''
    const about = aboutOf(figure, question, statement)
    return {
      id: item ? `${figure.is} ${item}` : figure.is,
      title,
      question,
      statement,
      about,
      terms: [],
      prompt,
      figure,
    }
  }
  const contradictions = reading.findings('contradiction').slice(0, MOST_CONTRADICTIONS)
  const kinds = LENS_KINDS.filter((kind) => view.lens.some((item) => item.kind === kind))
  const { scores, distance, guess, apart, discuss, sight, lens, contradiction, closing } = texts
  return [
    step({ is: 'scores' }, scores, scores.question(view.concepts.map(({ concept }) => reading.conceptName(concept)))),
    step({ is: 'distance' }, { ...distance, prompt: distance.prompt(top, work) }, distance.question(top, work)),
    ...guessingLevels(reading).flatMap(({ level, items }) => {
      const who = reading.level(level)
      const wordsOf = ({ title, prompt }: typeof guess | typeof guess.each) => ({
        title: title(who),
        prompt: prompt(who, work),
      })
      const statements = items.map(({ item }, index) => ({ name: `${index + 1}.`, about: reading.itemText(item) }))
      const own = step({ is: 'guess', level }, wordsOf(guess), guess.question(who, work), String(level))
      const each = step({ is: 'guess-each', level }, wordsOf(guess.each), guess.each.question(who, work), String(level))
      return items.some((item) => item.guess.shown) ? [own, { ...each, terms: statements, areNumbered: true }] : [own]
    }),
    ...firstPlaces(view.distance.items)
      .filter(({ atLeast }) => atLeast > 0)
      .slice(0, MOST_APART)
      .map((pair) => step({ is: 'apart', distance: pair }, apart, apart.question(top, work), pair.item)),
    ...firstPlaces(view.discussFirst.ranked)
      .slice(0, MOST_DISCUSSED)
      .map((item) => step({ is: 'discuss', item }, discuss, discuss.question, item.item)),
    step({ is: 'sight' }, sight, sight.question(top)),
    ...kinds.map((kind) =>
      step({ is: 'lens', kind }, { title: lens.title, prompt: lens.prompts[kind] }, lens.questions[kind], kind),
    ),
    ...contradictions.map((finding) =>
      step({ is: 'contradiction', finding }, contradiction, contradiction.question, finding.finding),
    ),
    ...(contradictions.length === 0 && kinds.length > 0
      ? [step({ is: 'fit' }, { ...contradiction, prompt: contradiction.fitPrompt }, contradiction.question)]
      : []),
    step({ is: 'closing' }, closing, closing.question),
  ]
}

/** The figures that name the concepts. */
const NAMING: ReadonlySet<RoomFigure['is']> = new Set(['scores', 'distance', 'guess', 'closing'])

/** Steps as they are presented, in whatever order: the first that names the concepts says what each of them is. */
export function definedFirst(reading: RoomReading, steps: readonly RoomStep[]): RoomStep[] {
  const first = steps.find(({ figure }) => NAMING.has(figure.is))
  const terms = reading.view.concepts.map(({ concept }) => ({
    name: reading.conceptName(concept),
    about: reading.conceptAbout(concept),
  }))
  return steps.map((step) => (step === first ? { ...step, terms } : step))
}
