/** After so many milliseconds without an act, the person is taken to be reading, and to go on reading for a while. */
export const READING = 2000

/** After so many milliseconds, a page that has just been shown has nothing left to do. */
export const SETTLED = 500

const ACTS = ['click', 'keydown'] as const

/** Events that announce an act. */
const SIGNS = [...ACTS, 'pointermove', 'pointerdown'] as const

function hear(events: readonly string[], listener: () => void): () => void {
  for (const event of events) addEventListener(event, listener)
  return () => {
    for (const event of events) removeEventListener(event, listener)
  }
}

const whenIdle = (run: () => void) => (window.requestIdleCallback ?? ((later) => setTimeout(later, 100)))(run)

/**
 * Resolves in an idle moment after the person's next act: while they read, there is
 * time for work that is soon done.
 *
 * @param patience in milliseconds, after which it resolves without an act
 */
export function whileTheyRead(patience?: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      unhear()
      clearTimeout(timer)
      whenIdle(() => resolve())
    }
    const timer = patience === undefined ? undefined : setTimeout(go, patience)
    const unhear = hear(ACTS, go)
  })
}

/** Does what needs the network: where that fails, again after each act of the person's, until it succeeds. */
export async function untilHad<Had>(get: () => Promise<Had>): Promise<Had> {
  for (;;)
    try {
      return await get()
    } catch {
      await whileTheyRead()
    }
}

/**
 * Resolves in an idle moment after nothing has been done for a while. Work that takes longer than a picture
 * is for nobody who answers faster than that: their next answer would wait for it.
 */
export function onceTheyPause(): Promise<void> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      clearTimeout(timer)
      const mine = (timer = setTimeout(() => whenIdle(() => mine === timer && go()), READING))
    }
    const unhear = hear(SIGNS, wait)
    const go = () => {
      unhear()
      resolve()
    }
    wait()
  })
}
