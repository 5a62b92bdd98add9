/** Silence after which all messages that lay at a topic count as arrived, in milliseconds. */
export const QUIET = 200

/** The time between two looks whether something came, in milliseconds: after each message the quiet begins anew. */
const LOOKED_EVERY = 50

/** A topic is left after so long, also where more keeps coming. */
const LEFT_AFTER = 10_000

interface Listening {
  /** How many messages have come of what lay there. */
  readonly heard: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  readonly goesOn: () => boolean
}

interface Asking extends Listening {
  /** Resolves with whether the relay lets one have what lies there. */
  readonly ask: (topic: string) => Promise<boolean>
  /** Whether it delivers in one go what lies at a topic, and drops nothing of it. */
  readonly inOneGo?: boolean
}

/** Resolves once nothing has come for a while of what lay at a topic. */
export async function becomeQuiet({ heard, wait, goesOn }: Listening, enough = QUIET): Promise<void> {
  let before = heard()
  let quiet = 0
  for (let waited = 0; quiet < enough && waited < LEFT_AFTER && goesOn(); waited += LOOKED_EVERY) {
    await wait(LOOKED_EVERY)
    quiet = heard() === before ? quiet + LOOKED_EVERY : 0
    before = heard()
  }
}

/**
 * Asks a relay for what lies at one topic after the other, each once the one before is
 * quiet: relays drop what they would have to deliver at once. One that delivers in one go
 * is asked for the next as soon as nothing more comes in, and one that takes long to
 * answer, as a cluster does, meanwhile: it delivers before it answers.
 */
export async function askInTurn(
  topics: readonly string[],
  { ask, inOneGo = false, ...listening }: Asking,
): Promise<'asked' | 'refused' | 'ended'> {
  const { wait, goesOn } = listening
  let quiet = Promise.resolve()
  for (const topic of topics) {
    const answer = ask(topic)
    const isSlow = await Promise.race([answer.then(() => false), wait(QUIET).then(() => true)])
    const isGranted = await answer
    if (!goesOn()) return 'ended'
    if (!isGranted) return 'refused'
    if (!inOneGo) await quiet
    quiet = becomeQuiet(listening)
    if (!isSlow) await (inOneGo ? becomeQuiet(listening, LOOKED_EVERY) : quiet)
    if (!goesOn()) return 'ended'
  }
  await quiet
  return goesOn() ? 'asked' : 'ended'
}
