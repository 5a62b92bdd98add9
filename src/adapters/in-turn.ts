/** The page's answer to each reply of a worker but the last. */
export const HEARD = 'heard'

/**
 * Sends replies to the page one after the other: a hundred that wait in its line would
 * all be taken before the page draws again.
 *
 * @returns sends one, and resolves once the page has heard all that were sent
 */
export function repliesInTurn(): (reply: unknown) => Promise<void> {
  let unheard = 0
  let goOn = () => {}
  addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === HEARD && --unheard === 0) goOn()
  })
  return (reply) => {
    unheard++
    const all = new Promise<void>((resolve) => (goOn = resolve))
    postMessage(reply)
    return all
  }
}

/** Whether a message to a worker is what it is asked, and not that a reply was heard. */
export const isAsked = <Request>({ data }: MessageEvent<Request>): boolean => data !== HEARD
