import onPaper from 'locale-texts:on-paper/onPaper'
import { flushSync, hydrate, mount, unmount } from 'svelte'
import { on } from 'svelte/events'
import type { EmbedEvents, Taken } from '../../../public/embed.d.ts'
import { browserClock } from '../../adapters/browser-clock.ts'
import { browserStore } from '../../adapters/browser-store.ts'
import { memoryAddress } from '../../adapters/memory-address.ts'
import { memoryStore } from '../../adapters/memory-store.ts'
import { outlastTranslation } from '../../adapters/outlast-translation.ts'
import { scopedStore, tellRemoved } from '../../adapters/scoped-store.ts'
import type { KeyValueStore } from '../../core/ports.ts'
import { diagnosticRoutes } from '../../core/address/fragment.ts'
import { isNamed, withoutAnswer } from '../../core/result/without-answer.ts'
import Diagnostic from '../../ui/app/Diagnostic.svelte'
import type { ATTRIBUTES, EmbedOptions } from '../../ui/embed/contract.ts'
import { OWN_KEYS } from '../../ui/parts/own-keys.ts'
import { reportProgress } from '../../ui/take/report-progress.svelte.ts'
import { Router } from '../../ui/parts/router.svelte.ts'
import type { ListedQuestionnaire } from '../../ui/parts/listed-questionnaire.ts'
import type { Embedding, Surface } from '../../ui/parts/surface.ts'
import Teaser from '../../ui/take/Teaser.svelte'
import type { Language } from '../../ui/locales/index.ts'
import { fetchQuestionnaire } from './fetch-questionnaire.ts'
import { questionnaires as all } from '../site/questionnaires-here.ts'
import type { FirstScreen } from './first-screen.ts'
import { handOffOf, type FramedBy } from './hand-off.ts'
import { followLevels } from './heading-levels.ts'
import { isOnPicture } from './is-on-picture.ts'
import { presume } from './presume.ts'
import { startDiagnostic } from '../site/start-diagnostic.ts'
import '../../styles/tokens.css'
import '../../styles/host.css'
import '../../styles/text.css'

/** One diagnostic in a host's page. */
export interface EmbeddedApp {
  /** Switches to another language or colour scheme. A change of any other option needs a new start. */
  change(options: EmbedOptions): void
  end(): void
}

/** A closer look, by another questionnaire. */
export interface Dive {
  readonly to: string
  readonly vantage: string | null
  /** The title of the questionnaire that it is opened from. */
  readonly from: string
}

export interface Embed {
  readonly host: HTMLElement
  /** The element that reserves its space, with the host's own content in it. */
  readonly into: HTMLElement
  /** The questionnaire to take, by its id or its address. */
  readonly wanted: string
  /** Under which its run is kept. */
  readonly scope: string
  /** What is shown until now, if anything. */
  readonly first: () => FirstScreen | null
  /** Opens a closer look in the place of this. */
  readonly dive: (dive: Dive) => void
  /** The way back from a closer look. */
  readonly back: Embedding['back']
  /** Gives a frame the host's font and colour scheme. */
  readonly dress: (frame: HTMLElement, options: EmbedOptions) => void
  /** The address of the page that links lead to, without a fragment. */
  readonly page: string
  /** The address that the host leads to under a result. */
  readonly action: string | null
  readonly options: EmbedOptions
  /** The language for a value of the host's `lang`. */
  readonly speaks: (lang: string | null) => Language
  /** The site that gets the scores, if they are shared. */
  readonly recipient: string
  /** The page around the frame that this is in; `null` outside a frame. */
  readonly framedBy: FramedBy | null
  /** Whether this opening has not been overtaken by another. */
  readonly isCurrent: () => boolean
}

// Repeated here, so that the element's script and this one share no module, which
// would be one more request.
const TARGETS = ['_blank', '_self', '_top', '_parent'] as const satisfies (typeof ATTRIBUTES)['link-target']

/** What elements keep that may keep nothing on the device, by scope, until the page is left. */
const inMemory = new Map<string, Map<string, string>>()

