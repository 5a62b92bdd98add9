import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openTable } from '../../src/core/files/open-table.ts'
import { workbook } from '../fixtures/workbook.ts'

const HEADING = ['Respondent ID', 'vantage', 'work-waits-for-approval']

/** What is read of a workbook of one sheet, by rows. */
async function rowsOf(...[sheets, merged]: Parameters<typeof workbook>) {
  const opened = await openTable(workbook(sheets, merged))
  return opened.ok ? opened.text.split('\r\n').map((row) => row.split(',')) : opened.issue
}

describe('a cell of a workbook', () => {
  const one = (attributes: string, value: string) => [
    ['Form', [HEADING, ['1', 'close', { attributes, value }]]] as const,
  ]

  it.each([
    ['an error', 't="e"', '#N/A', '#N/A'],
    ['a formula with an error', 't="e"', '#DIV/0!', '#DIV/0!'],
    ['a number', '', '3', '3'],
    ['a number that is shown as a date', 's="1"', '3', '3'],
    ['a date', 's="1"', '45000', '2023-03-15T00:00:00.000Z'],
    ['a long number', '', '1.18456310001E+11', '118456310001'],
    ['a number with a fraction', '', '3.5', '3.5'],
    ['a truth', 't="b"', '1', 'true'],
    ['the text of a formula', 't="str"', 'often', 'often'],
  ])('is read as it stands there: %s', async (_what, attributes, value, text) => {
    expect(await rowsOf(one(attributes, value))).toEqual([HEADING, ['1', 'close', text]])
  })

  it('counts for every row that it covers, and for no column beside it', async () => {
    const rows = [HEADING, ['1', 'close', '3'], ['2', '', '4'], ['3', '', ''], ['4', 'middle', '']]
    const read = [HEADING, ['1', 'close', '3'], ['2', 'close', '4'], ['3', 'close', '4'], ['4', 'middle', '']]
    expect(await rowsOf([['Form', rows]], ['B2:B4', 'C3:C4', 'A5:B5'])).toEqual(read)
  })

  it('is of its own sheet where another one is empty', async () => {
    const rows = [HEADING, ['1', 'close', '3'], ['2', '', '4']]
    const opened = await rowsOf(
      [
        ['Empty', []],
        ['Form', rows],
      ],
      ['B2:B3'],
    )
    expect(opened).toEqual([HEADING, ['1', 'close', '3'], ['2', 'close', '4']])
  })
})

describe('a workbook or an archive that cannot be read', () => {
  const issueOf = async (bytes: Uint8Array) => {
    const opened = await openTable(bytes)
    return opened.ok ? opened.text : opened.issue
  }
  const locked = new Uint8Array(4096)
  locked.set([0xd0, 0xcf, 0x11, 0xe0])
  locked.set(Buffer.from('EncryptedPackage', 'utf16le'), 2001)

  it.each([
    ['a heading alone is a table without rows', workbook([['Form', [HEADING]]]), HEADING.join(',')],
    ['nothing at all', workbook([['Form', []]]), { code: 'empty' }],
    ['an archive of nothing', zipSync({}), { code: 'no-table', names: [] }],
    ['an archive of pictures', zipSync({ 'a.png': strToU8('x') }), { code: 'no-table', names: ['a.png'] }],
    ['an archive in an archive', zipSync({ 'a.zip': zipSync({}) }), { code: 'no-table', names: ['a.zip'] }],
    ['an old workbook in an archive', zipSync({ 'a.xls': strToU8('x') }), { code: 'old-workbook' }],
    ['an archive that was cut', workbook([['Form', [HEADING]]]).slice(0, -40), { code: 'damaged' }],
    ['a workbook behind a password', locked, { code: 'locked' }],
  ])('says so: %s', async (_what, bytes, said) => expect(await issueOf(bytes)).toEqual(said))
})
