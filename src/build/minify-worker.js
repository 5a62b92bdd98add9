import { parentPort } from 'node:worker_threads'
import { minify } from 'terser'

parentPort.on('message', async ({ id, code }) => {
  try {
    const { code: small } = await minify(code, {
      module: true,
      ecma: 2020,
      compress: { passes: 3 },
      format: { inline_script: false },
    })
    parentPort.postMessage({ id, code: small }, [])
  } catch (error) {
    parentPort.postMessage({ id, error }, [])
  }
})
