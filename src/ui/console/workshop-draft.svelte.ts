import { MOST_ENTRIES } from '../../core/bounds/bounds.ts'
import { NOTHING_COLLECTED } from '../../core/workshop/collected.ts'
import { foreseeViews, proposeMerge, type ForeseenViews } from '../../core/workshop/foresee-views.ts'
import { areAlike } from '../../core/files/look-alike.ts'
import type { DraftProblem } from '../../core/workshop/draft-problem.ts'
import { LONGEST_LEVEL, LONGEST_NAME, tidyLabel } from '../../core/workshop/label.ts'
import type { KeptWorkshop } from '../../core/workshop/workshop-file.ts'
import { LEVELS } from '../../core/response/levels.ts'
import { LARGEST_GROUP_FLOOR, SMALLEST_GROUP } from '../../core/disclosure/thresholds.ts'
import type { Workshop } from '../../core/workshop/workshop.ts'
import { guessesIn } from './guesses-in.ts'
import type { OfferedQuestionnaire } from './workshop-tools.ts'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../locales/index.ts'

/** One level as it is being typed. */
export interface DraftLevel {
  /** Unique while the form is open, so that a level keeps its fields when it is moved. */
  readonly key: number
  readonly label: string
  readonly expected: string
}

/** The keys and the join code that a live room is set up with. */
export interface RoomSecrets {
  /** In base64url, as the private one. */
  readonly publicKey: string
  readonly privateKey: string
  readonly joinCode: string
  /** The key by which all of its consoles know people again. */
  readonly identityKey: string
}

/** Everything in the form, as typed. */
export interface DraftFields {
  readonly name: string
  readonly client: string
  /** `choiceOf` the questionnaire. */
  readonly questionnaire: string
  readonly language: Language
  readonly levels: readonly DraftLevel[]
  readonly smallestGroup: string
  readonly rawExport: boolean
  readonly holdsResults: boolean
  /** Only where the questionnaire has something to guess at. */
  readonly asksGuesses: boolean
  /** The address of the relay that answers come through, empty for that of the site; `null` for none. */
  readonly relay: string | null
}

/** A whole number as typed; `null` for an empty text, `NaN` for anything else. */
function wholeNumber(text: string): number | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : Number.NaN
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Reads kept fields, trusting nothing in them. */
export function readDraftFields(text: string, start: DraftFields): DraftFields | null {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(content)) return null
  const { name, client, questionnaire, language, levels, smallestGroup, rawExport, holdsResults, asksGuesses, relay } =
    content
  const texts = (value: unknown) => (typeof value === 'string' ? value.slice(0, LONGEST_NAME) : '')
  if (!Array.isArray(levels) || levels.length < LEVELS.fewest || levels.length > LEVELS.most) return null
  return {
    name: texts(name),
    client: texts(client),
    questionnaire: texts(questionnaire),
    language: typeof language === 'string' && isLanguage(language) ? language : start.language,
    levels: levels.map((level: unknown, key) => ({
      key,
      label: isObject(level) ? texts(level['label']) : '',
      expected: isObject(level) ? texts(level['expected']) : '',
    })),
    smallestGroup: texts(smallestGroup),
    rawExport: rawExport === true,
    holdsResults: typeof holdsResults === 'boolean' ? holdsResults : start.holdsResults,
    asksGuesses: typeof asksGuesses === 'boolean' ? asksGuesses : start.asksGuesses,
    relay: typeof relay === 'string' || relay === null ? relay : start.relay,
  }
}

/** The fields of a workshop that is kept. */
export const draftFieldsOf = ({ workshop, expected }: KeptWorkshop): DraftFields => ({
  name: workshop.name,
  client: workshop.client,
  questionnaire: workshop.questionnaire.fingerprint ?? workshop.questionnaire.id,
  language: isLanguage(workshop.language) ? workshop.language : DEFAULT_LANGUAGE,
  levels: workshop.levels.map((label, key) => ({ key, label, expected: expected[key]?.toString() ?? '' })),
  smallestGroup: String(workshop.smallestGroup),
  rawExport: workshop.rawExport,
  holdsResults: workshop.holdsResults === true,
  asksGuesses: workshop.asksGuesses === true,
  relay: workshop.live?.relay ?? null,
})

