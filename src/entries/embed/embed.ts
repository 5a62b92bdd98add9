import { EVENTS, NAMES } from 'embed-attributes:element'
import standalone from 'embed-release:standalone'
import screensHere from 'embed-screens:default'
import loadAgain from 'locale-texts:at-once/loadAgain'
import notShown from 'locale-texts:at-once/notShown'
import openDiagnostic from 'locale-texts:at-once/openDiagnostic'
import restNotLoaded from 'locale-texts:at-once/restNotLoaded'
import onPaper from 'locale-texts:on-paper/onPaper'
import type { EmbedEvents } from '../../../public/embed.d.ts'
import type { Dive, Embed, EmbeddedApp } from './embed-app.ts'
import { askForFirst, languageIn } from './embed-first.ts'
import { takeScope } from './embed-scope.ts'
import { wear } from './element-styles.ts'
import type { FramedBy } from './hand-off.ts'
import { chosenIn, showFirst, type FirstScreen } from './first-screen.ts'
import { isNear, NEAR } from './is-near.ts'
import { isRunKept } from './is-run-kept.ts'
import { keepTyped } from './keep-typed.ts'
import { isOn, reflect } from './reflect.ts'
import type { Screens } from '../../ui/embed/screens.ts'
import { takeLook } from './take-look.ts'
import { DEFAULT_QUESTIONNAIRE, propertyOf, type AttributeName, type EmbedOptions } from '../../ui/embed/contract.ts'

// As in contract.ts, from the names that this script has.
const REFLECTED = NAMES.filter((name) => name !== 'lang')

/** How long nothing is said while it loads, in milliseconds. */
const PATIENCE = 8000

/** On a server that imports this file there is no HTMLElement; only the element's own content is rendered. */
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement

/** The diagnostic as an element in a host's page. ui/embed/contract.ts documents its attributes. */
// The properties are made below, one for each attribute.
export class LeadershipDiagnostic extends Base {
  static readonly observedAttributes = [...NAMES]
  /** The page that frames the page of this element; `null` outside a frame. */
  readonly #framedBy: FramedBy | null
  /** The site that gets the scores, if they are shared; empty where nobody could be told which that is. */
  readonly #recipient: string
  /** The diagnostic's own page. */
  readonly #home: string
  #near: IntersectionObserver | null = null
  #app: EmbeddedApp | null = null
  #space: HTMLElement | null = null
  /** The first screen, from before the application is there. */
  #first: FirstScreen | null = null
  #leaveScope = () => {}
  /** The closer look that is open in its place. */
  #dive: Dive | null = null
  /** Counts openings, so that an overtaken one can tell and stop. */
  #opening = 0
  #changed = false
  /** Whether it was opened before as one that keeps nothing. */
  #keptNothing = false
  /** How often the reader has asked for it again. */
  #again = 0

  /** The function that opens it, which the self-contained file has in it. */
  static async opener() {
    const { openEmbed } = await import('./embed-app.ts')
    return openEmbed
  }

  /**
   * @param framedBy the page around the frame, where there is one
   * @param home the diagnostic's own page, where that is not beside the script
   */
  constructor(framedBy: FramedBy | null = null, home = new URL(/* @vite-ignore */ './', import.meta.url).href) {
    super()
    this.#framedBy = framedBy
    // A page that is written into a frame's attribute has no address, and the origin of the page around it.
    this.#recipient = framedBy?.host ?? (location.host || (origin.split('//')[1] ?? ''))
    this.#home = home
  }