/** The device's storage, or the page's memory where a host lets nothing be kept. */
function storeOf(scope: string, keepsNothing: boolean): KeyValueStore {
  const device = browserStore(window)
  const memory = inMemory.get(scope)
  if (keepsNothing) {
    const kept = memory ?? new Map<string, string>()
    inMemory.set(scope, kept)
    return memoryStore(device, kept)
  }
  // From now on it may be kept, unless there is something else meanwhile.
  for (const [key, value] of memory ?? []) {
    const there = device.read(key)
    if (there.ok && there.value === null) device.write(key, value)
  }
  inMemory.delete(scope)
  return device
}

/** On paper there is nothing to answer: a sentence and a link, or else the result. */
const PAPER = `.papered { display: none; }
@media print {
  .space:not(:has([part='result'])) > .in-host { display: none; }
  .space:not(:has([part='result'])) + .papered { display: block; }
}`

/** A document takes no sheet that was made in another. */
function wearToo(root: ShadowRoot, text: string): CSSStyleSheet {
  const made = new (root.ownerDocument.defaultView ?? window).CSSStyleSheet()
  made.replaceSync(text)
  root.adoptedStyleSheets.push(made)
  return made
}

const isOn = (value: string | null) => value !== null && value !== 'false'

const isAddress = (questionnaire: string) => /^https:\/\//i.test(questionnaire)

/**
 * Puts the diagnostic into an element's shadow root. `null` where another opening
 * has overtaken it.
 *
 * @throws where something could not be loaded; the host's own content stays.
 */
