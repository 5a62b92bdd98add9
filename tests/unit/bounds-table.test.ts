import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const CORE = join(import.meta.dirname, '../../src/core')

/** A constant that is named as a bound, and is given a number. */
const BOUND = /^(?:export )?const ((?:MOST|LARGEST|LONGEST|DEEPEST)(?:_[A-Z]+)*) = [\d(]/gm

/** The folders that take in what others wrote. */
const TAKING_IN = ['files', 'workshop', 'room', 'authoring'] as const

/** Constants so named that bound nothing that is read, kept or listed, each with what it is. */
const OTHERS: Readonly<Record<string, string>> = {
  'files/cell-counts.ts MOST_DIFFERENT': 'what a column of answers looks like',
  'files/grid-cells.ts LONGEST_GRID': 'what a grid in one cell looks like',
  'files/heading-again.ts MOST_LOOKED_AT': 'a sample of rows',
  'files/heading.ts DEEPEST_HEADING': 'what a heading looks like',
  'files/heading.ts MOST_HEADING_ROWS': 'what a heading looks like',
  'files/label-columns.ts LONGEST_LABEL': 'what a label looks like',
  'files/latest-of-each.ts MOST_ALIKE': 'when a column of people is doubtful',
  'files/lay-out-columns.ts MOST_REMEMBERED': 'a cache',
  'files/table-draft.ts MOST_ASKED': 'what is worth asking about',
  'files/turned-table.ts MOST_LABELS': 'what a table on its side looks like',
  'files/turned-table.ts MOST_QUESTIONS': 'what a table with a row for each answer looks like',
  'files/turned-table.ts MOST_TURNED': 'what a table on its side looks like',
  'files/tool-codes.ts LONGEST_ANSWER_CODE': 'what a code looks like',
  'workshop/chunks.ts LONGEST_GAP': 'what a code looks like',
  'workshop/find-codes.ts LONGEST_CODE': 'what a code looks like',
  'workshop/invitation.ts LONGEST_ID': 'what an id looks like',
  'workshop/invitation.ts LONGEST_INVITATION': 'what an address holds; on the page of every participant',
  'workshop/label.ts LONGEST_LEVEL': 'what is typed',
  'workshop/label.ts LONGEST_NAME': 'what is typed',
  'workshop/live-room.ts LONGEST_RELAY': 'what an address looks like; on the page of every participant',
  'workshop/table-doubt.ts MOST_COMPARED': 'a sample of rows',
  'room/audit-items.ts MOST_BEFORE_FIRST': 'a search',
  'room/audit-items.ts MOST_TRIED': 'a search',
  'room/other-answers.ts MOST_IN_GROUP': 'a search',
  'room/plain-room.ts MOST_FOR_ROOM': 'a search',
  'room/plain-room.ts MOST_FOR_STEP': 'a search',
  'authoring/check-texts.ts MOST_WORDS': 'a rule of style',
  'authoring/check-wording.ts MOST_ALIKE': 'a rule of style',
  'authoring/draft-questionnaire.ts MOST_CONCEPTS': 'what a draft has',
  'authoring/draft-questionnaire.ts MOST_POINTS': 'what a draft has',
}

it('are in one table: what is read, kept and listed at most, but for what is named here as something else', () => {
  const found = TAKING_IN.flatMap((folder) =>
    readdirSync(join(CORE, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...readFileSync(join(CORE, folder, file), 'utf8').matchAll(BOUND)].map(
          ([, name]) => `${folder}/${file.replaceAll('\\', '/')} ${name}`,
        ),
      ),
  )
  expect(found.toSorted()).toEqual(Object.keys(OTHERS).toSorted())
})
