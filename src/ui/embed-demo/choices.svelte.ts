import { ATTRIBUTE_NAMES, ATTRIBUTES } from '../embed/contract.ts'
import { inLanguage } from '../locales/in-language.ts'
import { snippetOf, type Site, type Way, type Written } from './snippets.ts'

/** What is kept of the sample, unless something else is chosen. */
const KEPT_AS = 'embed-demo'

/** What somebody has switched on the page, and what follows from it. */
export class Choices {
  readonly #site: Site
  readonly #links: Readonly<Record<string, string>>
  #values = $state.raw<Readonly<Record<string, string>>>({})
  #look = $state.raw<Readonly<Record<string, string>>>({})
  #part = $state.raw('')
  #way = $state.raw<Way>('latest')
  #run = $state.raw(0)

  /** @param links what the link says that stands in the element where there is no script, by language */
  constructor(site: Site, links: Readonly<Record<string, string>>) {
    this.#site = site
    this.#links = links
  }

  /** In the order in which they are documented; a switch is only present. */
  readonly written: Written = $derived.by(() =>
    ATTRIBUTE_NAMES.flatMap((name) => {
      const value = this.#values[name] ?? ''
      if (value === '') return []
      return [[name, ATTRIBUTES[name] === 'switch' ? '' : value]] as const
    }),
  )

  /** The sample is not where its script is, so it is told which page opens its links. */
  readonly sample: ReadonlyMap<string, string> = $derived.by(
    () => new Map([['page', this.#site.address], ['keep-as', KEPT_AS], ...this.written]),
  )

  readonly link: string = $derived.by(() => inLanguage(this.#links, this.valueOf('lang')) ?? '')

  readonly snippet: string = $derived.by(() => snippetOf(this.#site, this.#way, this.written, this.link))

  /** Custom properties that were given a value, as a rule of a style sheet; empty where there is none. */
  readonly rule: string = $derived.by(() => {
    const lines = Object.entries(this.#look).flatMap(([name, value]) => (value ? [`  ${name}: ${value};`] : []))
    return lines.length === 0 ? '' : `leadership-diagnostic {\n${lines.join('\n')}\n}`
  })

  get look() {
    return this.#look
  }

  /** The part that is outlined in the sample. */
  get part() {
    return this.#part
  }

  get way() {
    return this.#way
  }

  /** Counts the beginnings of the sample. */
  get run() {
    return this.#run
  }

  get keptAs(): string {
    return this.sample.get('keep-as') ?? KEPT_AS
  }

  valueOf = (name: string) => this.#values[name] ?? ''

  set(name: string, value: string): void {
    this.#values = { ...this.#values, [name]: value.trim() }
  }

  setLook(name: string, value: string): void {
    this.#look = { ...this.#look, [name]: value.trim() }
  }

  showPart(part: string): void {
    this.#part = part
  }

  choose(way: Way): void {
    this.#way = way
  }

  beginAnew(): void {
    this.#run += 1
  }
}
