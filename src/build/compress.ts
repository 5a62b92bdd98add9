import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TEXTS = /\.(html|js|css|svg|json|webmanifest|md|ts)$/

// Half a second for the whole site. The highest quality saves 6 % more and takes
// ten times as long in every build.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }

const COMPRESSIONS: Readonly<Record<string, (text: Buffer) => Promise<Buffer>>> = {
  br: (text) => promisify(brotliCompress)(text, BROTLI),
  gz: (text) => promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION }),
}

/** Writes a text once more, compressed, for servers that send what they find. */
export async function compressText(file: string): Promise<void> {
  const text = await readFile(file)
  for (const [ending, compress] of Object.entries(COMPRESSIONS)) {
    const small = await compress(text)
    if (small.length < text.length) await writeFile(`${file}.${ending}`, small)
  }
}

/** Compresses every text of a built site. */
export async function compressTexts(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => TEXTS.test(file))
  await Promise.all(files.map((file) => compressText(join(folder, file))))
}
