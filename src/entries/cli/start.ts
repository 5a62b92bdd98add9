import { encodeQR } from 'qr'
import { isHost, namesInNetwork } from '../../build/network-addresses.ts'
import { serveSite } from '../../build/serve-site.ts'
import { buildSite, needsBuild, SITE } from '../../build/site.ts'

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

/** What went wrong, in words where it is known. */
function wordsFor(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another one: PORT=8080 npm start`
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${host}. HOST=0.0.0.0 npm start takes all it has.`
  return error
}

try {
  const { address, addresses } = await serveSite({ folder: SITE, port, host, names: namesInNetwork(host) })
  console.log(`The diagnostic is at ${address}`)
  if (addresses[0]) {
    const others = addresses.map((one) => `  ${one}`).join('\n')
    console.log(`\nOther devices in the same network open:\n${others}\n\n${encodeQR(addresses[0], 'term')}`)
    console.log(
      `A facilitator opens ${address}workshop.html on this machine: it makes links for the others.\n` +
        'Without encryption (http) their browsers keep no copy for later and copy nothing by a press.',
    )
  }
  console.log('Press Ctrl+C to stop.')
} catch (error) {
  console.error(wordsFor(error))
  process.exitCode = 1
}
