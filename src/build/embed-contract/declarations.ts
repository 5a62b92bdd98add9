import {
  ATTRIBUTE_NAMES,
  ATTRIBUTES,
  describeAttribute,
  embedReference,
  EVENTS,
  propertyOf,
  REFLECTED,
  TAKEN,
  type AttributeName,
} from '../../ui/embed/contract.ts'
import { union, writeFields } from './type-text.ts'

/** The type of an attribute's values by its name, as in `LinkTarget`. */
function typeName(name: AttributeName): string {
  const property = propertyOf(name)
  return property.charAt(0).toUpperCase() + property.slice(1)
}

function attributeType(name: AttributeName): string {
  const takes = ATTRIBUTES[name]
  if (takes === 'text') return 'string'
  return takes === 'switch' ? "boolean | ''" : typeName(name)
}

function propertyType(name: AttributeName): string {
  return ATTRIBUTES[name] === 'switch' ? 'boolean' : `${attributeType(name)} | null`
}

const quoted = (name: string) => (/\W/.test(name) ? `'${name}'` : name)

/** The types of the element, its properties and its events, for hosts with TypeScript. */
export function declarations(): string {
  const { attributes, events, methods } = embedReference()
  const valueTypes = ATTRIBUTE_NAMES.flatMap((name) => {
    const takes: string | readonly string[] = ATTRIBUTES[name]
    return typeof takes === 'string' ? [] : [`export type ${typeName(name)} = ${union(takes)}`]
  })
  const attributeLines = ATTRIBUTE_NAMES.flatMap((name) => [
    `  /** ${describeAttribute(attributes[name])} */`,
    `  ${quoted(name)}?: ${attributeType(name)}`,
  ])
  const propertyLines = REFLECTED.map((name) => `  ${propertyOf(name)}: ${propertyType(name)}`)
  const takenLines = Object.entries(TAKEN).map(([name, type]) => `  readonly ${name}: ${type}`)
  const eventLines = EVENTS.flatMap((name) => {
    const { means, detail } = events[name]
    const besides = Object.keys(detail).length === 0 ? '' : ` & ${writeFields(detail, 'readonly ')}`
    return [`  /** ${means} */`, `  '${name}': CustomEvent<Taken${besides}>`]
  })
  const methodLines = Object.entries(methods).flatMap(([name, means]) => [`  /** ${means} */`, `  ${name}(): void`])

  return `// The types of <leadership-diagnostic>. Beside a copy of embed.js they are found by \`import './embed.js'\`;
// anywhere among the files that a compiler is given, they type the tag and its events. The types for React, Vue
// and Svelte are in embed-react.d.ts, embed-vue.d.ts and embed-svelte.d.ts, to be put beside this file.

${valueTypes.join('\n')}

/** The attributes with the types of their values. */
export interface EmbedAttributes {
${attributeLines.join('\n')}
}

/** Each property reads and writes the attribute of its name; \`null\` removes it. */
export interface EmbedProperties {
${propertyLines.join('\n')}
}

/** The attributes and properties that a framework's template may set on the tag. */
export type EmbedProps = EmbedAttributes & Partial<EmbedProperties>

/** The questionnaire, in the detail of every event; \`items\` is its number of statements. */
export interface Taken {
${takenLines.join('\n')}
}

/** The events by name. They bubble, and never hold an answer. */
export interface EmbedEvents {
${eventLines.join('\n')}
}

export declare const EVENTS: readonly (keyof EmbedEvents)[]

export interface LeadershipDiagnostic extends EmbedProperties {}
export declare class LeadershipDiagnostic extends HTMLElement {
  static readonly observedAttributes: string[]
${methodLines.join('\n')}
}

declare global {
  interface HTMLElementTagNameMap {
    'leadership-diagnostic': LeadershipDiagnostic
  }

  // The events bubble: they can be listened to on the element, on anything around it, and on the document.
  interface GlobalEventHandlersEventMap extends EmbedEvents {}
}
`
}
