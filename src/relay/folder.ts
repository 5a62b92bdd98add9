import { join, resolve } from 'node:path'

/** The folder in which the relay keeps sealed messages: `.live` in the project, unless another is named. */
export const relayFolder = (root: string, named: string | undefined): string =>
  named ? resolve(named) : join(root, '.live')

/** Thrown where the relay cannot keep anything in its folder. */
export class RelayFolderError extends Error {
  override readonly name = 'RelayFolderError'
  readonly folder: string
  /** Whether another process has it open. */
  readonly isTaken: boolean

  constructor(folder: string, cause: unknown) {
    super(`The relay cannot keep anything in ${folder}.`, { cause })
    this.folder = folder
    const of = cause instanceof Error ? cause.cause : null
    this.isTaken = of instanceof Error && 'code' in of && of.code === 'LEVEL_LOCKED'
  }
}
