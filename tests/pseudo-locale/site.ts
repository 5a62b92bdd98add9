import { join } from 'node:path'
import { buildApp } from '../../src/build/build-app.ts'
import { ROOT } from '../../src/build/site.ts'
import { pseudoLocale } from './pseudo-locale.ts'

// The diagnostic's own page in the pseudo-locale. To be run in a process of its
// own.
await buildApp({
  folder: join(ROOT, 'node_modules/.pseudo-locale'),
  plugins: [pseudoLocale()],
  logLevel: 'warn',
  isPageAlone: true,
})
