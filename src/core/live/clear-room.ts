import { readBase64url, writeBase64url } from '../codes/base64url.ts'
import type { LiveRoom } from '../workshop/live-room.ts'
import type { LiveTools } from './live-tools.ts'
import { becomeQuiet } from './ask-in-turn.ts'
import { claimOf, roomOf, shardTopics, tagIn } from './topics.ts'

/** How long a relay is waited for, in milliseconds. */
const PATIENCE = 30_000

const NOTHING = new Uint8Array(0)

const bytesOf = (text: string) => Uint8Array.from(readBase64url(text) ?? [])

/**
 * Clears what lies at the relay of a workshop that was deleted: what its participants
 * have sealed, which nobody can open any more, and its invitation. Its ledger stays, by
 * which a file of it that is opened elsewhere is bound. Resolves with whether the relay
 * was reached; never rejects.
 *
 * @param joinTopic where its invitation lies; `null` for nowhere
 */
export async function clearRoom(
  { relay, wait }: Pick<LiveTools, 'relay' | 'wait'>,
  { room, privateKey }: { readonly room: LiveRoom; readonly privateKey: string },
  joinTopic: string | null,
): Promise<boolean> {
  const name = roomOf(bytesOf(room.publicKey))
  const claim = writeBase64url([...claimOf(bytesOf(privateKey))])
  const connection = relay.connect(room.relay, { room: name, claim })
  let heard = 0
  connection.onMessage(({ topic, payload }) => {
    if (tagIn(topic, name) === null || payload.length === 0) return
    heard++
    void connection.lay(topic, NOTHING)
  })
  try {
    const isLive = new Promise<boolean>((resolve) => {
      const follow = () => {
        if (connection.state === 'live') resolve(true)
        if (connection.state === 'refused') resolve(false)
      }
      connection.onChange(follow)
      follow()
      void wait(PATIENCE).then(() => resolve(false))
    })
    if (!(await isLive)) return false
    for (const topic of shardTopics(name)) {
      await connection.ask(topic)
      await becomeQuiet({ heard: () => heard, wait, goesOn: () => true })
    }
    return joinTopic === null || (await connection.lay(joinTopic, NOTHING))
  } finally {
    connection.end()
  }
}
