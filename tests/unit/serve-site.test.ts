import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { serveSite } from '../../src/build/serve-site.ts'

it('goes on serving where a file is gone that was there as it began', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'served-'))
  for (const name of ['_headers', '404.html', 'gone.js', 'there.js']) writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'gone.js'), '1')
  const { address, stop } = await serveSite({ folder })
  onTestFinished(async () => {
    await stop()
    rmSync(folder, { recursive: true })
  })
  rmSync(join(folder, 'gone.js'))
  await expect(fetch(`${address}gone.js`).then((response) => response.text())).rejects.toThrow()
  expect((await fetch(`${address}there.js`)).status).toBe(200)
})
