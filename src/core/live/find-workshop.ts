import type { Relay } from '../ports.ts'
import { decodeInvitation } from '../workshop/invitation.ts'
import { joinMark, openInvitation, placeOf, type JoinPlace } from './join-code.ts'

/** How long what lies at the relay may take to arrive, in milliseconds. */
const LYING = 3000

/** How long a relay may take to answer at all, in milliseconds. */
const PATIENCE = 15_000

interface Tools {
  readonly relay: Relay
  readonly wait: (milliseconds: number) => Promise<void>
}

export type FoundWorkshop =
  /** The fragment of its invitation. */
  | { readonly found: 'invitation'; readonly fragment: string }
  /** Nothing lies there: the code is wrong, or collection is closed. */
  | { readonly found: 'nothing' }
  | { readonly found: 'no-relay' }

/**
 * Looks at one relay for the workshop that a join code leads to.
 *
 * @param address the relay's; empty for the one that the page comes with
 */
async function findAt(tools: Tools, address: string, place: JoinPlace): Promise<FoundWorkshop> {
  const connection = tools.relay.connect(address, null, place.topic.slice(place.topic.lastIndexOf('/') + 1))
  let isAsked = false
  try {
    return await new Promise<FoundWorkshop>((resolve) => {
      const follow = () => {
        if (['refused', 'unreachable', 'full'].includes(connection.state)) resolve({ found: 'no-relay' })
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

/**
 * Looks for the workshop that a join code leads to, at several relays of which any may have it.
 *
 * @param addresses an empty one is that of the relay that the page comes with
 * @param code as `readJoinCode` gives it
 */
export async function findWorkshop(tools: Tools, addresses: readonly string[], code: string): Promise<FoundWorkshop> {
  const place = await placeOf(code)
  const looking = addresses.map((address) => findAt(tools, address, place))
  // The first that has it is enough, however long the others take.
  const found = looking.map(async (one) => {
    const answer = await one
    if (answer.found !== 'invitation') throw new Error('not here')
    return answer
  })
  return Promise.any(found).catch(async (): Promise<FoundWorkshop> => {
    const all = await Promise.all(looking)
    return all.find(({ found: what }) => what === 'nothing') ?? { found: 'no-relay' }
  })
}

/** The mark by which an invitation is known to be the wall's; `null` where it cannot be read, or is of no live workshop. */
export async function markOfInvitation(fragment: string): Promise<string | null> {
  const read = decodeInvitation(fragment)
  return read.ok && read.invitation.live ? joinMark(read.invitation.live.publicKey) : null
}
