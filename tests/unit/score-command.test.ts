import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, describe, expect, it } from 'vitest'
import { scoreCommand } from '../../src/entries/cli/commands/score.ts'
import { conceptItems, questionnaire } from '../fixtures/execution-gaps.ts'
import { keys } from '../fixtures/oracle.ts'
import { persons, readOracle } from '../fixtures/reference-files.ts'
import { runCommand, startCommand, type Ran } from '../fixtures/run-command.ts'

describe('npm run score', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'score-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'responses.csv')
  const run = (args: string[], input?: string | Buffer) => runCommand(scoreCommand, args, input)

  // The person of the reference, statement by statement: three scales of eight, two reversed in each.
  const set = keys['d4_single']!
  const [names, cells] = readOracle(set.file)
    .trim()
    .split('\n')
    .map((line) => line.split(','))
  const scaleOfConcept = { 'signal-loss': 's1', 'organizational-friction': 's2', silence: 's3' }
  const given = new Map(
    Object.entries(scaleOfConcept).flatMap(([concept, id]) => {
      const { items, reverse } = set.scales[id]!
      const own = conceptItems.filter((item) => item.concept === concept)
      // Silence has no reversed items, so there the reversed answers are turned beforehand.
      const reversed = own.filter((item) => item.reversed)
      const forward = own.filter((item) => !item.reversed)
      return items.map((name) => {
        const cell = cells![names!.indexOf(name)]!
        const turned = reverse.includes(name) && reversed.length === 0
        const item = reverse.includes(name) && !turned ? reversed.shift()! : forward.shift()!
        return [item.id, turned && cell !== '' ? String(6 - Number(cell)) : cell] as const
      })
    }),
  )
  const heading = ['Submitted', 'participant', 'vantage', ...given.keys()]
  const good = ['today', '=1+1', 'Senior leadership', ...given.values()]
  const bad = ['to\nday', 'P2', '', 'perhaps', ...[...given.values()].slice(1)]
  const person = persons('d4_single')[0]!

  it('prints the scores of the reference, and one line for each bad row', () => {
    writeFileSync(file, Papa.unparse([heading, bad, good], { delimiter: ';' }))
    const { status, stdout, stderr } = startCommand('score', [file])
    expect(status).toBe(1)
    const lines = stderr.trim().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe(`${file}: These columns are ignored: “Submitted”.`)
    expect(lines[1]).toMatch(/: These statements have no column .+ explaining-closes-gaps/)
    expect(lines[2]!.startsWith(`${file}:2: ${heading[3]}: “perhaps” is not an answer`)).toBe(true)
    const { data } = Papa.parse<Record<string, string>>(stdout.trim(), { header: true })
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({ row: '2', line: '4', id: "'=1+1", vantage: 'senior' })
    for (const [concept, scale] of Object.entries(scaleOfConcept)) {
      const wanted = person.scales[scale]!
      const cell = (name: string) => Number(data[0]![`${concept}_${name}`])
      expect(cell('score')).toBeCloseTo(wanted.pomp!, 10)
      // The deviation of this person is above the floor, so the bands are those of the reference.
      expect(cell('band_low')).toBeCloseTo(wanted.pomp_ci80_pooled[0], 6)
      expect(cell('band_high')).toBeCloseTo(wanted.pomp_ci80_pooled[1], 6)
      expect(cell('answered')).toBe(wanted.answered)
      expect(cell('bounds_low')).toBeCloseTo(wanted.bounds_if_missing[0], 10)
      expect(cell('bounds_high')).toBeCloseTo(wanted.bounds_if_missing[1], 10)
    }
  })

  it('reads standard input, also in UTF-16, prints JSON and ends with status 0', () => {
    const text = `\ufeff${Papa.unparse([heading, good.with(2, 'direction générale')], { delimiter: '\t' })}`
    const { status, stdout } = startCommand('score', ['--format', 'json', '-'], Buffer.from(text, 'utf16le'))
    expect(status).toBe(0)
    const { questionnaire: of, respondents } = JSON.parse(stdout)
    expect(of).toEqual({ id: 'execution-gaps', version: questionnaire.version })
    expect(respondents).toMatchObject([{ row: 1, line: 2, id: '=1+1', vantage: 'senior', quality: [] }])
    const silence = respondents[0].concepts.find(({ concept }: { concept: string }) => concept === 'silence')
    expect(silence.score).toBeCloseTo(person.scales['s3']!.pomp!, 10)
    expect(silence.cantTell).toBe(0)
  })

  it.each([
    ['Leading a site or unit', 'middle'],
    ['In between', 'middle'],
    ['À la tête d’un site ou d’une unité', 'middle'],
    ['Encadrement', 'middle'],
    ['Direction', 'senior'],
  ])('takes what a place is called, and what it was called before: %s', async (label, vantage) => {
    const { stdout } = await run(['--format', 'json', '-'], Buffer.from(Papa.unparse([heading, good.with(2, label)])))
    expect(JSON.parse(stdout).respondents).toMatchObject([{ vantage }])
  })

  it('scores nothing of a doubtful table, writes what is guessed, and reads the table by it', async () => {
    const mapping = join(folder, 'mapping.json')
    const rows = ['3', '99', '4', '99'].map((cell, at) => `P${at},${cell}`)
    const text = Buffer.from(['A title', '', `Staff no.,${conceptItems[0]!.id}`, ...rows].join('\n'))
    const doubt = `(standard input):5: ${conceptItems[0]!.id}: In column “${conceptItems[0]!.id}” stands “99”`
    const first = await run(['-', '--write-mapping', mapping], text)
    expect([first.status, first.stdout]).toEqual([1, ''])
    expect(first.stderr).toContain(doubt)
    expect(JSON.parse(readFileSync(mapping, 'utf8'))).toMatchObject({
      format: 'leadership-diagnostic-mapping',
      cells: [{ cell: '99', is: 'cant-tell' }],
    })
    const again = await run(['-', '--mapping', mapping, '--format', 'json'], text)
    expect(again.status).toBe(0)
    expect(JSON.parse(again.stdout).respondents).toMatchObject([{ line: 4 }, { line: 5 }, { line: 6 }, { line: 7 }])
  })

  it('prints the columns for whoever sets up the other tool', async () => {
    const { status, stdout } = await run(['--ids', 'execution-gaps'])
    const lines = stdout.trim().split('\n')
    expect(status).toBe(0)
    expect(lines.map((line) => line.split('\t')[0])).toEqual([
      ...questionnaire.items.map(({ id }) => id),
      'vantage',
      'email',
    ])
    expect((await run(['--ids', 'nobody'])).status).toBe(1)
  })

  it('scores rows that the tool does not count only where it is told to', async () => {
    const text = Buffer.from(`ResponseId,Finished,${conceptItems[0]!.id}\nR1,True,3\nR2,False,4`)
    const rowsOf = ({ stdout }: Ran) => JSON.parse(stdout).respondents.map(({ id }: { id: string }) => id)
    const first = await run(['-', '--format', 'json'], text)
    expect([rowsOf(first), first.status]).toEqual([['R1'], 0])
    expect(first.stderr).toContain('Rows that the tool marks as unfinished, left out: lines 3.')
    expect(rowsOf(await run(['-', '--format', 'json', '--include', 'unfinished'], text))).toEqual(['R1', 'R2'])
  })

  it('says how it is used', async () => {
    const { status, stdout, stderr } = await run(['--help'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Usage: npm run --silent score -- FILE/)
  })

  it.each<[string, string[], string | Buffer, RegExp]>([
    ['a questionnaire there is not', ['-', '--questionnaire', '../x'], '', /^There is no questionnaire “..\/x”/],
    ['a format there is not', ['-', '--format', 'xlsx'], '', /^There is no format “xlsx”/],
    ['no file', [], '', /^Name one file\./],
    ['a file that is not there', [join(folder, 'none.csv')], '', /none\.csv: \(whole file\): The file cannot be read/],
    [
      'text in another encoding',
      ['-'],
      Buffer.from([0x61, 0x0a, 0xe9, 0x0a]),
      /^\(standard input\):2: .+ not text in UTF-8.+ line 2 stands the byte E9/,
    ],
    [
      'a heading without a statement of the questionnaire',
      ['-', '--questionnaire', 'silence'],
      'x\n1',
      /^\(standard input\):1: \(heading\): /,
    ],
  ])('refuses %s, prints nothing and ends with status 1', async (_name, args, input, message) => {
    const { status, stdout, stderr } = await run(args, input)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(message)
  })
})
