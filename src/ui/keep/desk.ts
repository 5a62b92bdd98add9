import type { Address, Clock, Exporter } from '../../core/ports.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import { fitAnswers } from '../../core/response/fit-answers.ts'
import type { Answers, Response } from '../../core/response/response.ts'
import type { Origin, SavedRun } from '../../core/response/saved-runs.ts'
import type { FiledResponse } from '../../core/files/response-file.ts'
import { dayNumber } from '../../core/response/day-number.ts'
import { findCode } from '../../core/codes/find-code.ts'
import type { CodeIssue } from '../../core/codes/result-code-issues.ts'
import { questionnaireOf } from '../../core/codes/questionnaire-of.ts'
import { layoutOf, layoutsOf, type CodeLayout } from '../../core/response/layout.ts'
import { decodeResultCode, encodeResultCode } from '../../core/codes/result-code.ts'
import { scoreConcepts } from '../../core/scoring/score-concepts.ts'
import type { Language } from '../locales/index.ts'
import type { KeepTexts } from '../locales/en/keep.ts'
import type { ResultTexts } from '../locales/en/result.ts'
import type { LiveRegion } from '../parts/live-region.svelte.ts'
import type { Router } from '../parts/route.svelte.ts'
import type { Saving } from '../../core/response/saved-runs.ts'
import type { SavedRuns } from './saved-runs.svelte.ts'
import type { ListedQuestionnaire } from '../parts/listed-questionnaire.ts'
import type { TakeSession } from '../take/take-session.svelte.ts'

/** A finished response as it is shown, wherever it came from. */
export interface ShownResult {
  readonly response: Response
  /** The day it was given, as 2026-11-22. */
  readonly completedOn: string
  readonly about: string
  readonly code: string
  /** Its version and answers as they were given, before they were fitted to the present version. */
  readonly given: { readonly version: string; readonly layout: CodeLayout; readonly answers: Answers }
}

/** A result that was opened by its code, with what became of it on the way. */
export interface OpenedResult extends ShownResult {
  /** The run it was kept or opened from a file with. */
  readonly saved: SavedRun | undefined
  /** The version it was given on, where that is not the present one, and what could not be carried over. */
  readonly earlier: { readonly version: string; readonly gone: number; readonly added: readonly string[] } | null
}

/** Why a result cannot be opened. */
export type OpeningIssue = CodeIssue | { readonly code: 'not-kept' }

export type Opening =
  { readonly ok: true; readonly result: OpenedResult } | { readonly ok: false; readonly issue: OpeningIssue }

export type Titles = Readonly<
  Record<string, { readonly title: string; readonly question: string; readonly lead: string }>
>

export interface DeskParts {
  readonly part: ResultPart
  readonly language: Language
  readonly texts: ResultTexts
  readonly keepTexts: KeepTexts
  /** What each questionnaire of the page is called. */
  readonly titles: Titles
  readonly questionnaires: readonly ListedQuestionnaire[]
  /** Puts another questionnaire on the page. */
  readonly begin: (questionnaire: ListedQuestionnaire) => Promise<void>
  /** Whether somebody brought the questionnaire along, so that nothing of it outlasts the tab. */
  readonly isOwn: boolean
  readonly address: Address
  readonly saved: SavedRuns
  readonly router: Router
  readonly live: LiveRegion
  readonly exporter: Exporter
  readonly clock: Clock
}

/** What the screens of finished results share: the questionnaire, the words, what is kept, and the ways out. */
export class Desk {
  readonly part: ResultPart
  readonly language: Language
  readonly texts: ResultTexts
  readonly keepTexts: KeepTexts
  /** What each questionnaire of the page is called. */
  readonly titles: Titles
  readonly questionnaires: readonly ListedQuestionnaire[]
  /** Puts another questionnaire on the page. */
  readonly begin: (questionnaire: ListedQuestionnaire) => Promise<void>
  /** Whether somebody brought the questionnaire along, so that nothing of it outlasts the tab. */
  readonly isOwn: boolean
  readonly address: Address
  readonly saved: SavedRuns
  readonly router: Router
  readonly live: LiveRegion
  readonly exporter: Exporter
  readonly clock: Clock
  readonly layout: CodeLayout
  readonly layouts: readonly CodeLayout[]

  constructor({
    part,
    language,
    texts,
    keepTexts,
    titles,
    questionnaires,
    begin,
    isOwn,
    address,
    saved,
    router,
    live,
    exporter,
    clock,
  }: DeskParts) {
    this.part = part
    this.language = language
    this.texts = texts
    this.keepTexts = keepTexts
    this.titles = titles
    this.questionnaires = questionnaires
    this.begin = begin
    this.isOwn = isOwn
    this.address = address
    this.saved = saved
    this.router = router
    this.live = live
    this.exporter = exporter
    this.clock = clock
    this.layout = layoutOf(part.questionnaire)
    this.layouts = layoutsOf(part.questionnaire, part.published)
  }

  /** The run a person has just finished. */
  ownResult(session: TakeSession): ShownResult {
    const { response, about } = session
    const completedOn = session.completedOn ?? this.clock.today()
    const code = encodeResultCode(this.layout, { ...response, completedOn })
    const { version } = this.part.questionnaire
    return { response, completedOn, about, code, given: { version, layout: this.layout, answers: response.answers } }
  }

