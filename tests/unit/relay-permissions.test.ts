import { describe, expect, it } from 'vitest'
import { Allowance } from '../../src/relay/allowance.ts'
import { BOUNDS } from '../../src/relay/bounds.ts'
import { refuseFilter, refuseMessage, type Kept, type Message, type Role } from '../../src/relay/permissions.ts'
import { readTopic, type Topic } from '../../src/relay/topics.ts'

const room = 'a'.repeat(26)
const other = 'b'.repeat(26)
const unknown = 'c'.repeat(26)
const tag = '2'.repeat(26)
const join = `ld1/j/${'j'.repeat(26)}`
const othersJoin = `ld1/j/${'k'.repeat(26)}`

const participant: Role = { kind: 'participant' }
const console: Role = { kind: 'console', room }

interface Full {
  readonly counts?: Partial<Record<Topic['kind'], number>>
  readonly ofRoom?: number
  readonly messages?: number
  readonly topics?: readonly string[]
}

const kept = ({ counts = {}, messages = 0, ofRoom = BOUNDS.messagesOfARoom, topics = [] }: Full = {}): Kept => ({
  isRoom: (name) => name === room || name === other,
  has: (topic) => topics.includes(topic),
  count: (_room, kind) => counts[kind] ?? 0,
  countAll: () => ofRoom,
  messages,
  ownerOf: (topic) => (topic === othersJoin ? other : topic === join && topics.includes(join) ? room : null),
})

const message = (topic: string, more: Partial<Message> = {}): Message => ({
  topic,
  bytes: 100,
  qos: 1,
  retain: true,
  ...more,
})

describe('a topic', () => {
  it.each([
    [`ld1/${room}/r/f/${tag}`, { kind: 'answer', room }],
    [`ld1/${room}/a/${tag}`, { kind: 'receipt', room }],
    [`ld1/${room}/l`, { kind: 'ledger', room }],
    [join, { kind: 'join' }],
  ])('%s is read', (topic, of) => {
    expect(readTopic(topic)).toEqual(of)
  })

  it.each([
    '',
    'ld1',
    `ld1/${room}`,
    `ld1/${room}/r/g/${tag}`,
    `ld1/${room}/r/ff/${tag}`,
    `ld1/${room}/r/f/${tag}2`,
    `ld1/${room.toUpperCase()}/l`,
    `ld1/${room}/l/`,
    `ld1/${room}/l\n`,
    `/ld1/${room}/l`,
    `ld1/${room}/r/+/${tag}`,
    `ld1/+/a/${tag}`,
    `ld1/${room}/a/#`,
    '$SYS/broker/clients',
    'ld1/j/short',
    'ld1/__proto__/l',
  ])('%s is none', (topic) => {
    expect(readTopic(topic)).toBe(null)
  })
})

describe('a participant', () => {
  const write = (more: Partial<Message> & { topic: string }, full?: Full) =>
    refuseMessage(participant, message(more.topic, more), kept(full))

  it('hands over to a room that a console has claimed', () => {
    expect(write({ topic: `ld1/${room}/r/0/${tag}` })).toBe(null)
    expect(write({ topic: `ld1/${room}/r/0/${tag}`, bytes: BOUNDS.answerBytes })).toBe(null)
  })

  it.each([
    ['to a room that nobody has claimed', { topic: `ld1/${unknown}/r/0/${tag}` }, 'no-such-room'],
    ['more than an envelope', { topic: `ld1/${room}/r/0/${tag}`, bytes: BOUNDS.answerBytes + 1 }, 'too-large'],
    ['nothing, which would clear it', { topic: `ld1/${room}/r/0/${tag}`, bytes: 0 }, 'not-allowed'],
    ['what is not kept', { topic: `ld1/${room}/r/0/${tag}`, retain: false }, 'not-allowed'],
    ['what is not acknowledged', { topic: `ld1/${room}/r/0/${tag}`, qos: 0 }, 'not-allowed'],
    ['with a handshake of four', { topic: `ld1/${room}/r/0/${tag}`, qos: 2 }, 'not-allowed'],
    ['a receipt', { topic: `ld1/${room}/a/${tag}` }, 'not-allowed'],
    ['a ledger', { topic: `ld1/${room}/l` }, 'not-allowed'],
    ['an invitation', { topic: join }, 'not-allowed'],
    ['elsewhere', { topic: 'anything' }, 'not-allowed'],
    ['to the relay itself', { topic: '$SYS/x' }, 'not-allowed'],
  ] as const)('does not write %s', (_what, more, refusal) => {
    expect(write(more)).toBe(refusal)
  })

  it('adds nothing where a room or the relay is full, and replaces what is there', () => {
    const topic = `ld1/${room}/r/0/${tag}`
    expect(write({ topic }, { counts: { answer: BOUNDS.answers - 1 } })).toBe(null)
    expect(write({ topic }, { counts: { answer: BOUNDS.answers } })).toBe('full')
    expect(write({ topic }, { messages: BOUNDS.messages })).toBe('full')
    expect(write({ topic }, { counts: { answer: BOUNDS.answers }, topics: [topic] })).toBe(null)
  })

  it('hands over to a room of usual size however much others have laid', () => {
    const topic = `ld1/${room}/r/0/${tag}`
    expect(write({ topic }, { messages: 2 * BOUNDS.messages, ofRoom: BOUNDS.messagesOfARoom - 1 })).toBe(null)
  })

  it('reads receipts and one invitation, each by its whole name', () => {
    const none = new Set<string>()
    expect(refuseFilter(participant, `ld1/${room}/a/${tag}`, none, kept())).toBe(null)
    expect(refuseFilter(participant, join, none, kept())).toBe(null)
    expect(refuseFilter(participant, join, new Set([join]), kept())).toBe(null)
    expect(refuseFilter(participant, othersJoin, new Set([join]), kept())).toBe('full')
    expect(refuseFilter(participant, `ld1/${room}/a/${tag}`, new Set([join]), kept())).toBe(null)
    expect(refuseFilter(participant, `ld1/${unknown}/a/${tag}`, none, kept())).toBe('no-such-room')
  })

  it('asks for a few receipts only', () => {
    const receipts = new Set(
      Array.from({ length: BOUNDS.participantReceipts }, (_, at) => `ld1/${room}/a/${'x'.repeat(25)}${at + 2}`),
    )
    expect(refuseFilter(participant, `ld1/${room}/a/${tag}`, receipts, kept())).toBe('full')
  })

  it.each(
    ['#', '+', '$SYS/#', 'ld1/#', `ld1/${room}/#`, `ld1/${room}/a/+`, `ld1/+/a/${tag}`, 'ld1/j/+'].concat(
      `ld1/${room}/r/0/+`,
      `ld1/${room}/r/0/${tag}`,
      `ld1/${room}/l`,
      `$share/x/ld1/${room}/a/${tag}`,
    ),
  )('does not read %s', (filter) => {
    expect(refuseFilter(participant, filter, new Set(), kept())).toBe('not-allowed')
  })
})

