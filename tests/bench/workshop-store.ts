// How long one more code takes, by how many a workshop has, in a browser: npx tsx tests/bench/workshop-store.ts
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { createServer } from 'vite'
import { findChromium } from '../chromium.ts'
import type * as oneMoreCode from './one-more-code.ts'

const SIZES = [100, 1000, 10_000, 20_000]

const server = await createServer({ configFile: 'vite.config.ts', logLevel: 'warn', server: { port: 0 } })
await server.listen()
const browser = await chromium.launch(await findChromium())
const module = `/@fs${fileURLToPath(new URL('one-more-code.ts', import.meta.url))}`

const milliseconds = (time: number) => `${time.toFixed(1)} ms`.padStart(12)
console.log(['responses', 'first code', 'median', 'worst', 'opening'].map((head) => head.padStart(12)).join(''))
for (const size of SIZES) {
  // A page for each: what kept the workshop before would hear of every change and read it anew, as another tab does.
  const page = await browser.newPage()
  await page.route('**/bench.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
  await page.goto(`${server.resolvedUrls?.local[0]}bench.html`)
  const { first, median, worst, load } = await page.evaluate(
    async ([address, responses]) => {
      const { measureOneMore } = (await import(/* @vite-ignore */ address)) as typeof oneMoreCode
      return measureOneMore(responses)
    },
    [module, size] as const,
  )
  console.log(`${size}`.padStart(12) + [first, median, worst, load].map(milliseconds).join(''))
  await page.close()
}
await browser.close()
await server.close()