  /** Keeps a run that was finished here, unless nothing in it was answered or it was deleted elsewhere. */
  keepOwn(session: TakeSession, shown: ShownResult): Saving {
    if (session.run === null || session.isWithdrawn) return 'gone'
    if (Object.keys(shown.response.answers).length === 0) return 'gone'
    const { millisecondsPerItem } = this.filed(shown)
    const id = `${session.run}.${dayNumber(shown.completedOn) ?? 0}`
    const questionnaire = this.part.questionnaire.id
    const { code, about } = shown
    return this.saved.keep({ id, origin: 'own', questionnaire, code, millisecondsPerItem, about, name: '' })
  }

  /** Whether a kept run is the one that is taken in this tab. */
  isCurrent({ id, origin }: SavedRun, session: TakeSession): boolean {
    return origin === 'own' && session.run !== null && id.startsWith(`${session.run}.`)
  }

  /** What an address says for a result: a reference to what is kept here, so that no history holds its answers. */
  referenceTo(code: string): string {
    const kept = this.saved.find(code)
    return kept ? `~${kept.id}` : code
  }

  /** Opens what a person pasted, typed or followed: a code, a link with one in it, or the reference to a kept run. */
  open(text: string): Opening {
    const reference = text.startsWith('~') ? this.saved.findById(text.slice(1)) : undefined
    if (text.startsWith('~') && !reference) return { ok: false, issue: { code: 'not-kept' } }
    const read = decodeResultCode(reference?.code ?? findCode(text), this.layouts)
    if (!read.ok) return read
    const { layout, coded } = read
    const code = encodeResultCode(layout, coded)
    const saved = reference ?? this.saved.find(code)
    const isCurrent = layout.major === this.layout.major && layout.minor === this.layout.minor
    const { answers, gone, added } = fitAnswers(coded.answers, layout, this.layout)
    const milliseconds = saved?.millisecondsPerItem ?? null
    const version = isCurrent ? this.part.questionnaire.version : `${layout.major}.${layout.minor}.0`
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
        given: { version, layout, answers: coded.answers },
        saved,
        earlier: isCurrent ? null : { version: `${layout.major}.${layout.minor}`, gone: gone.length, added },
      },
    }
  }

  /** Whether a text holds a code of another questionnaire of the page, which opens on that one's page. */
  belongsElsewhere(text: string): boolean {
    const ids = this.questionnaires.map(({ id }) => id)
    const owner = questionnaireOf(findCode(text), ids)
    return owner !== null && owner !== this.part.questionnaire.id
  }

  /** Takes in a response that was read from a file, for this tab alone. Returns its code. */
  takeIn(layout: CodeLayout, filed: FiledResponse): string {
    const code = encodeResultCode(layout, filed)
    const { millisecondsPerItem } = filed
    if (!this.saved.isKept(code)) this.saved.visit({ ...this.#unsaved(code, 'file'), millisecondsPerItem })
    return code
  }

  /** Keeps an opened result on this device. */
  keep(result: OpenedResult): Saving {
    return this.saved.keep(result.saved ?? this.#unsaved(result.code, 'link'))
  }

  /** What a result is called among others: its name or label if it has one, its day, and the position it was seen from. */
  labelOf({ saved, about, completedOn, response }: OpenedResult): string {
    const label = this.keepTexts.comparison.label(this.texts.date(completedOn), this.texts.seenFrom(response.vantage))
    const name = saved?.name || about
    return name ? `${name}${this.texts.colon} ${label}` : label
  }

  /** The address of another questionnaire of the page, in the same language. */
  addressOf(questionnaire: string, parameters: Readonly<Record<string, string>> = {}, fragment = ''): string {
    // A host's page may have a query of its own, which is how it is found.
    const url = new URL(this.address.page())
    for (const [name, value] of Object.entries({ q: questionnaire, lang: this.language, ...parameters }))
      url.searchParams.set(name, value)
    url.hash = fragment
    return url.href
  }

  /** The facilitator's console, in the same language. */
  get workshopAddress(): string {
    const { href } = new URL('workshop.html', this.address.page())
    return `${href}?lang=${this.language}`
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

  /** A response as its file has it: as it was given. */
  filed({ response, completedOn, given }: ShownResult): FiledResponse {
    const { secondsPerItem, vantage } = response
    const millisecondsPerItem = secondsPerItem === null ? null : Math.round(secondsPerItem * 1000)
    const questionnaire = { id: this.part.questionnaire.id, version: given.version }
    return { questionnaire, completedOn, vantage, millisecondsPerItem, answers: given.answers }
  }

  /** A name for downloads: what it is, of what, and of which day. */
  fileName({ completedOn }: ShownResult, ending: string): string {
    return `leadership-diagnostic-${this.part.questionnaire.id}-${completedOn}.${ending}`
  }

  #unsaved(code: string, origin: Origin): SavedRun {
    const questionnaire = this.part.questionnaire.id
    return {
      id: String(this.clock.moment()),
      origin,
      questionnaire,
      code,
      millisecondsPerItem: null,
      about: '',
      name: '',
    }
  }
}
