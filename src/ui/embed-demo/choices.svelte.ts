import { ATTRIBUTE_NAMES, ATTRIBUTES } from '../embed/contract.ts'
import { inLanguage } from '../locales/in-language.ts'
import { snippetOf, type Site, type Way, type Written } from './snippets.ts'

/** The name under which the sample keeps its answers, unless another is chosen. */
const KEPT_AS = 'embed-demo'

/** The switches of the page, and the code and sample that follow from them. */
export class Choices {
  readonly #site: Site
  readonly #links: Readonly<Record<string, string>>
  #values = $state.raw<Readonly<Record<string, string>>>({})
  #look = $state.raw<Readonly<Record<string, string>>>({})
  #part = $state.raw('')
  #way = $state.raw<Way>('latest')
  #run = $state.raw(0)

  /** @param links the text of the link that the element holds where there is no script, by language */
  constructor(site: Site, links: Readonly<Record<string, string>>) {
    this.#site = site
    this.#links = links
  }

  /** In the documented order; a switch has no value. */
  readonly written: Written = $derived.by(() =>
    ATTRIBUTE_NAMES.flatMap((name) => {
      const value = this.#values[name] ?? ''
      if (value === '') return []
      return [[name, ATTRIBUTES[name] === 'switch' ? '' : value]] as const
    }),
  )

  /** The sample's script is elsewhere, so it is told which page opens its links. */
  readonly sample: ReadonlyMap<string, string> = $derived.by(
    () => new Map([['page', this.#site.address], ['keep-as', KEPT_AS], ...this.written]),
  )

  readonly link: string = $derived.by(() => inLanguage(this.#links, this.valueOf('lang')) ?? '')

  readonly snippet: string = $derived.by(() => snippetOf(this.#site, this.#way, this.written, this.link))

  /** The custom properties that were given a value, as a rule of a style sheet; empty for none. */
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

  /** The number of times that the sample was started. */
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
