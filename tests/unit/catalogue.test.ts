import { describe, expect, it } from 'vitest'
import type { ListedQuestionnaire } from '../../src/ui/parts/listed-questionnaire.ts'
import { Catalogue } from '../../src/ui/parts/catalogue.ts'

const listed = (id: string): ListedQuestionnaire => ({
  id,
  items: 12,
  take: () => Promise.reject(new Error('not taken here')),
  result: () => Promise.reject(new Error('not taken here')),
})

const titles = { 'execution-gaps': { title: 'Execution gaps', question: 'Where does it stop?' } }
const on = (page: string) =>
  new Catalogue([listed('execution-gaps'), listed('nameless')], titles, {
    page,
    language: 'fr',
    begin: () => Promise.resolve(),
  })

describe('the questionnaires of the page', () => {
  it('are those that have a title', () => {
    const { entries, ids } = on('https://example.org/')
    expect(ids).toEqual(['execution-gaps'])
    expect(entries).toEqual([{ id: 'execution-gaps', items: 12, ...titles['execution-gaps'] }])
  })

  it('open in the same language, with what is handed over to them', () => {
    const catalogue = on('https://example.org/tools/')
    expect(catalogue.addressOf('x')).toBe('https://example.org/tools/?q=x&lang=fr')
    expect(catalogue.addressOf('x', 'r=~1')).toBe('https://example.org/tools/?q=x&lang=fr#r=~1')
    expect(catalogue.workshopAddress).toBe('https://example.org/tools/workshop.html?lang=fr')
  })

  it('leave a host’s own query in place', () => {
    expect(on('https://example.org/?page=7').addressOf('x')).toBe('https://example.org/?page=7&q=x&lang=fr')
  })
})
