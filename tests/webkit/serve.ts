import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { serveSite } from '../../src/build/serve-site.ts'
import { buildSite, needsBuild, SITE } from '../../src/build/site.ts'
import { findWebkit } from './find-webkit.ts'

declare module 'vitest' {
  interface ProvidedContext {
    webkit?: { readonly browser: string; readonly driver: string }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A screen, where the machine has none. */
async function screen() {
  const present = process.env['DISPLAY']
  if (present) return { display: present, end: () => true }
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [number] = (await once(server.stdout, 'data')) as [Buffer]
  return { display: `:${String(number).trim()}`, end: () => server.kill() }
}

/** Builds the site where it is out of date and serves it, for tests in WebKit. */
export default async function setup(project: TestProject) {
  const browser = findWebkit()
  if (needsBuild()) await buildSite()
  const site = await serveSite({ folder: SITE })
  const { display, end } = await screen()
  const port = await freePort()
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    // Its own sandbox cannot be had by root, as in a container; it opens this project's pages alone.
    env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', NO_AT_BRIDGE: '1' },
  })
  project.provide('site', site.address)
  project.provide('webkit', { browser, driver: `http://127.0.0.1:${port}` })
  return () => {
    driver.kill()
    end()
    site.server.close()
    site.server.closeAllConnections()
  }
}
