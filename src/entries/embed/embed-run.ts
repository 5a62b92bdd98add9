import { flushSync, hydrate, mount, unmount } from 'svelte'
import { on } from 'svelte/events'
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
import type { Embedding } from '../../ui/parts/surface.ts'
import Teaser from '../../ui/take/Teaser.svelte'
import type { Embed, EmbeddedApp, Standing } from './embed-app.ts'
import { questionnaires as all } from '../site/questionnaires-here.ts'
import { handPolicy } from './handed-policy.ts'
import { followLevels } from './heading-levels.ts'
import { presume } from './presume.ts'
import { controlsIn, replayInput } from './replay-input.ts'
import { startDiagnostic } from '../site/start-diagnostic.ts'
import '../../styles/tokens.css'
import '../../styles/host.css'
import '../../styles/text.css'

// Repeated here, so that the element's script and this one share no module, which
// would be one more request.
const TARGETS = ['_blank', '_self', '_top', '_parent'] as const satisfies (typeof ATTRIBUTES)['link-target']

/** The values of elements that may keep nothing on the device, by scope, until the page is left. */
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

const isOn = (value: string | null) => value !== null && value !== 'false'

const isAddress = (questionnaire: string) => /^https:\/\//i.test(questionnaire)

/**
 * Puts the diagnostic into an element's shadow root, behind its first screen where there is one. `null` where another
 * opening has overtaken it.
 *
 * @throws where something could not be loaded; the host's own content stays.
 */
