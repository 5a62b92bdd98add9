import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consoleRoutes, STAGES, type ConsoleRoute } from '../../src/core/address/console-fragment.ts'
import { withPlace } from '../../src/core/address/bare-section.ts'
import {
  diagnosticRoutes,
  parseFragment,
  writeFragment,
  type Fragment,
  type Route,
  type Screen,
  type WorkshopLink,
} from '../../src/core/address/fragment.ts'

const CODE = '14Y6K010017B1CEWYSPVZEMDM5E9XES7'
const REFERENCE = '~1763800000000.2517'

const anyCode = fc.constantFrom(CODE, REFERENCE, '')
const anyScreen = fc.oneof(
  fc.constantFrom<Screen>({ on: 'own' }, { on: 'kept' }, { on: 'questionnaires' }),
  anyCode.map((code): Screen => ({ on: 'opened', code })),
  fc.tuple(anyCode, anyCode).map((codes): Screen => ({ on: 'compared', codes })),
)
const anyRoute: fc.Arbitrary<Route> = fc
  .tuple(anyScreen, fc.option(fc.constantFrom('item-7', 'signal-loss', 'examine')))
  .map(([screen, at]) => (at === null ? screen : { ...screen, at }))
const anyWorkshop = fc.option(
  fc.record<WorkshopLink>({
    kind: fc.constantFrom('invitation', 'hand-over'),
    payload: fc.stringMatching(/^[\w-]{0,60}$/),
  }),
)
const KNOWN = ['w', 'h', 'r', 'results', 'questionnaires', 'compare', 'at', 'vantage']
const anyOther = fc
  .oneof(
    fc.constantFrom('utm_source=letter', 'somewhere', 'x=%26r%3D1', '%', '__proto__=1'),
    fc.string({ maxLength: 20 }),
  )
  .filter((text) => text !== '' && !text.includes('&') && !KNOWN.includes(parseName(text)))
const anyFragment = fc.record<Fragment>({
  workshop: anyWorkshop,
  route: anyRoute,
  vantage: fc.constantFrom('senior', 'middle', 'close', undefined),
  others: fc.array(anyOther, { maxLength: 4 }),
})

function parseName(text: string): string {
  try {
    return decodeURIComponent(text).split('=')[0]!.toLowerCase()
  } catch {
    return text.split('=')[0]!.toLowerCase()
  }
}

describe('a fragment', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyFragment, (fragment) => {
        expect(parseFragment(writeFragment(fragment))).toEqual(fragment)
      }),
    )
  })

  it('is read alike in whatever order its parts come, and keeps those it does not know', () => {
    const shuffled = anyFragment.chain((fragment) =>
      fc.tuple(
        fc.constant(fragment),
        fc.shuffledSubarray(writeFragment(fragment).split('&'), {
          minLength: writeFragment(fragment).split('&').length,
        }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([{ workshop, route, others }, parts]) => {
        const read = parseFragment(parts.join('&'))
        expect(read).toMatchObject({ workshop, route })
        expect(read.others.toSorted()).toEqual(others.toSorted())
      }),
    )
  })

  it('has one form, whatever it was read from, and never throws', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.oneof(anyOther, fc.constantFrom(...KNOWN, 'r=x.', 'at=Item-3)', 'w=a%26r=b', 'R=1', 'h%3D2')))
        .map((parts) => parts.join('&')),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const written = writeFragment(parseFragment(text))
        expect(writeFragment(parseFragment(written))).toBe(written)
      }),
    )
  })

  it('is read alike with what mail and word processors put into it', () => {
    const dirt = fc.constantFrom('\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff', '%E2%80%8B', '%C2%AD')
    const places = fc.array(fc.tuple(dirt, fc.nat(120)), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(anyWorkshop, anyRoute, places, (workshop, route, dirty) => {
        const marks = [...writeFragment({ workshop, route, others: [] })]
        for (const [mark, at] of dirty) marks.splice(at, 0, mark)
        const text = marks.join('')
        expect(parseFragment(text)).toMatchObject({ workshop, route })
      }),
    )
    expect(parseFragment('r=14Y6\u2011K010').route).toEqual({ on: 'opened', code: '14Y6-K010' })
  })

  it('counts the first of two parts that contradict each other, and drops the other', () => {
    expect(parseFragment(`results&r=${CODE}&w=a&h=b&at=one&at=two`)).toEqual({
      workshop: { kind: 'invitation', payload: 'a' },
      route: { on: 'kept', at: 'one' },
      others: [],
    })
  })

  it('is not read beyond what any link of ours is long', () => {
    expect(parseFragment(`${'x'.repeat(4000)}&r=${CODE}`).route).toEqual({ on: 'own' })
  })
})

