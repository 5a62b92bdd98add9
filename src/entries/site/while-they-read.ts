/** After so many milliseconds without an act, the person is taken to be reading. */
export const READING = 2000

/** After so many milliseconds, a page that has just been shown has nothing left to do. */
export const SETTLED = 500

/**
 * Resolves in an idle moment after the person's next act: while they read, there is
 * time for work.
 *
 * @param patience in milliseconds, after which it resolves without an act
 */
export function whileTheyRead(patience?: number): Promise<void> {
  return new Promise((resolve) => {
    const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 100))
    const go = () => {
      removeEventListener('click', go)
      removeEventListener('keydown', go)
      clearTimeout(timer)
      whenIdle(() => resolve())
    }
    const timer = patience === undefined ? undefined : setTimeout(go, patience)
    addEventListener('click', go)
    addEventListener('keydown', go)
  })
}
