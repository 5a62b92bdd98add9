import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveSite } from '../../src/build/serve-site.ts'

/** Serves a site of nothing with the relay of `npm start`, on the port and in the folder that are given. */
const [port, base = ''] = process.argv.slice(2)
const folder = join(base, 'site')
mkdirSync(folder, { recursive: true })
for (const file of ['_headers', '404.html', 'workshop.html']) writeFileSync(join(folder, file), '')
const report = (error: Error) => console.error(error)
const { address } = await serveSite({ folder, port: Number(port), relay: { folder: join(base, 'relay'), report } })
console.log(`ready at ${address}`)