export async function openEmbed(embed: Embed): Promise<EmbeddedApp | null> {
  const { host, into, wanted, scope, page, action, options, speaks, recipient, framedBy, isCurrent } = embed
  const root = into.getRootNode() as ShadowRoot
  let laterSheet: CSSStyleSheet | undefined
  let wished = speaks(options.lang)
  let language = wished

  const named = options.answer ?? ''
  const known = all.map((one) => recommending(one, named))
  const isOwn = isAddress(wanted)
  const questionnaire = isOwn
    ? recommending(await fetchQuestionnaire(wanted, all, language), named)
    : known.find(({ id }) => id === wanted)
  if (!questionnaire) throw new Error(`There is no questionnaire "${wanted}" here`)

  const label = options['action-label']
  const resultPage = options['result-page']
  const linkTarget = TARGETS.find((target) => target === options['link-target']) ?? '_blank'
  // Whoever gets them is named to the reader, or does not get them.
  const sharesScores = isOn(options['share-scores']) && recipient !== ''
  const keepsNothing = isOn(options['keep-nothing'])
  const address = memoryAddress(page)
  const surface: Surface = {
    area: root,
    linkTarget,
    embedding: {
      scoresGoTo: sharesScores ? recipient : null,
      back: embed.back,
      page,
      shows: (answer) => isNamed(answer, named),
      action: label && action ? { label, href: withCampaign(action, options.campaign) } : null,
      hidesVantage: options.vantage === 'hidden',
      resultPage:
        resultPage === null || embed.back
          ? null
          : { address: resultPage, isFound: !!options['keep-as'] && !keepsNothing },
      handOff: handOffOf(host, options, framedBy, () => ({ ...taken })),
    },
  }

  const started = await startDiagnostic({
    questionnaire,
    questionnaires: known,
    isOwn,
    language,
    surface,
    deviceStore: scopedStore(storeOf(scope, keepsNothing), OWN_KEYS, scope),
    endsWithTab: keepsNothing,
    address,
    router: new Router(address, diagnosticRoutes),
    clock: browserClock,
    begin: () => Promise.reject(new Error('An embed shows the questionnaire its host names')),
    onLanguage(next, direction) {
      language = next
      frame.lang = next
      frame.dir = direction
      saySo()
    },
    openAnew: () => false,
    beforeLater: async () => {
      const { default: styles } = await import('./embed-later-styles.ts')
      laterSheet ??= wearToo(root, styles)
    },
  })
  const { session, locale, props } = started
  // A task of its own, so that a tap meanwhile does not wait for both.
  if (embed.first()) await new Promise((resolve) => setTimeout(resolve))
  if (!isCurrent()) {
    started.end()
    return null
  }

  presume(session, options)
  const taken: Taken = {
    questionnaire: session.part.id,
    version: session.part.version,
    items: session.part.items.length,
    ...(options.campaign ? { campaign: options.campaign } : {}),
  }
  const say = <Name extends keyof EmbedEvents>(name: Name, detail: EmbedEvents[Name]['detail']) =>
    host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  const loadLater: typeof props.loadLater = async (...wish) => {
    try {
      return await props.loadLater(...wish)
    } catch (error) {
      say('diagnostic-error', { ...taken, code: 'part-not-loaded' })
      throw error
    }
  }
  const asked = { ...props, loadLater, Teaser: options.variant === 'teaser' ? Teaser : null }
  const first = embed.first()
  const isServed = first !== null && session.run === null && session.notices.length === 0
  const frame = isServed ? first.frame : document.createElement('div')
  const sayAgain = isServed ? first.handOver() : null
  frame.className = 'in-host'
  frame.part.add('diagnostic')
  frame.lang = language
  frame.dir = locale.texts.direction
  embed.dress(frame, options)
  // What a translator has changed is no longer what was built.
  const isWhole = isServed && !frame.querySelector('font')
  if (!isWhole) frame.replaceChildren()
  const app = (isWhole ? hydrate : mount)(Diagnostic, { target: frame, props: asked })
  // It stays in its place, and so does focus in it.
  if (isServed) frame.nextElementSibling?.remove()
  else {
    into.replaceChildren(frame)
    // Out of view, it may take its own height at once.
    const [before, after] = [into.getBoundingClientRect().bottom, frame.getBoundingClientRect().bottom]
    if (Math.min(before, after) >= innerHeight) into.classList.add('used')
  }

  const scores = async () => {
    const { answers } = session.response
    try {
      const [part, { scoreConcepts }] = await Promise.all([
        questionnaire.result(language),
        import('../../core/scoring/score-concepts.ts'),
      ])
      const concepts = scoreConcepts(part.questionnaire, answers)
      return { scores: Object.fromEntries(concepts.map(({ concept, score }) => [concept, score && Math.round(score)])) }
    } catch {
      // The code or data for scoring could not be loaded, which the reader sees in
      // the result, too.
      return {}
    }
  }
  const sayCompleted = async (answered: number) =>
    say('diagnostic-complete', { ...taken, answered, ...(sharesScores ? await scores() : {}) })
  const paper = document.createElement('p')
  paper.className = 'papered'
  const saySo = () => {
    const { title, question } = session.part
    const link = document.createElement('a')
    link.href = link.textContent = page
    paper.replaceChildren(`${onPaper[language]} ${title}. ${question} `, link)
    paper.lang = language
  }
  into.after(paper)
  wearToo(root, PAPER)
  saySo()
  const quarterOf = (answered: number) => Math.floor((4 * answered) / taken.items)
  const answeredBefore = taken.items - session.unanswered
  let quarters = quarterOf(answeredBefore)
  const ends = [
    followLevels(frame, levelOf(options)),
    reportProgress(session, {
      started() {
        say('diagnostic-start', taken)
        whenIdle(() => void prepare(language))
      },
      progressed(answered) {
        say('diagnostic-progress', { ...taken, answered })
        while (quarters < quarterOf(answered)) say('diagnostic-quarter', { ...taken, quarter: ++quarters as 1 })
      },
      completed: (answered) => void sayCompleted(answered),
    }),
    outlastTranslation(frame),
    ...['click', 'auxclick'].map((name) => on(root, name, followLink)),
    // The space is reserved so that the article does not move by itself. Once the
    // reader has acted, it may.
    on(root, 'click', () => into.classList.add('used')),
    on(root, 'keydown', (event) => {
      into.classList.add('used')
      // A focus trap has it before it comes here.
      if ((event as KeyboardEvent).key === 'Tab' && event.defaultPrevented)
        void import('./remedies.ts').then(({ nameTrap }) => nameTrap()).catch(() => undefined)
    }),
  ]

  /** Keeps moves within the diagnostic out of the host's address, and reports links to canonical answers. */
  function followLink(event: Event): void {
    // The right button only opens a menu.
    if (event.type !== 'click' && (event as MouseEvent).button !== 1) return
    const target = event.target instanceof Element ? event.target : null
    const link = target?.closest('a')
    const shared = (link ?? target?.closest('button'))?.closest<HTMLElement>('[data-share]')?.dataset['share']
    if (shared) say('diagnostic-share', { ...taken, what: shared as 'link' })
    const within = link?.getAttribute('href')
    if (within?.startsWith('#')) {
      event.preventDefault()
      address.go(within.slice(1))
    } else if (link?.dataset['answer'])
      say('diagnostic-link', { ...taken, answer: link.dataset['answer'], url: link.href })
    else if (link?.part.contains('action')) say('diagnostic-action', { ...taken, url: link.href })
    else if (link?.dataset['dive'] && isPlain(event as MouseEvent)) {
      event.preventDefault()
      const { dive: to, vantage = null } = link.dataset
      say('diagnostic-dive', { ...taken, to })
      embed.dive({ to, vantage, from: session.part.title })
    }
  }

  async function prepare(shown: Language): Promise<void> {
    try {
      await props.codeSoFar()
      await props.loadLater(shown, false)
      const [{ rehearseCharts }, { onReturn }] = await Promise.all([
        import('../site/page-later.ts'),
        import('../../adapters/on-return.ts'),
      ])
      for (const draw of await rehearseCharts()) whenIdle(draw)
      if (isCurrent()) ends.push(onReturn(window, OWN_KEYS, (isGone) => isGone && tellRemoved(OWN_KEYS)))
    } catch {
      // It is loaded again when it is needed, with a message if that fails, too.
    }
  }

  if (embed.back) frame.querySelector('h1')?.focus()
  say('diagnostic-ready', taken)
  if (answeredBefore > 0) say('diagnostic-resume', { ...taken, answered: answeredBefore })
  flushSync()
  sayAgain?.(frame, flushSync)
  const suspected = { placed: !host.id && !options['keep-as'] && !scope.endsWith('0'), onPicture: isOnPicture(host) }
  if (host.children.length > 1 || scope.endsWith('+') || suspected.placed || suspected.onPicture)
    void import('./remedies.ts')
      .then(({ nameMistakes }) => isCurrent() && ends.push(nameMistakes(host, into, scope, suspected)))
      .catch(() => undefined)
  return {
    change(next) {
      embed.dress(frame, next)
      const other = speaks(next.lang)
      // A language that the reader has chosen stays until the host asks for another
      // one.
      if (other !== wished && other !== language) void locale.change(other)
      wished = other
    },
    end() {
      for (const end of ends) end()
      started.end()
      void unmount(app)
      paper.remove()
      into.replaceChildren(document.createElement('slot'))
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== laterSheet)
    },
  }
}

/** A press that opens a link in its place. */
const isPlain = ({ type, ctrlKey, metaKey, shiftKey }: MouseEvent) =>
  type === 'click' && !ctrlKey && !metaKey && !shiftKey

/** The host's own address with the fields of its campaign. */
function withCampaign(href: string, campaign: string | null): string {
  const url = new URL(href)
  for (const [name, value] of new URLSearchParams(campaign ?? '')) url.searchParams.append(name, value)
  return url.href
}

const levelOf = (options: EmbedOptions) => Number(/^[1-6]$/.exec(options['heading-level'] ?? '')?.[0] ?? 2)

/** A questionnaire whose result recommends other canonical answers than the one that the page shows. */
function recommending(questionnaire: ListedQuestionnaire, named: string): ListedQuestionnaire {
  if (named === '') return questionnaire
  return { ...questionnaire, result: async (language) => withoutAnswer(await questionnaire.result(language), named) }
}

function whenIdle(run: () => void): void {
  if (window.requestIdleCallback) window.requestIdleCallback(run)
  else setTimeout(run, 100)
}
