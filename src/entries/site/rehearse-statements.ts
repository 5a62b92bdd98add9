import type { Component, ComponentProps, flushSync, mount, unmount } from 'svelte'
import type { KeyValueStore } from '../../core/ports.ts'
import type { TakePart } from '../../core/questionnaire/parts.ts'
import type { TakeTexts } from '../../ui/locales/en/take.ts'
import type { setSurface } from '../../ui/parts/surface.ts'
import type Delayed from '../../ui/app/Delayed.svelte'
import type ItemScreen from '../../ui/take/ItemScreen.svelte'
import type { KeptRun } from '../../ui/take/kept-run.ts'
import type { TakeSession } from '../../ui/take/take-session.svelte.ts'

/** The code that answers statements. Passed in: imported here, it would be a further chunk for the page to fetch. */
export interface Stage {
  readonly flushSync: typeof flushSync
  readonly mount: typeof mount
  readonly unmount: typeof unmount
  readonly ItemScreen: typeof ItemScreen
  readonly Delayed: typeof Delayed
  readonly KeptRun: typeof KeptRun
  readonly TakeSession: typeof TakeSession
  readonly setSurface: typeof setSurface
}

const NOTHING_KEPT: KeyValueStore = {
  read: () => ({ ok: true, value: null }),
  write: () => ({ ok: true, value: null }),
  remove: () => ({ ok: true, value: null }),
  removeAll: () => ({ ok: true, value: null }),
  onChange: () => () => undefined,
}

/**
 * Answers a statement of nobody's where it is not seen, and takes it away in the
 * same task. By the time that the first answer is given, what it needs is compiled,
 * and its letters are measured.
 *
 * @param beside the element to lay it out in, with the width and the letters of the page; `null` for no layout,
 * which halves the task
 */
export function rehearseStatement(
  { flushSync, mount, unmount, ItemScreen, Delayed, KeptRun, TakeSession, setSurface }: Stage,
  part: TakePart,
  texts: TakeTexts,
  beside: Element | null,
): void {
  const clock = { now: () => 0, moment: () => 0, today: () => '' }
  const session = new TakeSession(part, new KeptRun(part, NOTHING_KEPT), clock)
  session.chooseVantage('not-said')
  session.moveOn()
  const place = document.createElement('div')
  place.style.cssText = 'position: absolute; inline-size: 100%; block-size: 0; overflow: hidden; visibility: hidden'
  beside?.append(place)
  const Screen: Component<ComponentProps<typeof ItemScreen>> = (internals, props) => {
    setSurface({ area: new EventTarget(), linkTarget: '', embedding: null })
    return ItemScreen(internals, props)
  }
  const screen = mount(Screen, { target: place, props: { session, texts, hasMoved: false } })
  // Nobody else hears of it: nobody above, and those who listen here have heard it before.
  place.addEventListener('click', (event) => event.stopPropagation())
  // By an event of the script's own: a press by click() counts among those that a person waited for. It selects and does
  // not move on, which would make the task longer.
  place.querySelector('input')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  flushSync()
  place.getBoundingClientRect()
  void unmount(screen)
  void unmount(mount(Delayed, { target: place, props: { texts, codeSoFar: async () => null, onretry() {} } }))
  place.remove()
  session.end()
}