describe('a console', () => {
  const write = (topic: string, more: Partial<Message> = {}, full?: Full) =>
    refuseMessage(console, message(topic, more), kept(full))

  it.each([
    ['receipts', `ld1/${room}/a/${tag}`, BOUNDS.receiptBytes],
    ['its ledger', `ld1/${room}/l`, BOUNDS.ledgerBytes],
    ['its invitation', join, BOUNDS.joinBytes],
    ['what it refused in its room', `ld1/${room}/r/0/${tag}`, BOUNDS.answerBytes],
  ])('writes and clears %s, up to a length', (_what, topic, most) => {
    expect(write(topic, { bytes: most })).toBe(null)
    expect(write(topic, { bytes: 0 })).toBe(null)
    expect(write(topic, { bytes: most + 1 })).toBe('too-large')
  })

  it.each([`ld1/${other}/a/${tag}`, `ld1/${other}/r/0/${tag}`, `ld1/${other}/l`, othersJoin])(
    'neither writes nor clears %s of another',
    (topic) => {
      expect(write(topic)).toBe('not-allowed')
      expect(write(topic, { bytes: 0 })).toBe('not-allowed')
    },
  )

  it('has few invitations', () => {
    expect(write(join, {}, { counts: { join: BOUNDS.joins - 1 } })).toBe(null)
    expect(write(join, {}, { counts: { join: BOUNDS.joins } })).toBe('full')
  })

  it('asks for so many topics in one connection', () => {
    const granted = new Set(
      Array.from({ length: BOUNDS.consoleFilters }, (_, at) => `ld1/${room}/r/0/${`${at}`.padStart(26, 'x')}`),
    )
    expect(refuseFilter(console, `ld1/${room}/l`, granted, kept())).toBe('full')
  })

  it('reads its room by sixteenths, its receipts, its ledger, and its invitation', () => {
    const granted = new Set<string>()
    for (const filter of [`ld1/${room}/r/0/+`, `ld1/${room}/r/f/${tag}`, `ld1/${room}/a/+`, `ld1/${room}/l`])
      expect(refuseFilter(console, filter, granted, kept())).toBe(null)
    expect(refuseFilter(console, join, granted, kept({ topics: [join] }))).toBe(null)
    expect(refuseFilter(console, join, granted, kept())).toBe('not-allowed')
  })

  it.each([
    `ld1/${other}/r/0/+`,
    `ld1/${other}/l`,
    `ld1/${other}/a/+`,
    `ld1/${room}/r/+/+`,
    `ld1/${room}/r/#`,
    `ld1/${room}/+`,
    `ld1/+/l`,
    'ld1/#',
    '#',
    '$SYS/#',
    othersJoin,
  ])('does not read %s', (filter) => {
    expect(refuseFilter(console, filter, new Set(), kept())).toBe('not-allowed')
  })
})

describe('an allowance', () => {
  it('is there at once, and comes back evenly', () => {
    const allowance = new Allowance(60, 0)
    expect(Array.from({ length: 60 }, () => allowance.take(0))).toEqual(Array(60).fill(0))
    expect(allowance.take(0)).toBe(1_000)
    expect(allowance.take(0)).toBe(2_000)
    expect(allowance.take(3_000)).toBe(0)
  })

  it('is not used up by whoever asks for what is not there', () => {
    const allowance = new Allowance(60, 0)
    for (let one = 0; one < 60; one++) expect(allowance.takeIfThere(0)).toBe(true)
    for (let one = 0; one < 1_000; one++) expect(allowance.takeIfThere(0)).toBe(false)
    expect([allowance.takeIfThere(999), allowance.takeIfThere(1_000)]).toEqual([false, true])
  })

  it('comes back within the time it is for', () => {
    const aDay = new Allowance(2, 0, 86_400_000)
    expect([aDay.takeIfThere(0), aDay.takeIfThere(0), aDay.takeIfThere(60_000)]).toEqual([true, true, false])
    expect([aDay.takeIfThere(43_200_000), aDay.takeIfThere(43_200_000)]).toEqual([true, false])
  })

  it('is never more than that of a minute', () => {
    const allowance = new Allowance(2, 0)
    expect([allowance.take(1e9), allowance.take(1e9)]).toEqual([0, 0])
    expect(allowance.take(1e9)).toBeGreaterThan(0)
  })
})
