import type { EmbeddedApp } from './embed-app.ts'
import { ATTRIBUTES, EVENTS, PROPERTIES, type EmbedEvents, type EmbedOptions } from './embed-options.ts'
import { spaceStyles } from './embed-space.ts'

export type { EmbedEvents, EmbedOptions }

/** How far from the viewport the diagnostic begins to load. */
const NEAR = '800px 0px'

const OUTSIDE = `:host {
  display: block !important;
  container-type: inline-size !important;
}
:host([hidden]) {
  display: none !important;
}
${spaceStyles((kind) => (kind === 'whole' ? '.space' : `.space.${kind}`))}
.space.used { min-block-size: 0; }`

/** For a server that imports this file: there, nothing is rendered but the element's own content. */
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement

let outside: CSSStyleSheet | undefined

function outsideStyles(): CSSStyleSheet {
  if (!outside) {
    outside = new CSSStyleSheet()
    outside.replaceSync(OUTSIDE)
  }
  return outside
}

/** The diagnostic as an element of somebody's page. What each attribute means is said in embed-options.ts. */
// The properties are made below, one for each attribute.
export class LeadershipDiagnostic extends Base {
  static readonly observedAttributes = [...ATTRIBUTES]
  #near: IntersectionObserver | null = null
  #app: EmbeddedApp | null = null
  #space: HTMLElement | null = null
  /** Counts openings, so that one that is overtaken ends quietly. */
  #opening = 0
  #changed = false
  /** Who `share-scores` names to the reader: the site that gets them. */
  recipient = globalThis.location?.host ?? ''

  connectedCallback(): void {
    // What was set on the element before it was defined is on the element itself, and hides what would set it here.
    for (const [property] of PROPERTIES)
      if (Object.hasOwn(this, property)) {
        const value: unknown = Reflect.get(this, property)
        Reflect.deleteProperty(this, property)
        Reflect.set(this, property, value)
      }
    if (this.#app || this.#near) return
    this.#layOut()
    this.#near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        this.#stopLooking()
        void this.#open()
      },
      { rootMargin: NEAR },
    )
    this.#near.observe(this)
  }

  disconnectedCallback(): void {
    // Moved to another place of the page, it is there again by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close()
    })
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.#app || this.#changed) return
    if (name === 'color-scheme' || name === 'lang') return this.#app.change(this.#options())
    this.#changed = true
    queueMicrotask(() => {
      this.#changed = false
      if (!this.#app) return
      this.#app.end()
      this.#app = null
      void this.#open()
    })
  }

  /** Begins to load now, wherever the element is. For hosts that know better than the viewport. */
  open(): void {
    if (!this.isConnected || this.#app) return
    this.#stopLooking()
    void this.#open()
  }

  #options(): EmbedOptions {
    const options = {} as Record<keyof EmbedOptions, string | null>
    for (const name of ATTRIBUTES) options[name] = this.getAttribute(name)
    return options
  }

  /** The space it will take, with the host's own content in it until then: a link, for where nothing else can be shown. */
  #layOut(): void {
    if (this.#space) return
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [outsideStyles()]
    this.#space = document.createElement('div')
    const told = this.hasAttribute('share-scores') ? ' told' : ''
    this.#space.className = `space ${this.getAttribute('variant') ?? this.getAttribute('start') ?? ''}${told}`
    this.#space.append(document.createElement('slot'))
    root.replaceChildren(this.#space)
  }

  async #open(): Promise<void> {
    const opening = ++this.#opening
    const isCurrent = () => opening === this.#opening
    const space = this.#space
    const root = this.shadowRoot
    if (!space || !root) return
    try {
      const { openEmbed } = await import('./embed-app.ts')
      if (!isCurrent()) return
      const app = await openEmbed({
        host: this,
        root,
        into: space,
        script: import.meta.url,
        options: this.#options(),
        recipient: this.recipient,
        isCurrent,
      })
      if (isCurrent()) this.#app = app
      else app?.end()
    } catch {
      if (isCurrent() && !this.firstElementChild) space.append(this.#wayOut())
    }
  }

  /** Where nothing could be loaded and the host has put no link of its own: the diagnostic's own page. */
  #wayOut(): HTMLElement {
    const link = document.createElement('a')
    link.href = this.getAttribute('page') ?? new URL('./', import.meta.url).href
    link.textContent = this.getAttribute('lang')?.startsWith('fr') ? 'Ouvrir le diagnostic' : 'Open the diagnostic'
    return link
  }

  #stopLooking(): void {
    this.#near?.disconnect()
    this.#near = null
  }

  #close(): void {
    this.#opening++
    this.#stopLooking()
    this.#app?.end()
    this.#app = null
    this.#space = null
    this.shadowRoot?.replaceChildren()
  }
}

for (const [property, attribute, isSwitch] of PROPERTIES)
  Object.defineProperty(LeadershipDiagnostic.prototype, property, {
    configurable: true,
    enumerable: true,
    get(this: HTMLElement) {
      return isSwitch ? this.hasAttribute(attribute) : this.getAttribute(attribute)
    },
    set(this: HTMLElement, value: unknown) {
      if (isSwitch ? !value : value === null || value === undefined) this.removeAttribute(attribute)
      else this.setAttribute(attribute, isSwitch ? '' : String(value))
    },
  })

if (globalThis.customElements && !customElements.get('leadership-diagnostic'))
  customElements.define('leadership-diagnostic', LeadershipDiagnostic)

export { EVENTS }
