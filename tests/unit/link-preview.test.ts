import { describe, expect, it } from 'vitest'
import { headFor } from '../../src/build/prerender.ts'
import { previewPicture as en } from '../../src/ui/locales/en/at-once.ts'
import { previewPicture as fr } from '../../src/ui/locales/fr/at-once.ts'

const page = (language: string, picture: string) => ({
  id: 'diagnostic',
  language,
  description: {
    title: 'Self-diagnostic',
    question: 'Where does it stop?',
    lead: 'Thirty statements.',
    source: { slug: 'why', title: 'Why?', url: 'https://example.org/why' },
    picture,
  },
})

describe('the link preview of a page', () => {
  it.each([
    ['en', en, 'Example of a result, with invented answers'],
    ['fr', fr, 'Exemple de résultat, avec des réponses inventées'],
  ])('says in words what its picture shows, and that it is an example, in %s', (language, picture, says) => {
    const head = headFor(page(language, picture), 'https://example.org/diagnostic/')
    expect(head).toContain('<meta property="og:image" content="https://example.org/diagnostic/preview.png">')
    expect(head).toContain(`<meta property="og:image:alt" content="${says}`)
  })

  it('has no picture where the address of the page is not known', () => {
    expect(headFor(page('en', en), undefined)).not.toContain('og:image')
  })
})
