import { spawnSync } from 'node:child_process'
import { embedded } from './embedded.ts'
import type { Engine } from './engine.ts'
import { mosquitto } from './mosquitto.ts'
import { nats } from './nats.ts'

const ALL: readonly Engine[] = [embedded, mosquitto, nats]

/** Whether tests are run with the relays that have to be installed, too. */
const isWhole = process.env['BROKERS'] === 'all'

const missing = ALL.filter(({ command }) => isWhole && command && spawnSync(command, ['-h']).error).map(
  ({ command }) => command,
)
if (missing.length > 0)
  throw new Error(`There is no ${missing.join(' and no ')} here. On Debian: apt-get install ${missing.join(' ')}`)

/** The relays that tests are run with. */
export const engines = ALL.filter(({ command }) => isWhole || command === null)
