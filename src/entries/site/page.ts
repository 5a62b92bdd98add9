import { flushSync, hydrate, mount, unmount } from 'svelte'
import loadTexts from 'locale-loaders:take'
import { browserAddress } from '../../adapters/browser-address.ts'
import { browserClock } from '../../adapters/browser-clock.ts'
import { browserStore } from '../../adapters/browser-store.ts'
import { outlastTranslation } from '../../adapters/outlast-translation.ts'
import { diagnosticRoutes, parseFragment, writeFragment, writeWorkshop } from '../../core/address/fragment.ts'
import { VANTAGES } from '../../core/questionnaire/vantages.ts'
import Delayed from '../../ui/app/Delayed.svelte'
import Diagnostic from '../../ui/app/Diagnostic.svelte'
import ItemScreen from '../../ui/take/ItemScreen.svelte'
import { KeptRun } from '../../ui/take/kept-run.ts'
import { TakeSession } from '../../ui/take/take-session.svelte.ts'
import { setSurface } from '../../ui/parts/surface.ts'
import { nameOf, watch } from '../../ui/app/screens.svelte.ts'
import { Router } from '../../ui/parts/router.svelte.ts'
import type { ListedQuestionnaire } from '../../ui/parts/listed-questionnaire.ts'
import { ownPage } from '../../ui/parts/surface.ts'
import { chooseLanguage } from '../../ui/locales/choose-language.ts'
import type { Language } from '../../ui/locales/index.ts'
import type { Joined } from './join.ts'
import { questionnaires } from './questionnaires-here.ts'
import { SERVED } from './served.ts'
import { startDiagnostic } from './start-diagnostic.ts'
import { SETTLED, untilHad, whileTheyRead } from './while-they-read.ts'
import '../../styles/tokens.css'
import '../../styles/base.css'
import '../../styles/short-phone.css'
import '../../styles/text.css'

const { documentElement: page } = document
const target = document.querySelector<HTMLElement>('#app')
if (!target) throw new Error('No #app')

const ids = questionnaires.map(({ id }) => id)

const query = new URLSearchParams(location.search)
const deviceStore = browserStore(window)
const address = browserAddress(window)
const { vantage: carried } = parseFragment(address.fragment())
// Earlier releases wrote it into the query, which servers are told of.
if (carried || query.has('vantage')) {
  const rest = diagnosticRoutes.move(address.fragment(), diagnosticRoutes.read(address.fragment()))
  setParameters({ vantage: null }, rest && `#${rest}`)
}
const router = new Router(address, diagnosticRoutes)

/** The questionnaire of the code in the address, if it is on this page; else `null`. */
async function questionnaireInAddress(): Promise<string | null> {
  const { route } = router
  const code = route.on === 'opened' ? route.code : route.on === 'compared' ? route.codes[0] : ''
  if (code === '') return null
  const { questionnaireOf } = await import('../../core/codes/questionnaire-of.ts')
  return questionnaireOf(code, ids)
}

const language = chooseLanguage(loadTexts, [query.get('lang'), ...navigator.languages])

let currentLanguage = language

/** The workshop that the page was opened for. */
let joined: Joined | null = null

async function joinWorkshop(): Promise<Joined | null> {
  const { workshop: link } = parseFragment(address.fragment())
  if (link === null) return null
  const { join } = await import('./join.ts')
  return join({
    link,
    address,
    store: deviceStore,
    questionnaires,
    asked: query.get('lang'),
    known: navigator.languages,
    again: open,
  })
}

/** Takes over presses, selections and typing in the served page from before this script ran. */
function takeEarlyInput(session: TakeSession, root: HTMLElement): void {
  const field = (name: string) => root.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  const about = field('about')?.value
  const selected = root.querySelector<HTMLInputElement>('input[name="vantage"]:checked')?.value
  const vantage = [...VANTAGES, 'not-said' as const].find((value) => value === selected)
  if (field('quick')?.checked === false) session.setQuick(false)
  const priority = field('priority')?.value
  if (about) session.setAbout(about)
  if (priority) session.setPriority(priority)
  if (!vantage) return
  session.chooseVantage(vantage)
  const pressed = page.dataset['pressed'] === vantage && session.quick
  if (pressed || 'begun' in page.dataset) session.moveOn()
}

/** Sets or removes parameters of the page's address, without a step in its history. */
function setParameters(changes: Readonly<Record<string, string | null>>, hash = location.hash): void {
  const parameters = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) parameters.delete(name)
    else parameters.set(name, value)
  }
  const search = parameters.toString()
  history.replaceState(history.state, '', `${location.pathname}${search && `?${search}`}${hash}`)
}

/** Carries a vantage chosen on another questionnaire of the page over to one that is not begun. */
function carryVantage(session: TakeSession): void {
  if (carried && session.unanswered === session.part.items.length) session.chooseVantage(carried)
}

/**
 * Reloads the page where the person asks for it and the run is kept. A browser may
 * remember that a module could not be loaded, and a new release may have replaced
 * it: then nothing else helps. Returns whether it reloads.
 */
function openAnew({ isKept }: TakeSession): boolean {
  const helps = isKept && navigator.onLine
  if (helps) location.reload()
  return helps
}

type Started = Awaited<ReturnType<typeof startDiagnostic>>

/**
 * Follows the screens in the tab's history and title, from the first that is not the start.
 * Returns a function that unsubscribes.
 */