describe('a route', () => {
  it.each<Route>([
    { on: 'own' },
    { on: 'own', at: 'item-7' },
    { on: 'kept' },
    { on: 'questionnaires' },
    { on: 'opened', code: CODE },
    { on: 'opened', code: CODE, at: 'signal-loss' },
    { on: 'opened', code: REFERENCE },
    { on: 'compared', codes: [CODE, REFERENCE] },
    { on: 'compared', codes: [REFERENCE, ''] },
  ])('leads back to where it came from: %o', (route) => {
    expect(diagnosticRoutes.read(diagnosticRoutes.move('', route))).toEqual(route)
  })

  it.each([
    ['a full stop behind it', `r=${CODE}.`],
    ['a bracket behind it', `r=${CODE})`],
    ['an encoded bracket behind it', `r=${CODE}%3E`],
    ['a parameter behind it', `r=${CODE}&utm_source=x`],
    ['a parameter behind an encoded sign', `r=${CODE}%26utm_source=x`],
    ['a parameter before it', `utm_source=x&r=${CODE}`],
    ['its sign encoded', `r%3D${CODE}`],
    ['a capital letter', `R=${CODE}`],
    ['an invitation before it', `w=AbC-_1&r=${CODE}`],
  ])('is understood with %s', (_name, fragment) => {
    expect(diagnosticRoutes.read(fragment)).toEqual({ on: 'opened', code: CODE })
  })

  it.each([
    ['behind the code', `r=${CODE}&at=item-12`],
    ['before the code', `at=item-12&r=${CODE}`],
    ['with a full stop behind it', `r=${CODE}&at=item-12.`],
    ['in capital letters', `r=${CODE}&AT=ITEM-12`],
  ])('takes the place %s along', (_name, fragment) => {
    expect(diagnosticRoutes.read(fragment)).toEqual({ on: 'opened', code: CODE, at: 'item-12' })
  })

  it.each(['', 'somewhere', '%', 'constructor=1', '=', '__proto__', 'at=', 'at', 'w', 'h'])(
    'that says "%s" is one’s own',
    (fragment) => {
      expect(parseFragment(fragment)).toMatchObject({ workshop: null, route: { on: 'own' } })
      expect(diagnosticRoutes.read(fragment)).not.toHaveProperty('at')
    },
  )

  it('drops the vantage when one moves to another, neither the workshop’s link nor what it does not know', () => {
    fc.assert(
      fc.property(anyFragment, anyRoute, (fragment, route) => {
        const moved = diagnosticRoutes.move(writeFragment(fragment), route)
        expect(parseFragment(moved)).toEqual({ ...fragment, route, vantage: undefined })
      }),
    )
  })
})

describe('what a workshop put into the address', () => {
  it.each<[string, string, WorkshopLink]>([
    ['an invitation', 'w=AbC-_1', { kind: 'invitation', payload: 'AbC-_1' }],
    ['an invitation whose sign was encoded', 'w%3DAbC-_1&results', { kind: 'invitation', payload: 'AbC-_1' }],
    ['an invitation before a full stop', 'w=AbC-_1.', { kind: 'invitation', payload: 'AbC-_1' }],
    ['an invitation before a bracket', 'w=AbC-_1>)', { kind: 'invitation', payload: 'AbC-_1' }],
    ['an empty invitation', 'w=', { kind: 'invitation', payload: '' }],
    ['a hand-over', 'h=2ABC', { kind: 'hand-over', payload: '2ABC' }],
    ['a hand-over in capitals', 'H=2ABC&at=item-1', { kind: 'hand-over', payload: '2ABC' }],
  ])('is %s', (_name, fragment, workshop) => {
    expect(parseFragment(fragment).workshop).toEqual(workshop)
  })
})

