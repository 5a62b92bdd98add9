import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Plugin, Rolldown } from 'vite'
import { ROOT } from './site.ts'

const WORKER = join(ROOT, 'src/build/minify-worker.js')

interface Minified {
  readonly id: number
  readonly code?: string
  readonly error?: unknown
}

interface Waiting {
  readonly resolve: (code: string) => void
  readonly reject: (error: unknown) => void
}

/**
 * Minifies scripts in one thread beside the builds, each text once: several builds
 * have the same chunks, and each further thread would have to get warm first.
 */
class Minifier {
  readonly #known = new Map<string, Promise<string>>()
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  #worker: Worker | null = null

  minify(code: string): Promise<string> {
    const known = this.#known.get(code) ?? this.#ask(code)
    this.#known.set(code, known)
    return known
  }

  #ask(code: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const id = this.#asked++
      this.#waiting.set(id, { resolve, reject })
      this.#worker ??= this.#start()
      this.#worker.ref()
      this.#worker.postMessage({ id, code }, [])
    })
  }

  #start(): Worker {
    const worker = new Worker(WORKER)
    worker.on('message', ({ id, code, error }: Minified) => {
      const { resolve, reject } = this.#waiting.get(id)!
      this.#waiting.delete(id)
      if (code === undefined) reject(error)
      else resolve(code)
      // Idle, it keeps no process from ending.
      if (this.#waiting.size === 0) worker.unref()
    })
    worker.on('error', (error) => this.#waiting.forEach(({ reject }) => reject(error)))
    return worker
  }
}

const minifier = new Minifier()

/**
 * Minifies the chunks of the first load once more. Terser looks over the code
 * several times, which leaves some 600 bytes less of the page's script than Vite's
 * own minifier does, and takes too long for everything else.
 *
 * @param isFirst the chunks that the first question waits for
 */
export function minifyFirst(isFirst: (chunk: Rolldown.OutputChunk) => boolean): Plugin {
  return {
    name: 'minify-first',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        await Promise.all(
          chunks.filter(isFirst).map(async (chunk) => {
            chunk.code = `${await minifier.minify(chunk.code)}\n`
          }),
        )
      },
    },
  }
}
