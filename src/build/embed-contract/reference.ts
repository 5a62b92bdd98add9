import {
  ATTRIBUTE_NAMES,
  ATTRIBUTES,
  describeAttribute,
  embedReference,
  EVENTS,
  propertyOf,
  TAKEN,
  type AttributeName,
} from '../../ui/embed/contract.ts'
import { takeDiagnostic } from '../../ui/locales/en/at-once.ts'
import { embedDemoTexts } from '../../ui/locales/en/embed-demo.ts'

const { reference: texts } = embedDemoTexts

const code = (text: string) => `\`${text}\``

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  // A stroke would end the cell, even in code.
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n')
}

function takes(name: AttributeName): string {
  const taken = ATTRIBUTES[name]
  if (taken === 'text') return 'text'
  return taken === 'switch' ? 'nothing: it is there or not' : taken.map(code).join(', ')
}

const fields = (of: Readonly<Record<string, string>>) =>
  Object.entries(of)
    .map(([name, type]) => code(`${name}: ${type}`))
    .join(', ')

const meanings = (of: Readonly<Record<string, string>>) =>
  Object.entries(of).map(([name, means]) => [code(name), means])

/** The reference for authors of host pages, complete without the page about the embed. */
export function reference(): string {
  const { element, attributes, events, methods, slots, customProperties, parts } = embedReference()
  const attributeRows = ATTRIBUTE_NAMES.map((name) => [
    code(name),
    code(propertyOf(name)),
    takes(name),
    describeAttribute(attributes[name]),
  ])
  const methodRows = Object.entries(methods).map(([name, means]) => [code(`${name}()`), means])
  const slotRows = Object.entries(slots).map(([name, means]) => [
    name === '' ? 'the element’s content' : code(name),
    means,
  ])
  const eventRows = EVENTS.map((name) => [code(name), fields(events[name].detail), events[name].means])

  return `# \`<leadership-diagnostic>\`

${element} \`embed-demo.html\` shows what follows at work, writes the lines to paste and has recipes.

    <script type="module" src="https://example.org/diagnostic/embed.js"></script>
    <leadership-diagnostic><a href="https://example.org/diagnostic/">${takeDiagnostic}</a></leadership-diagnostic>

The script runs without \`type="module"\`, too, as where a consent manager rewrites it. Where your first screen shows the diagnostic, leave that out and put the script right before the element: it runs where it stands, so that nothing below moves. A module runs after the page is painted: what is below would move once, unless \`<link rel="stylesheet" href="https://example.org/diagnostic/embed.css">\` in the head keeps the space.

## ${texts.attributes}

${texts.about}

${table(['attribute', 'property', 'takes', 'meaning'], attributeRows)}

## Methods

${table(['method', 'meaning'], methodRows)}

## ${texts.events}

${texts.eventsAbout} Their types: ${fields(TAKEN)}.

${table(['event', 'detail besides', 'when'], eventRows)}

## ${texts.look}

${texts.lookAbout}

${table(['custom property', 'meaning'], meanings(customProperties))}

## ${texts.parts}

${texts.partsAbout}

${table(['part', 'meaning'], meanings(parts))}

## Slots

${table(['slot', 'meaning'], slotRows)}
`
}
