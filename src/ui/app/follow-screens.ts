import type { Route } from '../../core/address/fragment.ts'
import type { ScreenHistory } from '../../core/ports.ts'
import type { Place } from '../../core/response/progress.ts'
import type { Router } from '../parts/router.svelte.ts'
import type { TakeTexts } from '../locales/en/take.ts'
import type { TakeSession } from '../take/take-session.svelte.ts'
import type { nameOf, watch } from './screens.svelte.ts'

/** The number of the guess that a screen is for, 0 for the one that asks for them; `null` for other screens. */
function guessStep(name: string): number | null {
  const [, step] = /^guess-(\d)$/.exec(name) ?? []
  return step === undefined ? null : Number(step)
}

function placeOf(name: string, { part }: TakeSession): Place | null {
  const item = part.items[Number(/^item-(\d+)$/.exec(name)?.[1]) - 1]
  if (item) return { on: 'item', item: item.id }
  const step = guessStep(name)
  if (step !== null) return { on: `guess-${step}` }
  return name === 'vantage' || name === 'list' || name === 'result' ? { on: name } : null
}

/** The tab's title for a screen. */
function titleOf({ on }: Route, { part, place, index }: TakeSession, { texts, guessTitle }: Words): string {
  const { screens, list, questionnaires, progress } = texts()
  if (on === 'own' && place.on === 'vantage') return part.title
  const owns: Readonly<Record<string, string>> = { list, result: screens.result }
  const step = guessStep(place.on)
  const own = owns[place.on] ?? (step === null ? progress(index + 1, part.items.length) : guessTitle(step))
  const at = on === 'own' ? own : on === 'questionnaires' ? questionnaires : screens.others
  return `${at} · ${part.title}`
}

interface Words {
  readonly texts: () => TakeTexts
  /** The tab's title while others' answers are guessed. */
  readonly guessTitle: (step: number) => string
}

export interface Screens extends Words {
  /** Handed over, since the part that this is in shares nothing with the page that loads it. */
  readonly nameOf: typeof nameOf
  readonly watch: typeof watch
  readonly session: TakeSession
  /** The screens that were shown until now, the present one last. */
  readonly shown: readonly string[]
  readonly router: Router<Route>
  readonly history: ScreenHistory
  readonly onTitle: (title: string) => void
  /** Whether what was answered has been sent, so that Back must not open it again. */
  readonly isSent: () => boolean
  /** Whether the run was begun on this page, so that nothing in the history is of it but what was shown. */
  readonly isNew: boolean
}

/**
 * Makes each screen that the person moves to one entry of the tab's history, so
 * that Back goes back inside the diagnostic. Returns a function that unsubscribes.
 */
export function followScreens({
  nameOf,
  watch,
  session,
  shown,
  router,
  history,
  texts,
  guessTitle,
  onTitle,
  isSent,
  isNew,
}: Screens): () => void {
  const screen = () => nameOf(router.route, session)
  let travelled = false
  /** Entries from before everything was removed lead to the start. */
  let since: Set<string> | null = isNew ? new Set(shown) : null

  function travel(): void {
    const name = history.screen() ?? ''
    travelled = true
    if (since && !since.has(name)) {
      if (router.route.on === 'own') session.travelTo({ on: 'vantage' })
      else router.goInstead({ on: 'own' })
    } else if (router.route.on === 'own') {
      const place = placeOf(name, session)
      if (place && !(isSent() && session.place.on === 'result')) session.travelTo(place)
    }
    // Where that leads elsewhere, as it does where nothing was begun, the entry says so from then on.
    if (history.screen() !== null && history.screen() !== screen()) history.note(screen())
    // The screen may be the one that is shown already. What has changed is on the page by then.
    queueMicrotask(scrollWhereItWas)
  }

  function scrollWhereItWas(): void {
    if (travelled) history.scrollAgain()
    travelled = false
  }

  // Moves by the page's address have made entries already, and those before them can be given none any more.
  const byAddress = shown.findLastIndex((name) => placeOf(name, session) === null)
  const [first, ...moves] = shown.slice(Math.min(byAddress + 1, shown.length - 1))
  if (first !== undefined && history.screen() === null) history.note(first)
  for (const name of moves) if (history.screen() !== name) history.add(name)
  const end = history.onTravel(travel)
  const stops = [
    watch(() => {
      const name = screen()
      const { run } = session
      if (run === null) {
        since = new Set(['vantage'])
        history.forget()
      }
      since?.add(name)
      const noted = history.screen()
      if (noted === name) return queueMicrotask(scrollWhereItWas)
      // A move by the page's address has made an entry already.
      if (noted === null || router.route.on !== 'own') history.note(name)
      else history.add(name)
    }),
    watch(() => onTitle(titleOf(router.route, session, { texts, guessTitle }))),
  ]
  return () => {
    end()
    for (const stop of stops) stop()
  }
}