describe('the console’s address', () => {
  const ID = 'K7Q2MX'

  it.each<ConsoleRoute>([
    { on: 'start' },
    { on: 'new' },
    { on: 'workshop', id: ID },
    ...STAGES.map((at) => ({ on: 'workshop', id: ID, at }) as const),
    { on: 'set-up', id: ID },
  ])('leads back to where it came from: %o', (route) => {
    expect(consoleRoutes.read(consoleRoutes.move('', route))).toEqual(route)
  })

  it.each([
    ['behind the workshop', `workshop=${ID}&at=take-away`],
    ['before it', `at=take-away&workshop=${ID}`],
    ['with a full stop behind it', `workshop=${ID}&at=take-away.`],
    ['in capital letters, its sign encoded', `workshop=${ID}&AT%3DTake-Away`],
    ['before another', `workshop=${ID}&at=take-away&at=room`],
  ])('names a stage %s', (_name, fragment) => {
    expect(consoleRoutes.read(fragment)).toEqual({ on: 'workshop', id: ID, at: 'take-away' })
  })

  it.each(['at=', 'at', 'at=nowhere', 'at=constructor', 'at=0'])('with "%s" names none', (at) => {
    expect(consoleRoutes.read(`workshop=${ID}&${at}`)).toEqual({ on: 'workshop', id: ID })
  })

  it('leaves the stage behind wherever one goes from there', () => {
    const fragment = consoleRoutes.move('utm_source=letter', { on: 'workshop', id: ID, at: 'room' })
    expect(fragment).toBe(`workshop=${ID}&at=room&utm_source=letter`)
    expect(consoleRoutes.move(fragment, { on: 'set-up', id: ID })).toBe(`set-up=${ID}&utm_source=letter`)
    expect(consoleRoutes.move(fragment, { on: 'workshop', id: ID })).toBe(`workshop=${ID}&utm_source=letter`)
    expect(consoleRoutes.read(`set-up=${ID}&at=room`)).toEqual({ on: 'set-up', id: ID })
    expect(consoleRoutes.read('at=room')).toEqual({ on: 'start' })
  })

  it.each(['', 'start', 'workshop', 'workshop=K7Q2M', 'workshop=k7q2mx', 'workshop=K7Q2MXx', '__proto__=K7Q2MX'])(
    'that says "%s" is the start',
    (fragment) => {
      expect(consoleRoutes.read(fragment)).toEqual({ on: 'start' })
    },
  )

  it('keeps what it does not know wherever one goes, and ignores it', () => {
    const fragment = consoleRoutes.move('utm_source=letter&new', { on: 'workshop', id: ID })
    expect(fragment).toBe(`workshop=${ID}&utm_source=letter`)
    expect(consoleRoutes.read(fragment)).toEqual({ on: 'workshop', id: ID })
    expect(consoleRoutes.move(fragment, { on: 'start' })).toBe('utm_source=letter')
  })
})

describe('a section that an address names without more', () => {
  const sections = ['silence', 'signal-loss', 'examine']

  it.each([
    ['silence', 'at=silence'],
    ['Silence', 'at=silence'],
    ['signal%2Dloss', 'at=signal-loss'],
    [`r=${CODE}&examine`, `r=${CODE}&at=examine`],
    ['w=abc&examine&utm_source=letter', 'w=abc&at=examine&utm_source=letter'],
    ['elsewhere&silence&examine', 'elsewhere&at=silence&examine'],
  ])('is read as a place: %s', (fragment, written) => {
    expect(withPlace(fragment, sections)).toBe(written)
    expect(diagnosticRoutes.read(written).at).toBe(/at=([a-z-]+)/.exec(written)![1])
  })

  it.each(['', 'elsewhere', 'silence=1', 'at=silence', 'at=method&silence', `r=${CODE}`, 'results'])(
    'leaves anything else as it is: %s',
    (fragment) => expect(withPlace(fragment, sections)).toBeNull(),
  )

  it('takes nothing else from any fragment', () => {
    fc.assert(
      fc.property(anyFragment, (fragment) => {
        const written = writeFragment({ ...fragment, others: [...fragment.others, 'examine'] })
        const named = withPlace(written, ['examine'])
        if (fragment.route.at !== undefined || named === null) return
        const read = parseFragment(named)
        expect({ ...read, route: { ...read.route, at: undefined } }).toEqual({
          ...fragment,
          route: { ...fragment.route, at: undefined },
        })
      }),
    )
  })
})
