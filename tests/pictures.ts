// Draws the pictures of a result that stand in the repository anew, from the built site: npx tsx tests/pictures.ts
// Both show the same invented answers, and say so.
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { serveSite } from '../src/build/serve-site.ts'
import { buildSite, needsBuild, ROOT, SITE } from '../src/build/site.ts'
import { findChromium } from './chromium.ts'
import { layoutOf } from '../src/core/response/layout.ts'
import { CANT_TELL } from '../src/core/response/response.ts'
import { encodeResultCode } from '../src/core/codes/result-code.ts'
import { lensItems, questionnaire, respond } from './fixtures/execution-gaps.ts'

const PICTURES = [
  { file: '.github/result.png', width: 1240, height: 800, size: '100%', hidden: '' },
  // As large as link previews are shown, with letters that survive being made small.
  { file: 'public/preview.png', width: 1200, height: 630, size: '112%', hidden: ', .next section ~ section' },
]

const { vantage, answers } = respond({
  vantage: 'senior',
  silence: 2,
  signalLoss: 2,
  friction: 3,
  items: {
    ...Object.fromEntries(lensItems.map(({ id }) => [id, 2])),
    'targets-serve-strategy': 4,
    'work-waits-for-approval': 5,
    'measures-pull-work': 5,
    'local-targets-against-strategy': 5,
    'defensible-option-chosen': 4,
    'problems-learnt-late': 4,
    'doubts-disappear': CANT_TELL,
  },
})
const code = encodeResultCode(layoutOf(questionnaire), { vantage, answers, completedOn: '2026-11-20' })

if (needsBuild()) await buildSite()
const site = await serveSite({ folder: SITE })
const browser = await chromium.launch(await findChromium())
for (const { file, width, height, size, hidden } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', bypassCSP: true })
  await page.goto(`${site.address}#r=${code}`)
  await page.locator('details[data-part="method"]').waitFor({ state: 'attached' })
  await page.addStyleTag({
    content: `html { font-size: ${size} } .acts, .how, .brief ~ *, footer${hidden} { display: none !important }`,
  })
  await page
    .locator('.over')
    .first()
    .evaluate((line) => {
      line.textContent = 'Example of a result, with invented answers'
    })
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(ROOT, file) })
  await page.close()
}
await browser.close()
site.server.close()
