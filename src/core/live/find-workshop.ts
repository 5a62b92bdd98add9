import type { Relay } from '../ports.ts'
import { openInvitation, placeOf } from './join-code.ts'

/** How long what lies at the relay may take to arrive, in milliseconds. */
const LYING = 3000

/** How long a relay may take to answer at all, in milliseconds. */
const PATIENCE = 15_000

export type FoundWorkshop =
  /** The fragment of its invitation. */
  | { readonly found: 'invitation'; readonly fragment: string }
  /** Nothing lies there: the code is wrong, or collection is closed. */
  | { readonly found: 'nothing' }
  | { readonly found: 'no-relay' }

/**
 * Looks for the workshop that a join code leads to.
 *
 * @param code as `readJoinCode` gives it
 * @param address the relay's; empty for the one that the page comes with
 */
export async function findWorkshop(
  tools: { readonly relay: Relay; readonly wait: (milliseconds: number) => Promise<void> },
  address: string,
  code: string,
): Promise<FoundWorkshop> {
  const place = await placeOf(code)
  const connection = tools.relay.connect(address, null, place.topic.slice(place.topic.lastIndexOf('/') + 1))
  let isAsked = false
  try {
    return await new Promise<FoundWorkshop>((resolve) => {
      const follow = () => {
        if (connection.state === 'refused' || connection.state === 'unreachable') resolve({ found: 'no-relay' })
        if (connection.state !== 'live' || isAsked) return
        isAsked = true
        void connection.ask(place.topic).then(async (isGranted) => {
          if (isGranted) await tools.wait(LYING)
          resolve({ found: isGranted ? 'nothing' : 'no-relay' })
        })
      }
      connection.onMessage(({ topic, payload }) => {
        const fragment = topic === place.topic ? openInvitation(place, payload) : null
        if (fragment !== null) resolve({ found: 'invitation', fragment })
      })
      connection.onChange(follow)
      follow()
      void tools.wait(PATIENCE).then(() => resolve({ found: 'no-relay' }))
    })
  } finally {
    connection.end()
  }
}

/** The same at several relays, of which any may have it. */
export async function findInAny(
  tools: Parameters<typeof findWorkshop>[0],
  addresses: readonly string[],
  code: string,
): Promise<FoundWorkshop> {
  const all = await Promise.all(addresses.map((address) => findWorkshop(tools, address, code)))
  const byWorth = ['invitation', 'nothing'] as const
  return byWorth.flatMap((worth) => all.find(({ found }) => found === worth) ?? [])[0] ?? { found: 'no-relay' }
}
