import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { minify } from 'vite'
import type { notFoundWords } from '../entries/site/prerender.ts'
import { inlineHashes, NOT_FOUND } from './headers.ts'

const partOf = (ending: string) => readFileSync(join(import.meta.dirname, `not-found.${ending}`), 'utf8')
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const wordsOf = ({ language, noPage, noPageMeans, reached, reachedMeans, open }: (typeof notFoundWords)[number]) =>
  `<main lang="${language}"><h1>${escaped(noPage)}</h1><p data-without-code>${escaped(noPageMeans)}</p><p data-with-code hidden>${escaped(reached)}</p><p data-with-code hidden>${escaped(reachedMeans)}</p><p><a href="./">${escaped(open)}</a></p></main>`

/**
 * Writes the page for addresses that have none. It may be sent for any path, by a
 * server that sends no headers with it, so it refers to no file and carries its
 * policy with it.
 */
export async function writeNotFound(folder: string, words: typeof notFoundWords): Promise<void> {
  const { code } = await minify('not-found.js', partOf('js'), { module: false })
  const html = partOf('html')
    .replace('{title}', () => escaped(words[0]?.noPage ?? ''))
    .replace('/* style */', () => partOf('css').replaceAll(/\s+/g, ' ').trim())
    .replace('<!-- words -->', () => words.map(wordsOf).join(''))
    .replace('/* script */', () => code.trim())
  const { scripts, styles } = inlineHashes(html)
  const policy = `default-src 'none'; script-src ${scripts.join(' ')}; style-src ${styles.join(' ')}; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types`
  writeFileSync(
    join(folder, NOT_FOUND),
    html.replace('{policy}', () => policy),
  )
}
