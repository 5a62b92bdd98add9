import type { TabTurns } from '../core/ports.ts'

/** The prefix of the lock and the channel that tabs share for one purpose. */
const NAME = 'leadership-diagnostic.turn.'

/** Sent by a tab that waits, so that the one that has the turn says how it stands. */
const ASK = '?'

const ASLEEP_AFTER = 2000

/**
 * Lets one tab of this device after the other have its turn; `null` where the browser
 * cannot, as on pages without encryption.
 *
 * @param asleepAfter a tab that does not answer for so long is asleep, and not waited for, in milliseconds
 */
export function tabTurns(
  { navigator, BroadcastChannel }: Window & typeof globalThis,
  asleepAfter = ASLEEP_AFTER,
): TabTurns | null {
  const locks = navigator.locks as LockManager | undefined
  if (!locks || typeof BroadcastChannel !== 'function') return null
  return {
    take(name, hurries, { begin, pause, hear }) {
      const channel = new BroadcastChannel(NAME + name)
      let isOurs = false
      let isEnded = false
      let isAwake = false
      let said = ''
      let giveBack = () => {}
      const hold = () => {
        if (isEnded || isOurs) return undefined
        isOurs = true
        begin()
        return new Promise<void>((resolve) => (giveBack = resolve))
      }
      async function request(steal: boolean): Promise<void> {
        try {
          await locks!.request(NAME + name, { steal }, hold)
        } catch {
          // Another tab has taken the turn, or there are no turns to be had here.
          if (isEnded) return
          if (!isOurs) return begin()
          isOurs = false
          pause()
          void request(false)
        }
      }
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (data === ASK && isOurs) channel.postMessage(said)
        else if (typeof data === 'string' && data !== ASK && !isOurs) {
          isAwake = true
          hear(data)
        }
      })
      void request(hurries)
      channel.postMessage(ASK)
      setTimeout(() => {
        if (!isOurs && !isAwake && !isEnded) void request(true)
      }, asleepAfter)
      return {
        say(word) {
          said = word
          if (isOurs && !isEnded) channel.postMessage(word)
        },
        end() {
          isEnded = true
          channel.close()
          giveBack()
        },
      }
    },
  }
}
