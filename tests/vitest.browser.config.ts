import { playwright } from '@vitest/browser-playwright'
import { findChromium } from './chromium.ts'
import { project } from './project.ts'

/** Tests of the interface in a browser, by its parts. */
export default project({
  name: 'browser',
  include: ['tests/browser/*.test.ts'],
  // A browser that shares two cores with all the other tests may be slow to draw a whole room.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  browser: {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: await findChromium() }),
    instances: [{ browser: 'chromium', viewport: { width: 720, height: 900 } }],
  },
})
