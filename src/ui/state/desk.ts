import type { Clock, Outlet } from '../../core/ports.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import { fitAnswers } from '../../core/response/fit-answers.ts'
import type { Response } from '../../core/response/response.ts'
import type { SavedRun } from '../../core/response/saved-runs.ts'
import type { FiledResponse } from '../../core/response-file/response-file.ts'
import type { CodeIssue } from '../../core/result-code/issues.ts'
import { layoutOf, layoutsOf, type CodeLayout } from '../../core/result-code/layout.ts'
import { decodeResultCode, encodeResultCode } from '../../core/result-code/result-code.ts'
import { scoreConcepts } from '../../core/scoring/score-concepts.ts'
import type { KeepTexts } from '../texts/keep.en.ts'
import type { ResultTexts } from '../texts/result.en.ts'
import type { LiveRegion } from './live-region.svelte.ts'
import type { Router } from './route.svelte.ts'
import type { SavedRuns } from './saved-runs.svelte.ts'
import type { TakeSession } from './take-session.svelte.ts'

/** A finished response as it is shown, wherever it came from. */
export interface ShownResult {
  readonly response: Response
  /** The day it was given, as 2026-11-22. */
  readonly completedOn: string
  readonly about: string
  readonly code: string
}

/** A result that was opened by its code, with what became of it on the way. */
export interface OpenedResult extends ShownResult {
  /** The run it was kept or opened from a file with. */
  readonly saved: SavedRun | undefined
  /** The version it was given on, where that is not the present one, and what could not be carried over. */
  readonly earlier: { readonly version: string; readonly gone: number; readonly added: readonly string[] } | null
}

export type Opening =
  { readonly ok: true; readonly result: OpenedResult } | { readonly ok: false; readonly issue: CodeIssue }

export interface DeskParts {
  readonly part: ResultPart
  readonly texts: ResultTexts
  readonly keepTexts: KeepTexts
  readonly saved: SavedRuns
  readonly router: Router
  readonly live: LiveRegion
  readonly outlet: Outlet
  readonly clock: Clock
}

/** What the screens of finished results share: the questionnaire, the words, what is kept, and the ways out. */
export class Desk {
  readonly part: ResultPart
  readonly texts: ResultTexts
  readonly keepTexts: KeepTexts
  readonly saved: SavedRuns
  readonly router: Router
  readonly live: LiveRegion
  readonly outlet: Outlet
  readonly clock: Clock
  readonly layout: CodeLayout
  readonly layouts: readonly CodeLayout[]

  constructor({ part, texts, keepTexts, saved, router, live, outlet, clock }: DeskParts) {
    this.part = part
    this.texts = texts
    this.keepTexts = keepTexts
    this.saved = saved
    this.router = router
    this.live = live
    this.outlet = outlet
    this.clock = clock
    this.layout = layoutOf(part.questionnaire)
    this.layouts = layoutsOf(part.questionnaire, part.published)
  }

  /** The run a person has just finished. */
  ownResult(session: TakeSession): ShownResult {
    const { response, about } = session
    const completedOn = session.completedOn ?? this.clock.today()
    return { response, completedOn, about, code: encodeResultCode(this.layout, { ...response, completedOn }) }
  }

  /** Keeps a run that was finished here, unless nothing in it was answered. */
  keepOwn({ run }: TakeSession, shown: ShownResult): void {
    if (run === null || Object.keys(shown.response.answers).length === 0) return
    const { millisecondsPerItem } = this.filed(shown)
    const questionnaire = this.part.questionnaire.id
    this.saved.keep({ run, questionnaire, code: shown.code, millisecondsPerItem, about: shown.about, name: '' })
  }

  /** Opens what a person pasted, typed or followed: a code, or a link with one in it. */
  open(text: string): Opening {
    const read = decodeResultCode(text.split('#r=').at(-1) ?? '', this.layouts)
    if (!read.ok) return read
    const { layout, coded } = read
    const code = encodeResultCode(layout, coded)
    const saved = this.saved.find(code)
    const isCurrent = layout.major === this.layout.major && layout.minor === this.layout.minor
    const { answers, gone, added } = fitAnswers(coded.answers, layout, this.layout)
    const milliseconds = saved?.millisecondsPerItem ?? null
    return {
      ok: true,
      result: {
        response: {
          vantage: coded.vantage,
          answers,
          secondsPerItem: milliseconds === null ? null : milliseconds / 1000,
        },
        completedOn: coded.completedOn,
        about: saved?.about ?? '',
        code,
        saved,
        earlier: isCurrent ? null : { version: `${layout.major}.${layout.minor}`, gone: gone.length, added },
      },
    }
  }

  /** Takes in a response that was read from a file, for this tab alone. Returns its code. */
  takeIn(layout: CodeLayout, filed: FiledResponse): string {
    const code = encodeResultCode(layout, filed)
    const { millisecondsPerItem } = filed
    if (!this.saved.isKept(code)) this.saved.visit({ ...this.#unsaved(code), millisecondsPerItem })
    return code
  }

  /** Keeps an opened result on this device. */
  keep(result: OpenedResult) {
    return this.saved.keep(result.saved ?? this.#unsaved(result.code))
  }

  /** What a result is called among others: its name or label if it has one, its day, and the position it was seen from. */
  labelOf({ saved, about, completedOn, response }: OpenedResult): string {
    const label = this.keepTexts.comparison.label(this.texts.date(completedOn), this.texts.seenFrom(response.vantage))
    const name = saved?.name || about
    return name ? `${name}: ${label}` : label
  }

  /** The scores of a result in one line, by which it is known again. */
  scoresOf({ response }: ShownResult): string {
    return scoreConcepts(this.part.questionnaire, response.answers)
      .map(({ concept, score }) => {
        const name = this.part.texts.concepts[concept]?.name ?? concept
        return `${name} ${score === null ? this.texts.chart.noScore : this.texts.number(score)}`
      })
      .join(' · ')
  }

  /** A response as its file has it. */
  filed({ response, completedOn }: ShownResult): FiledResponse {
    const { id, version } = this.part.questionnaire
    const { secondsPerItem, vantage, answers } = response
    const millisecondsPerItem = secondsPerItem === null ? null : Math.round(secondsPerItem * 1000)
    return { questionnaire: { id, version }, completedOn, vantage, millisecondsPerItem, answers }
  }

  /** A name for downloads: what it is, of what, and of which day. */
  fileName({ completedOn }: ShownResult, ending: string): string {
    return `leadership-diagnostic-${this.part.questionnaire.id}-${completedOn}.${ending}`
  }

  #unsaved(code: string): SavedRun {
    const questionnaire = this.part.questionnaire.id
    return { run: this.clock.moment(), questionnaire, code, millisecondsPerItem: null, about: '', name: '' }
  }
}
