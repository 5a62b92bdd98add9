/** Said in the same words to participants before they answer and to the facilitator. */
export const lockedFile =
  'The workshop’s own file, the copy that the facilitator keeps, holds every response, without names. It is only written locked with a passphrase.'

/** The texts for locking the file of a workshop, and for opening one. */
export const lockTexts = {
  /** Before the passphrase is chosen. */
  title: 'Lock the file with a passphrase',
  why: 'If the passphrase is forgotten, the file is lost: nobody can open it then, and neither can we.',
  passphrase: 'Passphrase',
  passphraseHint: (shortest: number) =>
    `At least ${shortest} characters. Four or five words that nobody would guess are good.`,
  again: 'The same once more',
  show: 'Show what I type',
  lock: 'Lock and export',
  tooShort: (shortest: number) => `That is too short to protect answers: use ${shortest} characters or more.`,
  differs: 'The two differ. Type the same passphrase twice.',
  locking: 'The file is being locked …',
  failed:
    'The file could not be locked: this browser ran out of memory. Nothing was written. Try again in another browser.',
  /** Where a locked file is opened. */
  locked: (name: string) => `“${name}” is locked with a passphrase.`,
  open: 'Open it',
  opening: 'The file is being opened …',
  wrong:
    'This passphrase does not open the file. Capitals and spaces count. If it is the right one, the file was damaged on its way: export it again.',
  cancel: 'Leave it',
}

export type LockTexts = typeof lockTexts
