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
import { recipeCode } from '../../ui/embed-demo/recipes.ts'
import { takeDiagnostic } from '../../ui/locales/en/at-once.ts'
import { embedDemoTexts } from '../../ui/locales/en/embed-demo.ts'
import { embedRecipeTexts } from '../../ui/locales/en/embed-recipes.ts'

const { reference: texts } = embedDemoTexts

/** Where the site of the diagnostic is, as far as these words know. */
const SITE = 'https://example.org/diagnostic/'

const codeOf = recipeCode(
  { address: SITE, version: 'X.Y.Z', standalone: 'embed-standalone-X.Y.Z.js', integrity: 'sha384-…' },
  takeDiagnostic,
)

/** Of the recipes on the page about the embed, what is of a policy or a frame: whoever reads this may have no scripts. */
const POLICIES = ['selfHosted', 'otherOrigin', 'runtimes', 'frame', 'hosts'] as const

const indented = (text: string) => text.replaceAll(/^(?=.)/gm, '    ')

/** A recipe with its code, each piece under what it is, where there are several. */
function recipe(id: (typeof POLICIES)[number]): string {
  const { title, code: names, paragraphs } = embedRecipeTexts.sections[id]
  const pieces = codeOf[id].flatMap((piece, index) => [
    ...(codeOf[id].length > 1 ? [`${names[index]}:`] : []),
    indented(piece),
  ])
  return [`### ${title}`, ...paragraphs, ...pieces].join('\n\n')
}

const fact = ({ title, paragraphs }: (typeof embedRecipeTexts.facts)[number]) =>
  [`## ${title}`, ...paragraphs].join('\n\n')

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

## The lines to paste

In the head of the page:

    <link rel="stylesheet" href="${SITE}embed.css">

Where the diagnostic should stand:

    <script type="module" src="${SITE}embed.js"></script>
    <leadership-diagnostic><a href="${SITE}">${takeDiagnostic}</a></leadership-diagnostic>

Nothing in the article then moves by itself, wherever the diagnostic stands: the style sheet keeps its space before the script is there, for eight seconds at most. Where all of the diagnostic is below the first screen, the first line may be left out. On the first screen, without it, what is below moves once, since a module runs after the page is painted.

Who may not write into the head leaves out \`type="module"\` and puts the script right before the element: it runs where it stands, so that nothing moves either, and the rest of the article waits for its 12 KB. The script runs in both ways, as where a consent manager rewrites it.

For a version that never changes, write \`embed-X.Y.Z.css\` and \`embed-X.Y.Z.js\`, with a version that is in \`${SITE}embed-releases.json\`. For one file with an integrity value, which \`embed-demo.html\` writes for the version it was built with:

${indented(`<script type="module" crossorigin="anonymous"\n  src="${SITE}embed-standalone-X.Y.Z.js"\n  integrity="sha384-…"></script>`)}

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

## Under a strict policy, and in a frame

${POLICIES.map(recipe).join('\n\n')}

${embedRecipeTexts.facts.map(fact).join('\n\n')}
`
}
