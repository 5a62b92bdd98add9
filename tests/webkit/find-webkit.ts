import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const HELP =
  'These tests need WebKitGTK 2.50 or newer with its driver and, without a screen, Xvfb: on Debian, "apt-get install webkit2gtk-driver xvfb".'

const LIBRARIES = '/usr/lib'

/** The browser that WebKitGTK brings for tests, beside its library. */
function browserPath(): string | undefined {
  const folders = existsSync(LIBRARIES) ? readdirSync(LIBRARIES).map((name) => join(LIBRARIES, name)) : []
  const versions = folders.flatMap((folder) => ['webkit2gtk-4.1', 'webkit2gtk-4.0'].map((name) => join(folder, name)))
  return versions.map((folder) => join(folder, 'MiniBrowser')).find((path) => existsSync(path))
}

/** The path of the WebKit to test in. Throws where something is missing, with a sentence that says what to install. */
export function findWebkit(): string {
  const isThere = (name: string) => !spawnSync(name, ['-help']).error
  const found = browserPath()
  if (!found || !isThere('WebKitWebDriver') || !(process.env['DISPLAY'] || isThere('Xvfb'))) throw new Error(HELP)
  return found
}
