/** What lay at a topic has arrived when nothing came for so long, in milliseconds. */
export const QUIET = 200

/** A topic is left after so many rounds, also where more keeps coming. */
const MOST_ROUNDS = 50

interface Asking {
  /** Resolves with whether the relay lets one have what lies there. */
  readonly ask: (topic: string) => Promise<boolean>
  /** How many messages have come of what lay there. */
  readonly heard: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  readonly goesOn: () => boolean
}

/**
 * Asks a relay for what lies at one topic after the other, each once the one before is
 * quiet: relays drop what they would have to deliver at once. One that takes long to
 * answer, as a cluster does, is asked for the next meanwhile: it delivers before it
 * answers.
 */
export async function askInTurn(
  topics: readonly string[],
  { ask, heard, wait, goesOn }: Asking,
): Promise<'asked' | 'refused' | 'ended'> {
  async function becomeQuiet(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS && goesOn(); round++) {
      const before = heard()
      await wait(QUIET)
      if (heard() === before) return
    }
  }
  let quiet = Promise.resolve()
  for (const topic of topics) {
    const answer = ask(topic)
    const isSlow = await Promise.race([answer.then(() => false), wait(QUIET).then(() => true)])
    const isGranted = await answer
    if (!goesOn()) return 'ended'
    if (!isGranted) return 'refused'
    await quiet
    quiet = becomeQuiet()
    if (!isSlow) await quiet
    if (!goesOn()) return 'ended'
  }
  await quiet
  return goesOn() ? 'asked' : 'ended'
}