/** A set-up that is being typed, with its problems and the views that it will allow. */
export class WorkshopDraft {
  readonly #keep: (fields: DraftFields) => void
  #fields = $state.raw() as DraftFields
  #touched = $state.raw<ReadonlySet<string>>(new Set())
  readonly #left = new Set<string>()
  #nextKey = 0

  readonly problems: readonly DraftProblem[] = $derived(this.#findProblems())

  /** The views that will be possible; `null` while a field for a number has none. */
  readonly views: ForeseenViews | null = $derived.by(() => {
    const [k, expected] = [wholeNumber(this.#fields.smallestGroup), this.#expected]
    if (k === null || !(k >= SMALLEST_GROUP) || expected.some(Number.isNaN)) return null
    return expected.every((people) => people === null) ? null : foreseeViews(expected, k)
  })

  /** The level to merge with the one below, so that more can be shown; `null` for none. */
  readonly proposedMerge: number | null = $derived.by(() => {
    if (this.views === null) return null
    return proposeMerge(this.#expected, wholeNumber(this.#fields.smallestGroup) ?? SMALLEST_GROUP)
  })

  /** @param keep called with the fields each time one of them has changed */
  constructor(fields: DraftFields, keep: (fields: DraftFields) => void) {
    this.#keep = keep
    this.#fields = fields
    this.#nextKey = Math.max(...fields.levels.map(({ key }) => key)) + 1
  }

  get fields(): DraftFields {
    return this.#fields
  }

  get #expected(): (number | null)[] {
    return this.#fields.levels.map(({ expected }) => wholeNumber(expected))
  }

  /** The field of a problem, by its name in the form and in `leave`. */
  static fieldOf(problem: DraftProblem): string {
    return 'level' in problem ? `${problem.field}-${problem.level}` : problem.field
  }

  /** The problem of a field that the person has left; `null` before, so that nobody is corrected while typing. */
  problemOf(field: string): DraftProblem | null {
    if (!this.#touched.has(field)) return null
    return this.problems.find((problem) => WorkshopDraft.fieldOf(problem) === field) ?? null
  }

  /** To be called when the person leaves a field. Its problem is shown once they have arrived elsewhere. */
  leave(field: string): void {
    this.#left.add(field)
  }

  /**
   * To be called when the person arrives in another field, but not when a pointer
   * goes down on a button: a sentence that appeared then would push the button away
   * from under it.
   */
  arrive(): void {
    this.#touched = new Set([...this.#touched, ...this.#left])
    this.#left.clear()
  }

  /** Shows every problem. Returns the first; `null` for none. */
  touchAll(): DraftProblem | null {
    this.#touched = new Set(this.problems.map(WorkshopDraft.fieldOf))
    return this.problems[0] ?? null
  }

  set(change: Partial<Omit<DraftFields, 'levels'>>): void {
    this.#change({ ...this.#fields, ...change })
  }

  setLevel(key: number, change: Partial<Pick<DraftLevel, 'label' | 'expected'>>): void {
    this.#setLevels(this.#fields.levels.map((level) => (level.key === key ? { ...level, ...change } : level)))
  }

  /** Adds a level closest to the work. Returns its key. */
  addLevel(): number {
    const key = this.#nextKey++
    this.#setLevels([...this.#fields.levels, { key, label: '', expected: '' }])
    return key
  }

  removeLevel(key: number): void {
    this.#setLevels(this.#fields.levels.filter((level) => level.key !== key))
  }

  /** Moves a level one place up or down. */
  moveLevel(key: number, by: -1 | 1): void {
    const levels = [...this.#fields.levels]
    const from = levels.findIndex((level) => level.key === key)
    const [level] = levels.splice(from, 1)
    if (level) levels.splice(from + by, 0, level)
    this.#setLevels(levels)
  }

  /** Merges two neighbours, `upper` and the one below it. The name can be changed like any other. */
  merge(upper: number, join: (above: string, below: string) => string): void {
    const { levels } = this.#fields
    const [above, below] = [levels[upper], levels[upper + 1]]
    if (!above || !below) return
    const numbers = [wholeNumber(above.expected), wholeNumber(below.expected)]
    const expected = numbers.includes(null) ? '' : String((numbers[0] ?? 0) + (numbers[1] ?? 0))
    const merged = { ...above, label: tidyLabel(join(above.label, below.label), LONGEST_LEVEL), expected }
    this.#setLevels([...levels.slice(0, upper), merged, ...levels.slice(upper + 2)])
  }

  /**
   * The workshop of this set-up, with nothing collected. To be called where no problem is left.
   *
   * @param room `null` where it collects without a relay
   */
  toKept(
    id: string,
    questionnaire: Pick<OfferedQuestionnaire, 'id' | 'version' | 'own' | 'parts'>,
    room: RoomSecrets | null,
  ): KeptWorkshop {
    const { name, client, language, levels, smallestGroup, rawExport, holdsResults, asksGuesses, relay } = this.#fields
    const { id: asked, version, own } = questionnaire
    const live = room && relay !== null ? { publicKey: room.publicKey, relay } : null
    return {
      workshop: {
        id,
        name: tidyLabel(name, LONGEST_NAME),
        client: tidyLabel(client, LONGEST_NAME),
        questionnaire: { id: asked, version, ...(own ? { fingerprint: own.fingerprint } : {}) },
        language,
        levels: levels.map(({ label }) => tidyLabel(label, LONGEST_LEVEL)),
        smallestGroup: wholeNumber(smallestGroup) ?? SMALLEST_GROUP,
        rawExport,
        ...(holdsResults ? { holdsResults } : {}),
        ...(asksGuesses && guessesIn(questionnaire) > 0 ? { asksGuesses } : {}),
        ...(live ? { live } : {}),
      },
      expected: this.#expected,
      collected: NOTHING_COLLECTED,
      snapshots: [],
      ...(own ? { ownQuestionnaire: own.text } : {}),
      closed: false,
      ...(live && room ? { liveKey: room.privateKey, joinCode: room.joinCode, identityKey: room.identityKey } : {}),
    }
  }

  #setLevels(levels: readonly DraftLevel[]): void {
    this.#change({ ...this.#fields, levels })
  }

  #change(fields: DraftFields): void {
    this.#fields = fields
    this.#keep(fields)
  }

  #findProblems(): DraftProblem[] {
    const { name, levels, smallestGroup } = this.#fields
    const problems: DraftProblem[] = []
    if (tidyLabel(name, LONGEST_NAME) === '') problems.push({ field: 'name', code: 'empty' })
    const labels = levels.map(({ label }) => tidyLabel(label, LONGEST_LEVEL))
    for (const [index, { key, expected }] of levels.entries()) {
      const label = labels[index] ?? ''
      const earlier = labels.slice(0, index).filter((other) => other !== '')
      if (label === '') problems.push({ field: 'label', level: key, code: 'empty' })
      else if (earlier.some((other) => areAlike(other, label)))
        problems.push({ field: 'label', level: key, code: 'twice' })
      const people = wholeNumber(expected)
      if (people !== null && !(people <= MOST_ENTRIES))
        problems.push({ field: 'expected', level: key, code: 'number', most: MOST_ENTRIES })
    }
    const k = wholeNumber(smallestGroup)
    if (k === null || !(k >= SMALLEST_GROUP && k <= LARGEST_GROUP_FLOOR))
      problems.push({ field: 'smallest-group', code: 'number', least: SMALLEST_GROUP, most: LARGEST_GROUP_FLOOR })
    return problems
  }
}

/**
 * Whether a change affects the terms that participants were told, so that codes
 * made under the earlier terms have another meaning.
 */
export function changesTerms(before: Workshop, after: Workshop): boolean {
  const terms = ({ questionnaire, levels, smallestGroup, rawExport }: Workshop) =>
    JSON.stringify([
      questionnaire.id,
      questionnaire.version,
      questionnaire.fingerprint,
      levels,
      smallestGroup,
      rawExport,
    ])
  return terms(before) !== terms(after)
}
