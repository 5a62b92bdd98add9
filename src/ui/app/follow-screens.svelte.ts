import { tick, untrack } from 'svelte'
import type { Route } from '../../core/address/fragment.ts'
import type { ScreenHistory } from '../../core/ports.ts'
import type { Place } from '../../core/response/progress.ts'
import type { Router } from '../parts/router.svelte.ts'
import type { TakeTexts } from '../locales/en/take.ts'
import type { TakeSession } from '../take/take-session.svelte.ts'

/** What a screen is called in the tab's history: where it is, and nothing of what was answered. */
const nameOf = ({ on }: Route, session: TakeSession): string =>
  on !== 'own' ? on : session.place.on === 'item' ? `item-${session.index + 1}` : session.place.on

function placeOf(name: string, { part }: TakeSession): Place | null {
  const item = part.items[Number(/^item-(\d+)$/.exec(name)?.[1]) - 1]
  if (item) return { on: 'item', item: item.id }
  return name === 'vantage' || name === 'list' || name === 'result' ? { on: name } : null
}

/** What a screen is called in the tab's title. */
function titleOf(name: string, session: TakeSession, texts: TakeTexts): string {
  const { title, items } = session.part
  if (name === 'vantage') return title
  const at = name.startsWith('item-') ? texts.progress(session.index + 1, items.length) : texts.screens[name]
  return at ? `${at} · ${title}` : title
}

export interface Screens {
  readonly session: TakeSession
  readonly router: Router<Route>
  readonly history: ScreenHistory
  readonly texts: () => TakeTexts
  readonly onTitle: (title: string) => void
  /** Whether what was answered has been sent, so that Back must not open it again. */
  readonly isSent: () => boolean
}

/**
 * Makes each screen that the person moves to one entry of the tab's history, so
 * that Back goes back inside the diagnostic. Returns what ends that.
 */
export function followScreens({ session, router, history, texts, onTitle, isSent }: Screens): () => void {
  const screen = () => nameOf(router.route, session)
  let travelled = false
  /** Entries from before everything was removed lead to the start. */
  let since: Set<string> | null = null

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
    // The screen may be the one that is shown already.
    void tick().then(scrollWhereItWas)
  }

  function scrollWhereItWas(): void {
    if (travelled) history.scrollAgain()
    travelled = false
  }

  const end = history.onTravel(travel)
  const stop = $effect.root(() => {
    $effect(() => {
      const name = screen()
      const { run } = session
      untrack(() => {
        if (run === null) since = new Set(['vantage'])
        since?.add(name)
        const noted = history.screen()
        if (noted === name) return scrollWhereItWas()
        // A move by the page's address has made an entry already.
        if (noted === null || router.route.on !== 'own') history.note(name)
        else history.add(name)
      })
    })
    $effect(() => onTitle(titleOf(screen(), session, texts())))
  })
  return () => {
    end()
    stop()
  }
}
