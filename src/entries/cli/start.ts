import { encodeQR } from 'qr'
import { isHost, namesInNetwork } from '../../build/network-addresses.ts'
import { serveSite, type SiteOptions } from '../../build/serve-site.ts'
import { buildSite, needsBuild, ROOT, SITE } from '../../build/site.ts'
import { RelayFolderError, relayFolder } from '../../relay/folder.ts'

const wanted = process.env['PORT'] ?? '4173'
const port = Number(wanted)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT is "${wanted}". Give a number from 0 to 65535, or leave it out.`)
  process.exit(1)
}
const host = process.env['HOST'] || '127.0.0.1'
if (!isHost(host)) {
  console.error(
    `HOST is "${host}". Give 0.0.0.0 for the networks this machine is in, one of its addresses, or leave it out.`,
  )
  process.exit(1)
}
if (needsBuild()) {
  console.log('Building the diagnostic …')
  await buildSite()
}

/** An error in words where it is known, else as it is. */
function wordsFor(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another one: PORT=8080 npm start`
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${host}. HOST=0.0.0.0 npm start takes all it has.`
  return error
}

const site = { folder: SITE, port, host, names: namesInNetwork(host) } satisfies SiteOptions

/** Serves the site with its relay, or without where that has no folder to keep anything in. */
async function serve() {
  const report = ({ message }: Error) => console.error(`The relay could not keep a message: ${message}`)
  const relay = { folder: relayFolder(ROOT, process.env['LIVE_DATA']), report }
  try {
    return {
      served: await serveSite({ ...site, relay }),
      live: `The relay of live rooms keeps them in ${relay.folder}`,
    }
  } catch (error) {
    if (!(error instanceof RelayFolderError)) throw error
    const why = error.isTaken ? `another npm start has ${error.folder} open` : `nothing can be kept in ${error.folder}`
    return {
      served: await serveSite(site),
      live: `No live rooms here: ${why}. LIVE_DATA=folder npm start keeps them elsewhere.`,
    }
  }
}

try {
  const { served, live } = await serve()
  const { address, addresses } = served
  console.log(`The diagnostic is at ${address}`)
  if (addresses[0]) {
    const others = addresses.map((one) => `  ${one}`).join('\n')
    console.log(`\nOther devices in the same network open:\n${others}\n\n${encodeQR(addresses[0], 'term')}`)
    console.log(
      `A facilitator opens ${address}workshop.html on this machine: it makes links for the others.\n` +
        'Without encryption (http) their browsers keep no copy for later and copy nothing by a press.',
    )
  }
  console.log(live)
  console.log('Press Ctrl+C to stop.')
} catch (error) {
  console.error(wordsFor(error))
  process.exitCode = 1
}