  connectedCallback(): void {
    // A property set before the element was defined is an own property and hides
    // the accessor: it is set again through that.
    const own = this as unknown as Record<string, unknown>
    for (const attribute of REFLECTED) {
      const property = propertyOf(attribute)
      if (Object.hasOwn(own, property)) {
        const value = own[property]
        delete own[property]
        own[property] = value
      }
      // Frameworks that found no such property have written an attribute in lower
      // case.
      const made = property.toLowerCase()
      if (made !== attribute && this.hasAttribute(made)) {
        this.setAttribute(attribute, this.getAttribute(made)!)
        this.removeAttribute(made)
      }
    }
    // The element was only moved within the page.
    if (this.#space) return
    const column = this.#layOut()
    this.#near = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.open()
      },
      { rootMargin: `${NEAR}px 0px` },
    )
    this.#near.observe(column)
    // The observer reports only in the next frame, which on a slow phone is late.
    queueMicrotask(() => {
      if (isNear(column)) this.open()
    })
  }

  disconnectedCallback(): void {
    // An element that was only moved is connected again by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close()
    })
  }

  /** In another document, as of a window that stays on top, it begins anew with the answers kept. */
  adoptedCallback(): void {
    this.#close()
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.#space) return
    if (this.#near) return this.#name(this.#space)
    // A first screen that was touched stays, and the application takes the change over once it is there.
    if (['color-scheme', 'lang'].includes(name) && (this.#app || this.#first?.isTouched()))
      return this.#app?.change(this.#options())
    if (name === 'questionnaire') this.#dive = null
    if (this.#changed) return
    this.#changed = true
    queueMicrotask(() => {
      this.#changed = false
      if (this.#space && !this.#near) this.#openAnew(this.#space)
    })
  }

  #openAnew(space: HTMLElement): void {
    this.#app?.end()
    this.#app = null
    this.#first = null
    void this.#open(space)
  }

  /** Opens a closer look in its place, or goes back from one. */
  #goTo(dive: Dive | null): void {
    this.#dive = dive
    if (this.#space) this.#openAnew(this.#space)
  }

  /** Begins to load now, wherever the element is, for hosts that decide this themselves. */
  open(): void {
    if (!this.#near || !this.#space) return
    this.#stopLooking()
    void this.#open(this.#space)
  }

  #options(): EmbedOptions {
    const options = {} as Record<AttributeName, string | null>
    for (const name of NAMES) options[name] = this.getAttribute(name)
    if (this.#dive === null) return options
    const vantage = options.vantage === 'hidden' ? 'hidden' : this.#dive.vantage
    return { ...options, vantage, start: null, variant: null }
  }

  #wanted(): string {
    return this.#dive?.to ?? (this.getAttribute('questionnaire') || DEFAULT_QUESTIONNAIRE)
  }

  /** The web address in an attribute; `null` for a missing or invalid one. */
  #address(attribute: AttributeName): string | null {
    const text = this.getAttribute(attribute)
    if (!text) return null
    try {
      const url = new URL(text, document.baseURI)
      return /^https?:/.test(url.protocol) ? url.href : null
    } catch {
      return null
    }
  }

  /** The page that links lead to, without a fragment. */
  #page(): string {
    return (this.#address('page') ?? this.#home).split('#')[0]!
  }

  /**
   * Reserves the space, with the host's own content in it until the diagnostic is
   * loaded, or for good where it cannot be.
   */
  #layOut(): HTMLElement {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    wear(this.shadowRoot!, 1)
    const column = document.createElement('div')
    column.className = 'column'
    this.#space = document.createElement('div')
    this.#name(this.#space)
    this.#space.append(...this.#own())
    column.append(this.#space)
    root.replaceChildren(column)
    keepTyped(this)
    return column
  }

  /** Sets the space's classes for the height to reserve. In a frame the host's page reserves it. */
  #name(space: HTMLElement): void {
    const told = isOn(this.getAttribute('share-scores')) ? ' told' : ''
    const used = this.#framedBy === null ? '' : ' used'
    const isHidden = this.getAttribute('vantage') === 'hidden'
    const kind = this.getAttribute('variant') ?? this.getAttribute('start') ?? (isHidden ? 'item' : '')
    space.className = `space ${kind}${told}${used}`
  }

  async #open(space: HTMLElement): Promise<void> {
    const opening = ++this.#opening
    const isCurrent = () => opening === this.#opening
    // An element that this one takes the place of gives its scope up first.
    await Promise.resolve()
    if (!isCurrent()) return
    const speaks = (lang: string | null) => languageIn(this, lang)
    const options = this.#options()
    const wanted = this.#wanted()
    wear(this.shadowRoot!, 2)
    this.#leaveScope()
    const { scope, leave } = takeScope(this, options['keep-as'])
    this.#leaveScope = leave
    const late = setTimeout(() => {
      if (!isCurrent()) return
      this.#fail('late')
      this.#offer(space, true, true)
    }, PATIENCE)
    let all: Embed['all']
    try {
      if (this.#again === 0) {
        const language = speaks(options.lang)
        const show = (screens: Screens | undefined) => {
          const keepsNothing = isOn(options['keep-nothing'])
          this.#keptNothing ||= keepsNothing
          // A run that was begun meanwhile is in the page's memory.
          const isOther = (this.#keptNothing && opening > 1) || (!keepsNothing && isRunKept(scope, wanted))
          if (!screens || !isCurrent() || this.#app || this.#dive || isOther || options.vantage === 'hidden') return
          const recipient = isOn(options['share-scores']) ? this.#recipient : ''
          this.#first = showFirst(this, space, screens, language, options, this.#page(), recipient)
        }
        if (wanted === DEFAULT_QUESTIONNAIRE) show(screensHere[language])
        // Asking takes a slow phone nearly as long as building: a task of its own, after what is seen.
        if (this.#first) await new Promise((resolve) => setTimeout(resolve))
        if (!isCurrent()) return
        const asked = askForFirst(wanted, language, space.parentElement!)
        all = asked.all
        void asked.take?.then(
          ({ screens }) => show(screens),
          () => undefined,
        )
      }
      const openEmbed = await this.#opener()
      if (!isCurrent()) return
      const app = await openEmbed({
        host: this,
        into: space,
        wanted,
        all,
        shared: onPaper,
        scope,
        first: () => this.#first,
        waits: (waiting) => {
          clearTimeout(late)
          this.#app = waiting
        },
        dive: (dive) => this.#goTo(dive),
        back: this.#dive && { title: this.#dive.from, go: () => this.#goTo(null) },
        dress: (frame, look) => takeLook(frame, this, look),
        page: this.#page(),
        action: this.#address('action-href'),
        options,
        latest: () => this.#options(),
        speaks,
        recipient: this.#recipient,
        framedBy: this.#framedBy,
        isCurrent,
      })
      if (isCurrent()) this.#app = app
      else app?.end()
    } catch (error) {
      if (!isCurrent()) return
      this.#app = null
      const canTry = error instanceof TypeError
      // The browser itself reports a failed request; an error in the host's options
      // is reported only here.
      if (!canTry) console.error(error)
      this.#fail(canTry ? 'not-loaded' : 'unusable')
      this.#offer(space, canTry)
    } finally {
      clearTimeout(late)
    }
  }

  #fail(code: EmbedEvents['diagnostic-error']['detail']['code']): void {
    const campaign = this.getAttribute('campaign')
    const detail = { questionnaire: this.#wanted(), version: '', items: 0, ...(campaign ? { campaign } : {}), code }
    this.dispatchEvent(new CustomEvent('diagnostic-error', { detail, bubbles: true, composed: true }))
  }

  /** Browsers remember what could not be had, so that a second try is for another file, which has all in it. */
  async #opener(): ReturnType<typeof LeadershipDiagnostic.opener> {
    if (this.#again === 0) return LeadershipDiagnostic.opener()
    const file = new URL(`${standalone}?again=${this.#again}`, this.#home).href
    const whole = (await import(/* @vite-ignore */ file)) as { LeadershipDiagnostic: typeof LeadershipDiagnostic }
    return whole.LeadershipDiagnostic.opener()
  }

  /**
   * The way out where it is not there: the host's own link or else the page's, and where that may help, another try.
   * A first screen that a reader may be using stays, and one that may still be followed.
   */
  #offer(space: HTMLElement, canTry: boolean, isLate = false): void {
    const language = languageIn(this, null)
    const said = document.createElement('div')
    const button = document.createElement('button')
    const first = isLate || !this.#first?.wanted() ? this.#first : null
    this.#first = first
    button.textContent = loadAgain[language]
    button.addEventListener('click', () => {
      this.#again++
      if (first) said.remove()
      else space.replaceChildren(...this.#own())
      void this.#open(space)
    })
    said.role = 'alert'
    if (first) {
      const { frame } = first
      said.className = 'in-host late'
      said.lang = frame.lang
      said.dir = frame.dir
      takeLook(said, this, this.#options())
      // Another try is promised only where it can help.
      said.append(
        `${(canTry ? restNotLoaded : notShown)[language]} `,
        ...(canTry ? [button, ' '] : []),
        this.#wayOut(chosenIn(frame)),
      )
      frame.nextElementSibling?.remove()
      return frame.after(said)
    }
    wear(this.shadowRoot!, 1)
    said.append(`${notShown[language]} `, button)
    space.replaceChildren(...this.#own(), ...(canTry ? [said] : []))
    space.classList.add('used')
  }

  /** The host's own content of the element or, where it has none, a link, which on paper is introduced. */
  #own(): HTMLElement[] {
    const slot = document.createElement('slot')
    const link = this.#wayOut()
    slot.dataset['is'] = onPaper[languageIn(this, null)]
    // A script that stands before the element runs before what is in it is read.
    const fit = () => (link.hidden = !!this.children[0])
    slot.addEventListener('slotchange', fit)
    fit()
    return [slot, link]
  }

  /** A link to the diagnostic's own page. */
  #wayOut(fragment = ''): HTMLElement {
    const link = document.createElement('a')
    link.href = `${this.#page()}${fragment}`
    link.target = '_top'
    link.append(openDiagnostic[languageIn(this, null)])
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
    this.#first = null
    this.#leaveScope()
    this.shadowRoot?.replaceChildren()
  }
}

reflect(LeadershipDiagnostic.prototype, REFLECTED)

if (globalThis.customElements && !customElements.get('leadership-diagnostic'))
  customElements.define('leadership-diagnostic', LeadershipDiagnostic)

export { EVENTS }