export async function runEmbed(embed: Embed, standing: Standing): Promise<EmbeddedApp | null> {
  const { into, wanted, scope, page, options, speaks, recipient, isCurrent } = embed
  const { say, ends, paper, wear } = standing
  handPolicy(standing.policy)
  const root = into.getRootNode() as ShadowRoot
  let laterSheet: CSSStyleSheet | undefined
  let wished = speaks(options.lang)
  let language = wished

  const named = options.answer ?? ''
  const known = all.map((one) => recommending(one, named))
  const isOwn = isAddress(wanted)
  const questionnaire = isOwn
    ? recommending(await (await import('./fetch-questionnaire.ts')).fetchQuestionnaire(wanted, all, language), named)
    : known.find(({ id }) => id === wanted)
  if (!questionnaire) throw new Error(`There is no questionnaire "${wanted}" here`)

  const resultPage = options['result-page']
  const linkTarget = TARGETS.find((target) => target === options['link-target']) ?? '_blank'
  // Whoever gets them is named to the reader, or does not get them.
  const sharesScores = isOn(options['share-scores']) && recipient !== ''
  const keepsNothing = isOn(options['keep-nothing'])
  const address = memoryAddress(page)
  const embedding: Embedding = {
    scoresGoTo: sharesScores ? recipient : null,
    back: embed.back,
    page,
    shows: (answer) => isNamed(answer, named),
    action: null,
    hidesVantage: options.vantage === 'hidden',
    resultPage:
      resultPage === null || embed.back
        ? null
        : { address: resultPage, isFound: !!options['keep-as'] && !keepsNothing },
    handOff: null,
  }

  const started = await startDiagnostic({
    questionnaire,
    questionnaires: known,
    isOwn,
    language,
    surface: { area: root, linkTarget, embedding },
    deviceStore: scopedStore(storeOf(scope, keepsNothing), OWN_KEYS, scope),
    endsWithTab: keepsNothing,
    address,
    router: new Router(address, diagnosticRoutes),
    clock: browserClock,
    begin: () => Promise.reject(new Error('An embed shows one questionnaire')),
    onLanguage(next, direction) {
      language = next
      frame.lang = next
      frame.dir = direction
      paper.say(session.part, next)
    },
    openAnew: () => false,
    beforeLater: async () => {
      const { styles, underResult } = await import('./embed-later.ts')
      laterSheet ??= wear(styles)
      Object.assign(embedding, underResult(embed, taken))
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
  const taken = standing.takenOf(session.part)
  const loadLater: typeof props.loadLater = async (...wish) => {
    try {
      return await props.loadLater(...wish)
    } catch (error) {
      say('diagnostic-error', { ...taken, code: 'part-not-loaded' })
      throw error
    }
  }
  const given = { ...props, loadLater, Teaser: options.variant === 'teaser' ? Teaser : null }
  const first = embed.first()
  const isServed = first !== null && session.run === null && session.notices.length === 0
  const frame = isServed ? first.frame : document.createElement('div')
  const done = isServed ? first.handOver() : null
  frame.className = 'in-host'
  frame.part.add('diagnostic')
  frame.lang = language
  frame.dir = locale.texts.direction
  embed.dress(frame, options)
  // A screen that a translator has changed cannot be hydrated.
  const isWhole = isServed && !frame.querySelector('font')
  const wasIn = !isServed && !!first?.frame.contains(root.activeElement)
  const focused = controlsIn(frame).findIndex((control) => control === root.activeElement)
  if (!isWhole) frame.replaceChildren()
  const app = (isWhole ? hydrate : mount)(Diagnostic, { target: frame, props: given })
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
    const { scoresOf } = await import('./embed-later.ts')
    return scoresOf(await questionnaire.result(language), answers)
  }
  // Where the code or data for scoring could not be loaded, the reader sees that in the result, too.
  const sayCompleted = async (answered: number) =>
    say('diagnostic-complete', { ...taken, answered, ...(sharesScores && (await scores().catch(() => null))) })
  const quarterOf = (answered: number) => Math.floor((4 * answered) / taken.items)
  const answeredBefore = taken.items - session.unanswered
  let quarters = quarterOf(answeredBefore)
  /** The browser's number of the task, from 1 on; 0 where there is none. */
  let preparing = 0
  standing.early.abort()
  ends.push(
    followLevels(frame, levelOf(options)),
    reportProgress(session, {
      started() {
        say('diagnostic-start', taken)
        prepare()
      },
      progressed(answered) {
        prepare()
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
    () => {
      started.end()
      void unmount(app)
    },
  )

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

  /** Fetches the later parts, unless they are here or on their way: what did not come is asked for again after each answer. */
  function prepare(): void {
    preparing ||= whenIdle(async () => {
      try {
        await props.codeSoFar()
        await props.loadLater(language, false)
        const [{ rehearseCharts }, { onReturn }] = await Promise.all([
          import('../site/page-later.ts'),
          import('./embed-later.ts'),
        ])
        for (const draw of await rehearseCharts()) whenIdle(draw)
        if (isCurrent()) ends.push(onReturn(window, OWN_KEYS, (isGone) => isGone && tellRemoved(OWN_KEYS)))
      } catch {
        // Where it is needed before, the reader gets a message.
        preparing = 0
      }
    })
  }

  if (embed.back || wasIn) frame.querySelector('h1')?.focus()
  paper.say(session.part, language)
  standing.sayReady(taken)
  if (answeredBefore > 0) say('diagnostic-resume', { ...taken, answered: answeredBefore })
  flushSync()
  if (!isWhole) controlsIn(frame)[focused]?.focus()
  if (done) replayInput(done, frame, flushSync)
  const change = (next: EmbedOptions) => {
    embed.dress(frame, next)
    const other = speaks(next.lang)
    // A language that the reader has chosen stays until the host asks for another
    // one.
    if (other !== wished && other !== language) void locale.change(other)
    wished = other
  }
  change(embed.latest())
  return {
    change,
    end() {
      standing.end()
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== laterSheet)
    },
  }
}

/** A press that opens a link in its place. */
const isPlain = ({ type, ctrlKey, metaKey, shiftKey }: MouseEvent) =>
  type === 'click' && !ctrlKey && !metaKey && !shiftKey

const levelOf = (options: EmbedOptions) => Number(/^[1-6]$/.exec(options['heading-level'] ?? '')?.[0] ?? 2)

/** A questionnaire whose result recommends other canonical answers than the one that the page shows. */
function recommending(questionnaire: ListedQuestionnaire, named: string): ListedQuestionnaire {
  if (named === '') return questionnaire
  return { ...questionnaire, result: async (language) => withoutAnswer(await questionnaire.result(language), named) }
}

/** Returns the browser's number of the task, which is never 0. */
const whenIdle: (run: () => unknown) => number = window.requestIdleCallback ?? ((run) => window.setTimeout(run, 100))
