import type { Language } from '../locales/index.ts'
import type { ListedQuestionnaire } from './listed-questionnaire.ts'

/** What a questionnaire is called, by its id. */
export type Titles = Readonly<Record<string, { readonly title: string; readonly question: string }>>

/** A questionnaire that can be taken here, as a list shows it. */
export interface CatalogueEntry {
  readonly id: string
  readonly items: number
  readonly title: string
  readonly question: string
}

/** The questionnaires that can be taken here: what they are called in the language of the moment, and where they open. */
export class Catalogue {
  readonly entries: readonly CatalogueEntry[]
  readonly language: Language
  /** The page that they open on, without query and fragment. */
  readonly page: string
  /** Puts one that somebody brought along on the page. */
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

  /** Where a questionnaire opens, in the same language. */
  addressOf(questionnaire: string, parameters: Readonly<Record<string, string>> = {}, fragment = ''): string {
    // A host's page may have a query of its own, which is how it is found.
    const url = new URL(this.page)
    for (const [name, value] of Object.entries({ q: questionnaire, lang: this.language, ...parameters }))
      url.searchParams.set(name, value)
    url.hash = fragment
    return url.href
  }

  /** The facilitator's console, in the same language. */
  get workshopAddress(): string {
    const { href } = new URL('workshop.html', this.page)
    return `${href}?lang=${this.language}`
  }
}
