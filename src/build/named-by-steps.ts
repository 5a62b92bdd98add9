import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

let steps: string | undefined

/** The steps that change chunks after these have their names, and the scripts that they write into them. */
const isSuchStep = (file: string, text: string) => file.endsWith('.js') || text.includes('generateBundle')

function stepsHash(): string {
  if (steps) return steps
  const hash = createHash('sha256')
  for (const file of readdirSync(import.meta.dirname).toSorted()) {
    const text = /\.[jt]s$/.test(file) ? readFileSync(join(import.meta.dirname, file), 'utf8') : ''
    if (isSuchStep(file, text)) hash.update(text)
  }
  steps = hash.digest('hex')
  return steps
}

/**
 * Lets the names of chunks change with the steps of the build. Some rewrite a chunk after it has its name, and of a
 * file that was released under a name, or is cached for good, there may be no other.
 */
export const namedBySteps = (): Plugin => ({
  name: 'named-by-steps',
  apply: 'build',
  augmentChunkHash: stepsHash,
})
