import { lexer, type Token, type Tokens } from 'marked'
import type { AnswerSection, SectionPoints } from './answer-document.ts'

/** Patterns of section names, on their letters alone, in every common wording. */
const NAMES: readonly (readonly [AnswerSection, RegExp])[] = [
  ['short-answer', /^(?:the)?shortanswer$/],
  ['whats-really-happening', /^what(?:i)?sreallyhappening$/],
  ['common-misconceptions', /^(?:common)?misconceptions?$/],
  ['what-this-looks-like', /^what(?:this|it)lookslike(?:in(?:a)?(?:real)?(?:organi[sz]ations?|life|practice))?$/],
  ['why-leaders-usually-miss-this', /^whyleaders(?:usually|often)?miss(?:this|it)$/],
  ['what-to-do-next', /^(?:what(?:you(?:can|should))?(?:to)?donext|nextsteps)$/],
  ['related-questions', /^relatedquestions?$/],
]

export interface ReadSections {
  /** The text of the first heading that names no section. */
  readonly heading: string | null
  readonly sections: Readonly<Partial<Record<AnswerSection, SectionPoints>>>
  /** Sections that the text has more than once; their points are joined. */
  readonly repeated: readonly AnswerSection[]
}

function sectionOf(name: string): AnswerSection | null {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/&[a-z0-9#]+;|[^a-z]/g, '')
  return NAMES.find(([, pattern]) => pattern.test(letters))?.[0] ?? null
}

/** The visible text of a token, without markup. */
function plain(token: Token): string {
  if (token.type === 'br') return '\n'
  if (token.type === 'html') return ''
  if ('tokens' in token && token.tokens) return token.tokens.map(plain).join('')
  return 'text' in token && typeof token.text === 'string' ? token.text : ''
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' })

function sentencesOf(text: string): string[] {
  const flat = text.replaceAll(/\s+/g, ' ')
  return Array.from(SENTENCES.segment(flat), ({ segment }) => segment.trim()).filter((one) => /\p{L}/u.test(one))
}

/** A bullet sign that Markdown does not know, at the beginning of a line. */
const SIGN = /^\s*[•‣◦▪●–—·]\s*/

/**
 * Divides the body of an answer into its sections and their points. Headings may
 * have any level, or be bold lines or lines of their own. In a section with a list,
 * the prose only introduces it and gives no points.
 *
 * @throws RangeError where marks nest some thousand deep.
 */
export function readSections(body: string): ReadSections {
  const found = new Map<AnswerSection, { bullets: string[]; sentences: string[] }>()
  const repeated = new Set<AnswerSection>()
  let heading: string | null = null
  let current: { readonly section: AnswerSection | null; readonly level: number } = { section: null, level: 0 }

  const open = (section: AnswerSection, level: number) => {
    if (found.has(section)) repeated.add(section)
    else found.set(section, { bullets: [], sentences: [] })
    current = { section, level }
  }
  const add = (form: 'bullets' | 'sentences', points: readonly string[]) => {
    if (current.section) found.get(current.section)?.[form].push(...points.filter((point) => /\p{L}/u.test(point)))
  }
  const addProse = (text: string) => {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const signed = lines.filter((line) => SIGN.test(line))
    if (signed.length > 0)
      add(
        'bullets',
        signed.map((line) => line.replace(SIGN, '').trim()),
      )
    else add('sentences', sentencesOf(text))
  }
  const readParagraph = (token: Tokens.Paragraph | Tokens.Heading | Tokens.Text) => {
    const [first, ...others] = token.tokens ?? []
    if (first?.type === 'strong') {
      const section = sectionOf(plain(first))
      const rest = others.map(plain).join('')
      if (section) {
        open(section, BOLD)
        addProse(rest.replace(/^[\s:*.–—-]+/, ''))
        return
      }
      // A bold line that names no section ends a section begun by a bold line; in
      // any other it is a subheading.
      if (!/\p{L}/u.test(rest) && !/[.!?]$/.test(plain(first).trim())) {
        if (current.level === BOLD) current = { section: null, level: BOLD }
        return
      }
    }
    const text = plain(token)
    const [line = '', ...lines] = text.split('\n')
    const section = sectionOf(line)
    if (section) open(section, BOLD)
    addProse(section ? lines.join('\n') : text)
  }
  const readHeading = (token: Tokens.Heading) => {
    const text = plain(token)
    const section = sectionOf(text)
    if (section) open(section, token.depth)
    // In Markdown a paragraph with a rule right below it is a heading; in an answer
    // it is meant as a paragraph.
    else if (!/^\s*#/.test(token.raw) && current.section) readParagraph(token)
    else {
      heading ??= text.trim() || null
      if (token.depth <= current.level) current = { section: null, level: token.depth }
    }
  }
  const read = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      if (token.type === 'heading') readHeading(token as Tokens.Heading)
      else if (token.type === 'paragraph' || token.type === 'text') readParagraph(token as Tokens.Paragraph)
      else if (token.type === 'blockquote') read((token as Tokens.Blockquote).tokens)
      else if (token.type === 'code') addProse((token as Tokens.Code).text)
      else if (token.type === 'list')
        add(
          'bullets',
          (token as Tokens.List).items.map((item) =>
            plain(item.tokens.find(({ type }) => type === 'text' || type === 'paragraph') ?? item).trim(),
          ),
        )
    }
  }
  read(lexer(body))

  const sections = Object.fromEntries(
    Array.from(found, ([section, { bullets, sentences }]): [AnswerSection, SectionPoints] => [
      section,
      bullets.length > 0 ? { form: 'list', points: bullets } : { form: 'prose', points: sentences },
    ]),
  )
  return { heading, sections, repeated: [...repeated] }
}

/** The level of a heading that is a bold line: below all of Markdown's own, so that each of those ends it. */
const BOLD = 7