function followScreens({ session, locale }: Started, isSent: () => boolean): () => void {
  const shown: string[] = []
  const isNew = session.run === null
  let following: Promise<() => void> | null = null
  const unwatch = watch(() => {
    const name = nameOf(router.route, session)
    if (shown.push(name) < 2 && name === 'vantage' && history.state === null) return
    following ??= import('./page-history.ts').then(({ followPage }) => {
      unwatch()
      return followPage({ nameOf, watch, session, router, shown, texts: () => locale.texts, isSent, isNew })
    })
    // Without it, Back leaves the page, as it does before the first move.
    following.catch(() => undefined)
  })
  return () => {
    unwatch()
    void following?.then((unfollow) => unfollow()).catch(() => undefined)
  }
}

/** Begins a questionnaire on the page. Returns a function that ends it. */
async function start(questionnaire: ListedQuestionnaire, isOwn: boolean, into: HTMLElement): Promise<() => void> {
  // A questionnaire from a person's file belongs to no workshop.
  const joinFlow = (!isOwn && joined?.flow) || null
  const started = await startDiagnostic({
    questionnaire,
    questionnaires,
    isOwn,
    language: currentLanguage,
    surface: ownPage(window),
    deviceStore,
    ...(joinFlow && joined?.run),
    beforeLanguage: async (wish) => joinFlow?.prepare(wish),
    address,
    router,
    clock: browserClock,
    begin,
    onLanguage(next, direction) {
      currentLanguage = next
      joinFlow?.speak(next)
      sayLanguage(next, direction)
      setParameters({ lang: next })
    },
    openAnew,
  })
  const { session, locale, props } = started
  const isServed = !isOwn && !joinFlow && questionnaire.id === SERVED.id && currentLanguage === SERVED.language
  const asServed = () => router.route.on === 'own' && session.place.on === 'vantage' && session.notices.length === 0
  const served = isServed && asServed() && !session.hasBegun
  if (served) takeEarlyInput(session, into)
  if (!isOwn && !joinFlow) carryVantage(session)
  let app: object
  // A page that a translator has changed cannot be hydrated.
  const isUntouched = served && !into.querySelector('font')
  if (isUntouched && session.place.on === 'vantage' && !carried) app = hydrate(Diagnostic, { target: into, props })
  else {
    into.replaceChildren()
    app = mount(Diagnostic, { target: into, props: { ...props, joinFlow } })
  }
  sayLanguage(currentLanguage, locale.texts.direction)
  document.title = session.part.title
  const unfollow = followScreens(started, () => Boolean(joinFlow?.participation?.handedOverOn))
  whileTheyRead(SETTLED)
    .then(() => untilHad(() => import('./prepare-later.ts')))
    .then(({ prepareLater }) =>
      prepareLater(started, joined, () => questionnaire.result(currentLanguage), {
        flushSync,
        mount,
        unmount,
        ItemScreen,
        Delayed,
        KeptRun,
        TakeSession,
        setSurface,
      }),
    )
    .catch(() => undefined)
  return () => {
    unfollow()
    started.end()
    void unmount(app)
  }
}

let stop: () => void = () => undefined
let current = ''

/** Ends the present questionnaire and begins another. */
async function begin(questionnaire: ListedQuestionnaire): Promise<void> {
  const into = document.createElement('div')
  const next = await start(questionnaire, true, into)
  stop()
  stop = next
  current = questionnaire.id
  target!.replaceChildren(into)
  router.go({ on: 'own' })
  scrollTo(0, 0)
}

function sayLanguage(code: Language, direction: string): void {
  page.lang = code
  page.dir = direction
}

/**
 * Begins the questionnaire of the workshop, of the code in the address, or of the
 * `q` parameter, else the served one, in the place of what is shown.
 */
async function open(): Promise<void> {
  stop()
  joined = await joinWorkshop()
  if (joined) currentLanguage = joined.language
  const coded = joined ? joined.questionnaire : await questionnaireInAddress()
  const wanted = coded ?? query.get('q') ?? SERVED.id
  // Reloading the page, once the code is out of the address, leads to the same
  // questionnaire.
  if (!joined && coded !== null && coded !== (query.get('q') ?? SERVED.id)) setParameters({ q: coded })
  const isKnown = ids.includes(wanted)
  const first = joined?.own ?? questionnaires.find(({ id }) => id === (isKnown ? wanted : SERVED.id))
  if (!first) throw new Error('No questionnaire')
  if (!isKnown) router.go({ on: 'questionnaires', at: 'unknown' })
  stop = await start(first, false, target!)
  current = first.id
  delete page.dataset['held']
  page.dataset['ready'] = ''
  void joined?.keepPage()
}

const workshopInAddress = () => writeWorkshop(parseFragment(address.fragment()).workshop)
const workshopAtFirst = workshopInAddress()

/** Reloads the page for another workshop. A code of another questionnaire opens outside the workshop. */
async function followAddress(): Promise<void> {
  if (workshopInAddress() !== workshopAtFirst) return location.reload()
  const other = await questionnaireInAddress()
  if (other === null || other === current) return
  const fragment = writeFragment({ ...parseFragment(address.fragment()), workshop: null })
  location.href = `${location.pathname}?q=${other}&lang=${currentLanguage}#${fragment}`
}

// Where the reader of codes cannot be loaded, the screen that opens the code shows
// a message.
outlastTranslation(target)
address.onMove(() => void followAddress().catch(() => undefined))
open().catch(() => {
  // Not even the words have come, but those of the page that was served.
  dispatchEvent(new Event('not-loaded'))
})
