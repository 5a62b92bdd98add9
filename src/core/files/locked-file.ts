/** The first line of every file that is locked in the format of age, https://age-encryption.org/v1. */
const FIRST_LINE = 'age-encryption.org/v1\n'

/** How many bytes of a file tell whether it is locked. All of them are ASCII. */
export const LOCK_BYTES = FIRST_LINE.length

/** Whether a file that begins so is locked with a passphrase. */
export const isLocked = (start: string): boolean => start.startsWith(FIRST_LINE)

/** The least length of a passphrase, in characters: age advises four or five words, or ten letters and digits at random. */
export const SHORTEST_PASSPHRASE = 12

/** Why two entries are no passphrase to lock with; `null` where they are one. */
export function problemOfPassphrase(passphrase: string, again: string): 'too-short' | 'differs' | null {
  if (Array.from(passphrase.normalize('NFC')).length < SHORTEST_PASSPHRASE) return 'too-short'
  return passphrase === again ? null : 'differs'
}
