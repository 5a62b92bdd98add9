import { hydrate, mount } from 'svelte'
import laterAddresses from 'chunk-addresses:page-later'
import takePart from 'questionnaire:take/execution-gaps/en'
import { browserAddress } from '../adapters/browser-address.ts'
import { browserClock } from '../adapters/browser-clock.ts'
import { browserStore } from '../adapters/browser-store.ts'
import { VANTAGES } from '../core/questionnaire/vantages.ts'
import Diagnostic from '../ui/Diagnostic.svelte'
import type { LaterParts } from '../ui/later-parts.ts'
import { KeptRun } from '../ui/state/kept-run.ts'
import { LiveRegion } from '../ui/state/live-region.svelte.ts'
import { Router } from '../ui/state/route.svelte.ts'
import { TakeSession } from '../ui/state/take-session.svelte.ts'
import { takeTexts } from '../ui/texts/take.en.ts'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/text.css'

const target = document.querySelector<HTMLElement>('#app')
if (!target) throw new Error('The page has no #app')

const store = browserStore(window)
const clock = browserClock
const session = new TakeSession(takePart, new KeptRun(takePart, store), clock)
const router = new Router(browserAddress(window))
const live = new LiveRegion()
let later: LaterParts | undefined

/**
 * A browser may remember that a module could not be loaded, and a new release
 * may have replaced it: then only loading the page anew helps. That is done
 * where the person asks for it and the run is kept.
 */
async function loadLater(again: boolean): Promise<LaterParts> {
  if (again && session.isKept && navigator.onLine) {
    location.reload()
    return new Promise(() => undefined)
  }
  const { laterParts } = await import('./page-later.ts')
  later ??= laterParts({ store, router, live, clock })
  return later
}

/** What was pressed, selected or typed in the served page before this script ran. */
function takeEarlyInput(page: HTMLElement, root: HTMLElement): void {
  const field = (name: string) => root.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  const about = field('about')?.value
  const selected = root.querySelector<HTMLInputElement>('input[name="vantage"]:checked')?.value
  const vantage = [...VANTAGES, 'not-said' as const].find((value) => value === selected)
  if (field('quick')?.checked === false) session.setQuick(false)
  if (about) session.setAbout(about)
  if (!vantage) return
  session.chooseVantage(vantage)
  const pressed = page.dataset['pressed'] === vantage && session.quick
  if (pressed || 'begun' in page.dataset) session.moveOn()
}

const served =
  router.route.on === 'own' && session.place.on === 'vantage' && session.notices.length === 0 && !session.hasBegun
if (served) takeEarlyInput(document.documentElement, target)

const props = { session, router, live, texts: takeTexts, loadLater }
if (served && session.place.on === 'vantage') hydrate(Diagnostic, { target, props })
else {
  target.replaceChildren()
  mount(Diagnostic, { target, props })
}
delete document.documentElement.dataset['held']
document.documentElement.dataset['ready'] = ''

/** Resolves in an idle moment after the person's next act: while they read, there is time for work. */
function whileTheyRead(): Promise<void> {
  return new Promise((resolve) => {
    const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 100))
    const acted = () => {
      removeEventListener('click', acted)
      removeEventListener('keydown', acted)
      whenIdle(() => resolve())
    }
    addEventListener('click', acted)
    addEventListener('keydown', acted)
  })
}

/** Fetches a script without running it, or a stylesheet, as the import() that follows would. */
function fetchPart(address: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = address.endsWith('.css') ? 'stylesheet' : 'modulepreload'
    link.crossOrigin = ''
    link.href = new URL(address, import.meta.url).href
    link.addEventListener('load', () => resolve())
    document.head.append(link)
  })
}

/**
 * The list, the result and the chart are fetched while the person answers, never
 * before. They run between two answers, and are tried out between two more, so
 * that no answer has to wait for them.
 */
async function prepareLater(): Promise<void> {
  do await whileTheyRead()
  while (session.place.on === 'vantage')
  await Promise.all(laterAddresses.map(fetchPart))
  await whileTheyRead()
  const { rehearse } = await import('./page-later.ts')
  await whileTheyRead()
  rehearse()
}

prepareLater().catch(() => undefined)
