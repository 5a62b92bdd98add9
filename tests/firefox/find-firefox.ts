import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** The first that was tried; the one before, 140, lacks some of what these tests ask of it. */
const FIRST_VERSION = 153
const NAMES = ['firefox-esr', 'firefox']
const ON_MAC = '/Applications/Firefox.app/Contents/MacOS/firefox'

const HELP =
  'These tests need Firefox 153 or newer and pdftotext: on Debian, "apt-get install firefox-esr poppler-utils"; FIREFOX_PATH names a Firefox elsewhere.'

function versionOf(path: string): number {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return Number(/ (\d+)\./.exec(stdout ?? '')?.[1] ?? 0)
}

/**
 * The path of the Firefox to test in. Throws where there is none, or nothing to read
 * its paper with, with a sentence that says what to install.
 */
export function findFirefox(): string {
  const named = process.env['FIREFOX_PATH']
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const paths = named ? [named] : [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ON_MAC]
  const found = paths.find((path) => versionOf(path) >= FIRST_VERSION)
  if (!found || spawnSync('pdftotext', ['-v']).error) throw new Error(HELP)
  return found
}
