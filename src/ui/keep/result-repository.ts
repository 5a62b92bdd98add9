import { findCode } from '../../core/codes/find-code.ts'
import { questionnaireOf } from '../../core/codes/questionnaire-of.ts'
import { encodeResultCode } from '../../core/codes/result-code.ts'
import type { FiledResponse, ReadFile } from '../../core/files/response-file.ts'
import type { Clock } from '../../core/ports.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import { isHeldBack, type Hold } from '../../core/response/hold.ts'
import type { CodeLayout } from '../../core/response/layout.ts'
import { findRun, ownRunId, type Origin, type SavedRun, type Saving } from '../../core/response/saved-runs.ts'
import { openResult, referenceTo, type OpenedResult, type Opening } from '../../core/result/open-result.ts'
import type { Questionnaire } from '../../core/questionnaire/schema.ts'
import { filedResponse, versionsOf, type ShownResult, type ShownVersions } from '../../core/result/shown-result.ts'
import type { TableReader } from './open-table.ts'
import type { SavedRuns } from './saved-runs.svelte.ts'

/** The results of one questionnaire on this device: opened by code, reference or file, and kept. */
export class ResultRepository {
  readonly versions: ShownVersions
  readonly saved: SavedRuns
  /**
   * Whether everything kept here ends with the tab, since it could not be read
   * without its questionnaire's file.
   */
  readonly endsWithTab: boolean
  /** Whether its codes and links open elsewhere: those of a questionnaire from a file do not. */
  readonly opensElsewhere: boolean
  readonly #asked: Questionnaire
  readonly #questionnaires: readonly string[]
  readonly #loadTables: () => Promise<TableReader>
  readonly #clock: Pick<Clock, 'moment' | 'today'>

  /** @param questionnaires the ids of all questionnaires of this page */
  constructor(
    part: ResultPart,
    saved: SavedRuns,
    clock: Pick<Clock, 'moment' | 'today'>,
    {
      questionnaires,
      endsWithTab,
      loadTables,
    }: {
      readonly questionnaires: readonly string[]
      readonly endsWithTab: boolean
      /** Loads what another tool's table is read by. */
      readonly loadTables: () => Promise<TableReader>
    },
  ) {
    this.versions = versionsOf(part)
    this.saved = saved
    this.endsWithTab = endsWithTab
    this.opensElsewhere = questionnaires.includes(part.questionnaire.id)
    this.#questionnaires = questionnaires
    this.#asked = part.questionnaire
    this.#loadTables = loadTables
    this.#clock = clock
  }

  /** Opens a text that a person pasted, typed or followed. */
  open(text: string): Opening {
    return openResult(text, this.versions, this.saved.known)
  }

  /** The form of a result in an address: the reference to a kept run, else its code. */
  addressed(code: string): string {
    const run = findRun(this.saved.known, code)
    return run ? referenceTo(run) : code
  }

  /**
   * Reads the table of one person's answers, as another tool exports it. Returns the sentence that says why it cannot
   * be read, `null` for what is no table. Rejects where what reads it cannot be loaded.
   */
  async openTable(files: readonly File[]): Promise<ReadFile | string | null> {
    const [{ openTable }, reader] = await Promise.all([import('./open-table.ts'), this.#loadTables()])
    const filed = await openTable(files, this.#asked, reader, this.today)
    return filed === null || typeof filed === 'string' ? filed : { ok: true, layout: this.versions.layouts[0]!, filed }
  }

  /** Takes in a response that was read from a file, for this tab alone. Returns its code. */
  takeIn(layout: CodeLayout, filed: FiledResponse): string {
    const code = encodeResultCode(layout, filed)
    const { millisecondsPerItem } = filed
    if (!this.saved.isKept(code)) this.saved.visit({ ...this.#unsaved(code, 'file'), millisecondsPerItem })
    return code
  }

  /** Keeps an opened result. */
  keep(result: OpenedResult): Saving {
    return this.saved.keep(result.saved ?? this.#unsaved(result.code, 'link'))
  }

  /** Keeps the result of a run that was finished here, unless nothing in it was answered. */
  keepOwn(
    run: number,
    result: ShownResult,
    { priority = '', hold }: { priority?: string; hold?: Hold | null } = {},
  ): Saving {
    if (Object.keys(result.response.answers).length === 0) return 'gone'
    const { code, about, completedOn } = result
    const { millisecondsPerItem } = filedResponse(result)
    const questionnaire = this.#asked.id
    const id = ownRunId(run, completedOn)
    return this.saved.keep({
      id,
      origin: 'own',
      questionnaire,
      code,
      millisecondsPerItem,
      about,
      name: '',
      ...(priority ? { priority } : {}),
      ...(hold ? { hold } : {}),
    })
  }

  /**
   * The hold of a workshop on a result that was finished for it. It ends with the day
   * of the first, however often answers are changed later.
   */
  holdOf(workshop: string, completedOn: string): Hold {
    const earlier = this.saved.known.flatMap(({ hold }) => (hold?.workshop === workshop ? [hold.until] : []))
    const [until = completedOn] = [completedOn, ...earlier].toSorted()
    return { workshop, until, released: this.saved.isReleased(workshop) }
  }

  /** The hold that keeps a result from being shown today; `null` for none. */
  heldBack(hold: Hold | null | undefined): Hold | null {
    return hold && isHeldBack(hold, this.today) ? hold : null
  }

  /** The day where the person is, as 2026-11-22. */
  get today(): string {
    return this.#clock.today()
  }

  /** In milliseconds since 1970. */
  get moment(): number {
    return this.#clock.moment()
  }

  /** Whether a text has a code of another questionnaire of this page, where it can be opened. */
  belongsElsewhere(text: string): boolean {
    const owner = questionnaireOf(findCode(text), this.#questionnaires)
    return owner !== null && owner !== this.#asked.id
  }

  #unsaved(code: string, origin: Origin): SavedRun {
    return {
      id: String(this.#clock.moment()),
      origin,
      questionnaire: this.#asked.id,
      code,
      millisecondsPerItem: null,
      about: '',
      name: '',
    }
  }
}
