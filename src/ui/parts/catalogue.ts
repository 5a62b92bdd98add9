import type { Language } from '../locales/index.ts'
import type { ListedQuestionnaire } from './listed-questionnaire.ts'

/** Titles and questions of questionnaires, by id. */
export type Titles = Readonly<Record<string, { readonly title: string; readonly question: string }>>

/** A questionnaire that can be taken here, with its data for a list. */
export interface CatalogueEntry {
  readonly id: string
  readonly items: number
  readonly title: string
  readonly question: string
}

/** The questionnaires that can be taken here: their titles in the present language, and their addresses. */
export class Catalogue {
  readonly entries: readonly CatalogueEntry[]
  readonly language: Language
  /** The address of their page, without query and fragment. */
  readonly page: string
  /** Begins a questionnaire from a person's file on this page. */
  readonly begin: (questionnaire: ListedQuestionnaire) => Promise<void>

  constructor(
    questionnaires: readonly ListedQuestionnaire[],
    titles: Titles,
    { page, language, begin }: Pick<Catalogue, 'page' | 'language' | 'begin'>,
  ) {
    this.entries = questionnaires.flatMap(({ id, items }) => (titles[id] ? [{ id, items, ...titles[id] }] : []))
    this.page = page
    this.language = language
    this.begin = begin
  }

  get ids(): readonly string[] {
    return this.entries.map(({ id }) => id)
  }

  find(questionnaire: string): CatalogueEntry | undefined {
    return this.entries.find(({ id }) => id === questionnaire)
  }

  /** The address of a questionnaire, in the same language. */
  addressOf(questionnaire: string, fragment = ''): string {
    // A host's page may have a query of its own that must be kept.
    const url = new URL(this.page)
    for (const [name, value] of Object.entries({ q: questionnaire, lang: this.language }))
      url.searchParams.set(name, value)
    url.hash = fragment
    return url.href
  }

  /** The address at which anybody can take a questionnaire, in their own language. */
  bareAddressOf(questionnaire: string): string {
    if (questionnaire === this.entries[0]?.id || !this.find(questionnaire)) return this.page
    const url = new URL(this.page)
    url.searchParams.set('q', questionnaire)
    return url.href
  }

  /** The address of the facilitator's console, in the same language. */
  get workshopAddress(): string {
    const { href } = new URL('workshop.html', this.page)
    return `${href}?lang=${this.language}`
  }
}
