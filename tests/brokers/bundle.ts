import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../../src/build/site.ts'

const FOLDER = join(ROOT, 'node_modules/.relay')

/**
 * Bundles the process of the embedded relay, which these tests start and kill some sixty
 * times: from one script it is there in a fifth of a second of processor time, and from
 * its sources in two thirds of one.
 */
export default async function setup(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { ssr: join(import.meta.dirname, 'embedded-process.ts'), outDir: FOLDER, emptyOutDir: true },
    // What is not script alone stays where npm has put it.
    ssr: { noExternal: true, external: ['classic-level'] },
  })
  process.env['RELAY_SCRIPT'] = join(FOLDER, 'embedded-process.js')
}
