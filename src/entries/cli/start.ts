import { serveSite } from '../../build/serve-site.ts'
import { buildSite, needsBuild, SITE } from '../../build/site.ts'

const wanted = process.env['PORT'] ?? '4173'
const port = Number(wanted)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT is "${wanted}". Give a number from 0 to 65535, or leave it out.`)
  process.exit(1)
}
if (needsBuild()) {
  console.log('Building the diagnostic …')
  await buildSite()
}
try {
  const { address } = await serveSite({ folder: SITE, port })
  console.log(`The diagnostic is at ${address}\nPress Ctrl+C to stop.`)
} catch (error) {
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  console.error(inUse ? `Port ${port} is in use. Choose another one: PORT=8080 npm start` : error)
  process.exitCode = 1
}
